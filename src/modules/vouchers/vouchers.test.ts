import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import {
  createScheme,
  MIMOSA,
  must,
  REGION,
  SOCIAL_DESK,
  siretOf,
  TULIPE,
} from '../../../test/support/scheme.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { decideAgreement, requestAgreement } from './actions/agreements.ts';
import { askExtension, decideExtension } from './actions/extensions.ts';
import { handOver, renewCode } from './actions/hand-over.ts';
import { issueBooklets } from './actions/issue-booklets.ts';
import { orderBooklets } from './actions/order-booklets.ts';
import { receiveFunding } from './actions/receive-funding.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import { cancelBooklet, refundProvision, returnExpired } from './actions/return-value.ts';
import { undoRedemption } from './actions/undo-redemption.ts';
import { accountOf } from './domain/accounts.ts';
import { PASS_STATES, TRANSITIONS } from './domain/pass.ts';
import { readBooklet } from './store/booklets.ts';
import { readBalance } from './store/ledger.ts';

const DAY = (text: string) => text as LocalDate;

describe('vouchers', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  test('from money to help: two hours of ten, and the place is owed thirty euros', async () => {
    const scheme = await createScheme(db);
    const { code, booklet } = await scheme.give('Karima');
    const done = must(await scheme.redeem(code, 2));
    expect([done.left, done.total, done.personName, done.redemption.cents]).toEqual([8, 10, 'Karima', 3000n]);
    expect([booklet.lastDay, done.redemption.payBy]).toEqual(['2027-11-24', '2026-12-24']);
    expect(await readBalance(db, accountOf.payable(scheme.programme, MIMOSA.organisation))).toBe(3000n);
  });

  test('V2 the database knows the transitions of the domain, and no other', async () => {
    const scheme = await createScheme(db);
    const { booklet } = await scheme.give();
    for (const from of PASS_STATES)
      for (const to of PASS_STATES.filter((state) => state !== from)) {
        const isAllowed = await tryTransition(booklet.id, from, to);
        expect([from, to, isAllowed]).toEqual([from, to, TRANSITIONS[from].includes(to)]);
      }
  });

  /** In a transaction that never commits: the state it starts from is set with the rule put aside. */
  async function tryTransition(booklet: string, from: string, to: string): Promise<boolean> {
    let isAllowed = false;
    await db.inTransaction(async (tx) => {
      await tx.rows(sql`alter table vouchers.pass disable trigger followed`);
      await tx.rows(sql`update vouchers.pass set state = ${from} where booklet = ${booklet} and rank = 1`);
      await tx.rows(sql`alter table vouchers.pass enable trigger followed`);
      await tx.rows(sql`savepoint before`);
      isAllowed = await tx
        .rows(sql`update vouchers.pass set state = ${to} where booklet = ${booklet} and rank = 1`)
        .then(() => true)
        .catch(() => false);
      await tx.rows(sql`rollback to savepoint before`);
      return refuse({ kind: 'never-kept' });
    });
    return isAllowed;
  }

  test('V3 L4 a redemption sent twice is one, and another under the same key is refused', async () => {
    const scheme = await createScheme(db);
    const { code } = await scheme.give();
    const first = must(await scheme.redeem(code, 2, { key: 'once' }));
    const again = must(await scheme.redeem(code, 2, { key: 'once' }));
    expect([again.isReplayed, again.redemption.id, again.left]).toEqual([true, first.redemption.id, 8]);
    expect(await scheme.redeem(code, 3, { key: 'once' })).toMatchObject(refuse({ kind: 'key-reused' }));
    expect(must(await scheme.redeem(code, 1, { key: 'twice' })).left).toBe(7);
  });

  describe('V4 a redemption is refused', () => {
    test('when the structure has no agreement, or not that day', async () => {
      const scheme = await createScheme(db);
      const { code } = await scheme.give();
      expect(await scheme.redeem(code, 1, { hand: TULIPE })).toEqual(refuse({ kind: 'not-under-agreement' }));
      const agreement = { programme: scheme.programme, structure: MIMOSA.organisation };
      must(
        await decideAgreement(
          { ...agreement, decision: { verdict: 'end', reason: 'Fermeture d’essai' } },
          REGION,
          scheme.deps,
        ),
      );
      expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'agreement-not-active', state: 'ended' }));
    });

    test('before the first day of the agreement and after its last', async () => {
      const scheme = await createScheme(db, { now: '2025-12-31T22:59:59Z' });
      const { code } = await scheme.give();
      expect(await scheme.redeem(code, 1)).toMatchObject(refuse({ kind: 'agreement-other-days' }));
      scheme.setNow('2025-12-31T23:00:00Z');
      expect(must(await scheme.redeem(code, 1)).left).toBe(9);
    });

    test('in another territory, for another theme, or where it was handed over', async () => {
      const scheme = await createScheme(db, { terms: { themes: ['emploi'] } });
      const { code } = await scheme.give();
      expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'wrong-theme', themes: ['emploi'] }));
      await db.rows(sql`
        insert into vouchers.agreement select programme, ${SOCIAL_DESK.organisation}, state, siret, code_insee, territories,
          label, requested_by, requested_at, decided_by, decided_at, reason, starts_on, ends_on
        from vouchers.agreement where programme = ${scheme.programme} limit 1`);
      expect(await scheme.redeem(code, 1, { hand: SOCIAL_DESK })).toEqual(refuse({ kind: 'own-booklet' }));
      const elsewhere = await requestAgreement(
        { programme: scheme.programme, siret: '73282932000074', codeInsee: '00000', label: null },
        TULIPE,
        { ...scheme.deps, territoriesOf: () => null },
      );
      expect(elsewhere).toEqual(refuse({ kind: 'unknown-commune' }));
    });

    test('when the booklet is lost, cancelled, unknown, or has not enough left', async () => {
      const scheme = await createScheme(db);
      const { code, booklet } = await scheme.give();
      expect(await scheme.redeem(code, 11)).toEqual(refuse({ kind: 'not-enough-left', left: 10, total: 10 }));
      must(await cancelBooklet({ booklet: booklet.id, reason: 'Essai' }, REGION, scheme.deps));
      expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'booklet-cancelled' }));
      expect(await scheme.redeem('7K4P-29QX-HM3T-W6RD', 1)).toMatchObject(refuse({ kind: 'code-length' }));
      const lost = await scheme.give();
      must(await reportLoss(lost.booklet.id, SOCIAL_DESK, scheme.deps));
      expect(await scheme.redeem(lost.code, 1)).toMatchObject(refuse({ kind: 'booklet-lost' }));
    });
  });

  test('V6 nothing is issued beyond what was received, to the cent', async () => {
    const scheme = await createScheme(db, { fundCents: 0n, terms: { bonusCents: 3000n } });
    const order = {
      id: scheme.next('order'),
      programme: scheme.programme,
      prescriber: SOCIAL_DESK.organisation,
      quantity: 3,
    };
    must(await orderBooklets(order, REGION, scheme.deps));
    await scheme.fund(3n * 18_000n - 1n);
    expect(await issueBooklets(order.id, REGION, scheme.deps)).toEqual(
      refuse({ kind: 'not-enough-funds', shortCents: 1n, neededCents: 18_000n }),
    );
    await scheme.fund(1n);
    expect(await issueBooklets(order.id, REGION, scheme.deps)).toEqual(ok({ isReplayed: false }));
    expect(await readBalance(db, accountOf.provision(scheme.programme))).toBe(0n);
  });

  test('L4 money received twice under one reference is received once', async () => {
    const scheme = await createScheme(db, { fundCents: 0n });
    const funding = {
      id: scheme.next('fund'),
      programme: scheme.programme,
      funder: 'o-region-exemple',
      cents: 10_000n,
      receivedOn: DAY('2026-11-20'),
      reference: 'Virement',
    };
    must(await receiveFunding(funding, REGION, scheme.deps));
    expect(await receiveFunding(funding, REGION, scheme.deps)).toEqual(ok({ isReplayed: true }));
    expect(await receiveFunding({ ...funding, cents: 1n }, REGION, scheme.deps)).toMatchObject(
      refuse({ kind: 'key-reused' }),
    );
    expect(await readBalance(db, accountOf.provision(scheme.programme))).toBe(10_000n);
  });

  test('V7 V8 what is past its grace and its statement returns to the funders, pro rata, once', async () => {
    const scheme = await createScheme(db, { fundCents: 0n, funders: ['o-caf', 'o-etat', 'o-region'] });
    await scheme.fund(20_000n, 'o-caf');
    await scheme.fund(10_000n, 'o-etat');
    await scheme.fund(30_001n, 'o-region');
    const { code, booklet } = await scheme.give();
    must(await scheme.redeem(code, 3));
    // Last day 24 November 2027, 30 days of grace, 7 of statement: nothing before 1 January 2028 in Paris.
    scheme.setNow('2027-12-31T22:59:59Z');
    expect(await returnExpired({ by: 'nightly', programme: scheme.programme }, scheme.deps)).toEqual({
      booklets: 0,
      cents: 0n,
    });
    scheme.setNow('2027-12-31T23:00:00Z');
    expect(await returnExpired({ by: 'nightly', programme: scheme.programme }, scheme.deps)).toEqual({
      booklets: 1,
      cents: 13_500n,
    });
    expect(await returnExpired({ by: 'nightly', programme: scheme.programme }, scheme.deps)).toEqual({
      booklets: 0,
      cents: 0n,
    });
    const returned = await Promise.all(
      ['o-caf', 'o-etat', 'o-region'].map((funder) =>
        readBalance(db, accountOf.returned(scheme.programme, funder)),
      ),
    );
    expect(returned).toEqual([4500n, 2250n, 6750n]);
    const states = (await readBooklet(db, booklet.id))!.passes.map(({ state }) => state);
    expect([
      states.filter((state) => state === 'redeemed').length,
      states.filter((state) => state === 'expired').length,
    ]).toEqual([3, 7]);
  });

  test('V8 in grace a pass redeems; one second after, it does not, and the date can still be put off', async () => {
    const scheme = await createScheme(db, {
      terms: { validity: { until: DAY('2026-10-24') }, graceDays: 1 },
      now: '2026-10-20T08:00:00Z',
    });
    const { code } = await scheme.give();
    // The clocks go back in the night of 24 to 25 October 2026: the day of grace has 25 hours.
    scheme.setNow('2026-10-25T22:59:59Z');
    expect(must(await scheme.redeem(code, 1)).left).toBe(9);
    scheme.setNow('2026-10-25T23:00:00Z');
    expect(await scheme.redeem(code, 1)).toMatchObject(
      refuse({ kind: 'not-valid-any-more', lastDay: '2026-10-24', left: 9, total: 10 }),
    );
    const { id } = must(await askExtension(code, MIMOSA, scheme.deps));
    expect(await askExtension(code, MIMOSA, scheme.deps)).toEqual(refuse({ kind: 'already-asked' }));
    must(await decideExtension({ id, newLastDay: DAY('2026-11-30') }, REGION, scheme.deps));
    expect(must(await scheme.redeem(code, 1)).left).toBe(8);
  });

  test('V9 V14 a lost booklet: what was redeemed stays, what was left lives on under another code', async () => {
    const scheme = await createScheme(db);
    const { code, booklet } = await scheme.give('Karima');
    must(await scheme.redeem(code, 4));
    must(await reportLoss(booklet.id, SOCIAL_DESK, scheme.deps));
    const fresh = must(await replaceBooklet(booklet.id, SOCIAL_DESK, scheme.deps));
    expect([
      fresh.booklet.replaces,
      fresh.booklet.personName,
      fresh.booklet.passes.length,
      fresh.booklet.lastDay,
    ]).toEqual([booklet.id, 'Karima', 6, booklet.lastDay]);
    expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'booklet-replaced' }));
    const last = must(await scheme.redeem(fresh.code, 6));
    expect([last.left, last.bonusCents]).toEqual([0, 3000n]);
    expect(await replaceBooklet(booklet.id, SOCIAL_DESK, scheme.deps)).toEqual(
      refuse({ kind: 'already-replaced' }),
    );
  });

  test('V14 another sheet for the same passes: the earlier code is dead, nothing is asked again', async () => {
    const scheme = await createScheme(db);
    const { code, booklet } = await scheme.give();
    const renewed = must(await renewCode(booklet.id, SOCIAL_DESK, scheme.deps));
    expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'unknown-code' }));
    expect(must(await scheme.redeem(renewed.code, 1)).left).toBe(9);
    expect(await renewCode(booklet.id, MIMOSA, scheme.deps)).toEqual(refuse({ kind: 'unknown-booklet' }));
  });

  test('V10 a code is stored nowhere: neither it nor any part of it is found in what is kept', async () => {
    const scheme = await createScheme(db);
    const { code, booklet } = await scheme.give();
    const [row] = await db.rows<{ text: string }>(
      sql`select to_jsonb(booklet)::text as text from vouchers.booklet where id = ${booklet.id}`,
    );
    expect(row!.text).not.toContain(code.slice(0, 6));
    expect(row!.text).toMatch(/"code_hash": "[0-9a-f]{64}"/);
  });

  test('V13 one SIRET is one structure', async () => {
    const scheme = await createScheme(db);
    const request = {
      programme: scheme.programme,
      siret: siretOf(MIMOSA).replace(/(\d{3})/g, '$1 '),
      codeInsee: '69123',
      label: null,
    };
    const deps = { ...scheme.deps, territoriesOf: () => ['commune:69123'] };
    expect(await requestAgreement(request, TULIPE, deps)).toEqual(refuse({ kind: 'siret-taken' }));
    expect(await requestAgreement({ ...request, siret: '12345678200003' }, TULIPE, deps)).toEqual(
      refuse({ kind: 'wrong-siret' }),
    );
  });

  test('V18 a bonus comes once, with the last pass, and never from an expired one', async () => {
    const scheme = await createScheme(db);
    const { code, booklet } = await scheme.give();
    expect(must(await scheme.redeem(code, 9)).bonusCents).toBeNull();
    const last = must(await scheme.redeem(code, 1, { key: 'last' }));
    expect([last.bonusCents, last.left]).toEqual([3000n, 0]);
    // Undone, the bonus goes back with the pass; done again, it comes back once.
    must(await undoRedemption(last.redemption.id, MIMOSA, scheme.deps));
    expect(
      (await readBooklet(db, booklet.id))!.passes.filter(({ state }) => state === 'handed_over'),
    ).toHaveLength(1);
    expect(must(await scheme.redeem(code, 1, { key: 'last again' })).bonusCents).toBe(3000n);
    const spent = must(await scheme.redeem(code, 1, { key: 'bonus' }));
    expect([spent.redemption.cents, spent.bonusCents, spent.left]).toEqual([3000n, null, 0]);
    expect(await scheme.redeem(code, 1)).toMatchObject(refuse({ kind: 'all-used' }));
    const partly = await scheme.give();
    must(await scheme.redeem(partly.code, 9));
    scheme.setNow('2028-01-01T12:00:00Z');
    // One ordinary pass and the bonus set aside; and the booklet above, whose bonus was spent, holds nothing.
    expect((await returnExpired({ by: 'nightly', programme: scheme.programme }, scheme.deps)).cents).toBe(
      1500n + 3000n,
    );
  });

  test('V15 nothing is asked of a person but a name to be called by; sent twice, it is handed over once', async () => {
    const scheme = await createScheme(db);
    await scheme.stock(2);
    const asked = { key: 'form-1', programme: scheme.programme, personName: '  Karima ', phone: null };
    const first = must(await handOver(asked, SOCIAL_DESK, scheme.deps));
    const again = must(await handOver(asked, SOCIAL_DESK, scheme.deps));
    expect([first.booklet.id, first.booklet.personName]).toEqual([again.booklet.id, 'Karima']);
    expect(await scheme.redeem(first.code, 1)).toEqual(refuse({ kind: 'unknown-code' }));
    expect(must(await scheme.redeem(again.code, 1)).left).toBe(9);
    must(await handOver({ ...asked, key: 'form-2' }, SOCIAL_DESK, scheme.deps));
    expect(await handOver({ ...asked, key: 'form-3' }, SOCIAL_DESK, scheme.deps)).toEqual(
      refuse({ kind: 'stock-empty' }),
    );
    expect(await handOver({ ...asked, key: 'form-4', personName: ' ' }, SOCIAL_DESK, scheme.deps)).toEqual(
      refuse({ kind: 'name-missing' }),
    );
  });

  test('money never issued goes back to the funders on request', async () => {
    const scheme = await createScheme(db, { fundCents: 10_000n });
    const refund = { programme: scheme.programme, cents: 4000n, key: 'refund-1' };
    expect(await refundProvision(refund, REGION, scheme.deps)).toEqual(ok({ cents: 4000n }));
    expect(await refundProvision(refund, REGION, scheme.deps)).toEqual(ok({ cents: 4000n }));
    expect(
      await refundProvision({ ...refund, key: 'refund-2', cents: 6001n }, REGION, scheme.deps),
    ).toMatchObject(refuse({ kind: 'insufficient-funds', shortCents: 1n }));
    expect(await readBalance(db, accountOf.returned(scheme.programme, 'o-region-exemple'))).toBe(4000n);
  });
});
