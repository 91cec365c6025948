import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../../test/support/answers.ts';
import { type Field, openField } from '../../../test/support/field.ts';
import {
  APPROVER,
  addBankAccount,
  createScheme,
  MIMOSA,
  must,
  REGION,
  TULIPE,
  withEscrow,
} from '../../../test/support/scheme.ts';
import { administrator, type SignedIn } from '../../../test/support/signed-in.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/result.ts';
import { resolvePayment } from './actions/bank-answers.ts';
import { approveBatch, prepareBatch } from './actions/batches.ts';
import { registerDevice } from './actions/devices.ts';
import { redeemLate } from './actions/redeem-late.ts';
import { settleRefused } from './actions/settle-late.ts';
import { undoRedemption } from './actions/undo-redemption.ts';
import { checks } from './checks.ts';
import { makeLateItem, makeSigningKey } from './client/parts/late-item.ts';
import { accountOf } from './domain/accounts.ts';
import { listChain } from './store/chain.ts';
import { listLateRefusals } from './store/devices.ts';
import { listPlaceFigures } from './store/figures.ts';
import { readBalance } from './store/ledger.ts';
import { listPayments } from './store/payments.ts';

const NOW = '2026-11-24T09:00:00Z';

describe('help that was refused when it was sent', () => {
  let field: Field;
  let chloe: SignedIn;
  beforeAll(async () => {
    field = await openField();
    chloe = await field.enter(TULIPE.organisation, ['mediator', 'place-manager'], 'Chloé');
  });
  afterAll(async () => {
    // V5: what was paid by decision made or lost no cent, and took no pass.
    for (const check of checks)
      expect([check.name('fr'), await check.countFaults(field.db)]).toEqual([check.name('fr'), 0]);
    await field.db.close();
  });

  /** Two hours given by Tulipe without network, on a booklet that Mimosa emptied meanwhile. */
  async function refused({ fundCents = 1_000_000n, aheadMs = 0, expected = 'all-used' } = {}) {
    const terms = { bonusCents: 0n };
    const scheme = await createScheme(field.db, { now: NOW, places: [MIMOSA, TULIPE], fundCents, terms });
    const { programme, deps } = scheme;
    const { code } = await scheme.give('Zoé');
    const hand = { person: chloe.personId, organisation: TULIPE.organisation };
    const { privateKey, publicKey } = await makeSigningKey();
    const { id: device, sealingKey } = await registerDevice(publicKey, hand, deps);
    const at = new Date(deps.clock().getTime() + aheadMs).toISOString();
    const item = await makeLateItem(
      { structure: TULIPE.organisation, device, privateKey, sealingKey },
      { code, count: 2, theme: null, hasAttended: true, at },
    );
    must(await scheme.redeem(code, 10));
    expect((await redeemLate(item, { device, hand }, deps)).outcome).toBe(expected);
    const [late] = await listLateRefusals(field.db, { programme, limit: 10 });
    const settle = (isPaid: boolean, words = 'Aide donnée de bonne foi') =>
      settleRefused({ key: late!.key, programme, words, isPaid }, REGION, deps);
    const balance = (account: string) => readBalance(field.db, account);
    return {
      ...scheme,
      item,
      sendAgain: () => redeemLate(item, { device, hand }, deps),
      settle,
      provision: () => balance(accountOf.provision(programme)),
      owed: () => balance(accountOf.payable(programme, TULIPE.organisation)),
      paid: () => balance(accountOf.reimbursed(programme, TULIPE.organisation)),
    };
  }

  test('V3 V6 P6 is paid once when the manager decides so: from the provision, by a batch that two people make', async () => {
    const one = await refused();
    const before = await one.provision();
    const answers = await Promise.all([one.settle(true), one.settle(true)]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await one.settle(false, 'Autre avis')).toEqual(refuse({ kind: 'already-settled' }));
    expect([await one.owed(), before - (await one.provision())]).toEqual([3000n, 3000n]);
    // Sent again by its device, it has the answer that it had.
    expect(await one.sendAgain()).toMatchObject({ outcome: 'all-used' });

    await withEscrow(one);
    await addBankAccount(TULIPE, one.deps);
    await addBankAccount(MIMOSA, one.deps);
    one.setNow('2026-11-26T09:00:00Z');
    const asked = { programme: one.programme, executeOn: '2026-12-01' as LocalDate };
    const { batch } = must(await prepareBatch(asked, REGION, one.deps));
    must(await approveBatch(batch, APPROVER, one.deps));
    const payments = await listPayments(field.db, batch);
    const own = payments.find(({ structure }) => structure === TULIPE.organisation)!;
    expect(own.cents).toBe(3000n);
    const outcome = { payment: own.id, outcome: 'paid', reasonCode: null, saidCents: null } as const;
    must(await resolvePayment(outcome, REGION, one.deps));
    expect([await one.owed(), await one.paid()]).toEqual([0n, 3000n]);
    expect(await prepareBatch(asked, REGION, one.deps)).toEqual(refuse({ kind: 'nothing-due' }));
  });

  test('V6 is not paid beyond what is left to give out, and nothing is noted then', async () => {
    const one = await refused({ fundCents: 15_000n });
    expect(await one.settle(true)).toMatchObject({
      refusal: { kind: 'insufficient-funds', shortCents: 3000n },
    });
    expect(await one.owed()).toBe(0n);
    must(await one.settle(false));
    expect(await one.owed()).toBe(0n);
  });

  test('V4 is not paid when the pass still holds its value, or a rule says no', async () => {
    const one = await refused({ aheadMs: 60 * 60_000, expected: 'in-the-future' });
    expect(await one.settle(true)).toEqual(refuse({ kind: 'not-payable' }));
    expect(must(await one.settle(false)).redemption).toBeNull();
  });

  test('L9 undone by its place within the day, its money goes back to the provision, and both sides read it', async () => {
    const one = await refused();
    const before = await one.provision();
    const { redemption } = must(await one.settle(true));
    const hand = { person: chloe.personId, organisation: TULIPE.organisation };
    must(await undoRedemption(redemption!, hand, one.deps));
    expect([await one.owed(), await one.provision()]).toEqual([0n, before]);
    const { text } = await field.get(`/espace/${TULIPE.organisation}/pass/utiliser/differes`, chloe);
    expect(text).toContain(`Payé quand même, puis annulé par le lieu : ${redemption}`);
  });

  test('is settled in the pages: why, what was decided, by whom and when; each side reads it', async () => {
    const { programme, provision } = await refused();
    const manager = await field.enter(REGION.organisation, ['programme-manager'], 'Dominique');
    await field.db.rows(sql`update access.session set second_factor_at = now()`);
    const desk = `/espace/${REGION.organisation}/pass/programmes/${programme}/differes`;
    const shown = await field.get(desk, manager);
    expect(shown.text).toMatch(
      /Atelier Tulipe 2 heures .* ce pass était déjà entièrement utilisé. Utilisé avant/,
    );
    const left = Number(await provision()) / 100;
    expect(shown.text.replaceAll(' ', '')).toContain(`cequiresteàdistribuer(${left}€)`);
    const envoi = /name="envoi" value="([^"]+)"/.exec(shown.html)![1]!;
    const unsaid = await field.post(desk, manager, { envoi, decision: ' ', avis: 'payer' });
    expect([unsaid.status, unsaid.text.includes('Écrivez ce que vous décidez')]).toEqual([422, true]);
    const form = { envoi, decision: 'Aide donnée de bonne foi', avis: 'payer' };
    expect((await field.post(desk, manager, form)).location).toContain('fait=paye');
    expect((await field.get(desk, manager)).text).toMatch(
      /Décidé par Dominique, .*\d{4}.* : Aide donnée de bonne foi Payé quand même, comme une utilisation : R-20261124-/,
    );
    const late = await field.post(desk, manager, { ...form, avis: 'classer' });
    expect([late.status, late.text.includes('Une autre personne vient de décider')]).toEqual([422, true]);
    const place = (await field.get(`/espace/${TULIPE.organisation}/pass/utiliser/differes`, chloe)).text;
    expect(place).toMatch(/Décidé par Région Exemple, .* : Aide donnée de bonne foi Payé quand même/);
    expect(place).not.toContain('Dominique');
    const cookie = await administrator(field);
    expect((await answerOf(field, '/gestion/journal', { cookie })).text).toContain(
      'Pass refusé à l’envoi, payé quand même',
    );
    const funder = { programme, funder: REGION.organisation };
    const links = await listChain(field.db, funder, { after: '', limit: 10 });
    expect(links.map(({ passCount, cents }) => [passCount, cents])).toContainEqual([0, 3000n]);
    const figures = await listPlaceFigures(field.db, programme);
    expect(figures.find(({ structure }) => structure === TULIPE.organisation)).toMatchObject({
      passes: 0,
      owedCents: 3000n,
    });
  });
});
