import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/dates.ts';
import { insertMembership } from '../../src/modules/access/store/memberships.ts';
import { insertOrganisation } from '../../src/modules/access/store/organisations.ts';
import { insertPerson } from '../../src/modules/access/store/people.ts';
import { readBankFile } from '../../src/modules/vouchers/actions/bank-answers.ts';
import { approveBatch, prepareBatch } from '../../src/modules/vouchers/actions/batches.ts';
import { registerDevice, withdrawDevice } from '../../src/modules/vouchers/actions/devices.ts';
import { handOver } from '../../src/modules/vouchers/actions/hand-over.ts';
import { redeemLate } from '../../src/modules/vouchers/actions/redeem-late.ts';
import { reportLoss } from '../../src/modules/vouchers/actions/replace-booklet.ts';
import { undoRedemption } from '../../src/modules/vouchers/actions/undo-redemption.ts';
import { checks } from '../../src/modules/vouchers/checks.ts';
import { makeLateItem, makeSigningKey } from '../../src/modules/vouchers/client/parts/late-item.ts';
import { accountOf } from '../../src/modules/vouchers/domain/accounts.ts';
import { readBalance } from '../../src/modules/vouchers/store/ledger.ts';
import { listPayments } from '../../src/modules/vouchers/store/payments.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { statusReport } from '../support/bank-answer.ts';
import { killRedemptions } from '../support/kill-redemptions.ts';
import {
  addBankAccount,
  createScheme,
  MIMOSA,
  must,
  REGION,
  SOCIAL_DESK,
  TULIPE,
  withEscrow,
} from '../support/scheme.ts';
import { describeWithServer } from '../support/server-database.ts';
import { createDice } from '../support/voucher-simulator.ts';

describeWithServer('vouchers on a server', (server) => {
  let db: Database;
  beforeEach(async () => {
    await server.empty();
    db = await server.open();
  });

  async function expectSound() {
    for (const check of checks)
      expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
  }

  test('V3 fifty desks read one pass at once: exactly one redeems it', async () => {
    const scheme = await createScheme(db, {
      terms: { passesPerBooklet: 1, bonusCents: 0n },
      places: [MIMOSA, TULIPE],
    });
    const { code } = await scheme.give();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, desk) =>
        scheme.redeem(code, 1, { hand: desk % 2 === 0 ? MIMOSA : TULIPE }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal.kind]));
    expect(new Set(refusals)).toEqual(new Set(['all-used']));
    await expectSound();
  });

  test('V18 ten desks use the last ten passes at once: one bonus', async () => {
    const scheme = await createScheme(db);
    const { code } = await scheme.give();
    const results = await Promise.all(Array.from({ length: 10 }, () => scheme.redeem(code, 1)));
    const done = results.map(must);
    expect(done.filter(({ bonusCents }) => bonusCents !== null)).toHaveLength(1);
    await expectSound();
  });

  test('L4 a form sent fifty times at once hands over one booklet, and redeems once', async () => {
    const scheme = await createScheme(db);
    await scheme.stock(3);
    const asked = { key: 'form', programme: scheme.programme, personName: 'Karima', phone: null };
    const given = await Promise.all(
      Array.from({ length: 20 }, () => handOver(asked, SOCIAL_DESK, scheme.deps)),
    );
    expect(new Set(given.map((result) => must(result).booklet.id)).size).toBe(1);
    const { code } = must(await handOver(asked, SOCIAL_DESK, scheme.deps));
    const results = await Promise.all(
      Array.from({ length: 50 }, () => scheme.redeem(code, 2, { key: 'scan' })),
    );
    expect(new Set(results.map((result) => must(result).redemption.id)).size).toBe(1);
    expect(await readBalance(db, accountOf.payable(scheme.programme, MIMOSA.organisation))).toBe(3000n);
    await expectSound();
  });

  test('V3 L4 six devices send the last pass of a booklet, three times each, while one is withdrawn: one is paid, and each keeps one answer', async () => {
    const scheme = await createScheme(db, { terms: { passesPerBooklet: 1, bonusCents: 0n } });
    const { code, booklet } = await scheme.give();
    const at = scheme.deps.clock();
    const { person, organisation } = MIMOSA;
    const place = { id: organisation, kind: 'structure' as const, name: 'Espace numérique Mimosa' };
    await insertOrganisation(db, { ...place, siret: null, territories: [], at });
    const name = 'Bao Exemple';
    await insertPerson(db, { id: person, name, email: null, lang: 'fr', isAdministrator: false, at });
    const access = { organisationId: organisation, personId: person, territories: null, at };
    await insertMembership(db, { ...access, roles: ['mediator'] });
    const given = { code, count: 1, theme: null, hasAttended: true, at: at.toISOString() };
    const kept = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { privateKey, publicKey } = await makeSigningKey();
        const { id: device, sealingKey } = await registerDevice(publicKey, MIMOSA, scheme.deps);
        const keys = { structure: organisation, device, privateKey, sealingKey };
        return { device, item: await makeLateItem(keys, given) };
      }),
    );
    const send = ({ device, item }: (typeof kept)[number]) =>
      redeemLate(item, { device, hand: MIMOSA }, scheme.deps);
    const sent = kept.map((one) => Promise.all([send(one), send(one), send(one)]));
    await withdrawDevice(kept[0]!.device, MIMOSA, scheme.deps);
    const outcomes = (await Promise.all(sent)).map((three) => new Set(three.map(({ outcome }) => outcome)));
    expect(outcomes.filter((answers) => answers.has('redeemed'))).toEqual([new Set(['redeemed'])]);
    expect(outcomes.map(({ size }) => size)).toEqual(kept.map(() => 1));
    expect(
      await db.rows(sql`select structure from vouchers.redemption where booklet = ${booklet.id}`),
    ).toEqual([{ structure: organisation }]);
    await expectSound();
  });

  test('L6 a thousand operations at random, at once: no deadlock, and every euro in its place', async () => {
    const scheme = await createScheme(db, { places: [MIMOSA, TULIPE] });
    const roll = createDice(20_261_128);
    const booklets: { code: string; booklet: { id: string } }[] = [];
    for (let rank = 0; rank < 12; rank += 1) booklets.push(await scheme.give());
    const redeemed: string[] = [];
    const operations = Array.from({ length: 1000 }, async (_, rank) => {
      const { code, booklet } = booklets[roll(booklets.length)]!;
      const hand = roll(2) === 0 ? MIMOSA : TULIPE;
      if (rank % 5 === 4 && redeemed.length > 0)
        return undoRedemption(redeemed[roll(redeemed.length)]!, hand, scheme.deps);
      if (rank % 250 === 249) return reportLoss(booklet.id, SOCIAL_DESK, scheme.deps);
      const result = await scheme.redeem(code, 1 + roll(3), { hand });
      if (result.ok) redeemed.push(result.value.redemption.id);
      return result;
    });
    await Promise.all(operations);
    expect(redeemed.length).toBeGreaterThan(10);
    await expectSound();
  });

  test('P6 P7 two approvers at once are one, and the same bank file twice at once pays once', async () => {
    const scheme = await createScheme(db);
    await withEscrow(scheme);
    const { code } = await scheme.give();
    must(await scheme.redeem(code, 2));
    await addBankAccount(MIMOSA, scheme.deps);
    scheme.setNow('2026-11-28T09:00:00Z');
    const order = { programme: scheme.programme, executeOn: '2026-12-01' as LocalDate };
    const prepared = await Promise.all([1, 2].map(() => prepareBatch(order, REGION, scheme.deps)));
    expect(prepared.filter(({ ok }) => ok)).toHaveLength(1);
    const { batch } = must(prepared.find(({ ok }) => ok)!);
    const approved = await Promise.all(
      ['p-un', 'p-deux'].map((person) => approveBatch(batch, { ...REGION, person }, scheme.deps)),
    );
    expect(approved.filter(({ ok }) => ok)).toHaveLength(1);
    const [payment] = await listPayments(db, batch);
    const file = { name: 'reponse.xml', content: statusReport([{ id: payment!.id, status: 'ACSC' }]) };
    await Promise.all([1, 2, 3].map(() => readBankFile(file, REGION, scheme.deps)));
    expect(await readBalance(db, accountOf.reimbursed(scheme.programme, MIMOSA.organisation))).toBe(3000n);
    await expectSound();
  });

  test('L13 killed three times in the middle of redemptions: nothing acknowledged is lost, nothing counted twice', async () => {
    const migrationsFolder = join(findProjectFolder(), 'migrations');
    const report = await killRedemptions({ databaseUrl: server.url(), dataFolder: '', migrationsFolder }, 3);
    expect(report).toMatchObject({ kills: 3, lost: 0, twice: 0, faults: 0 });
    expect(report.acknowledged).toBeGreaterThan(20);
  });
});
