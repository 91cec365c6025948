import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, must, REGION, SOCIAL_DESK } from '../../../test/support/scheme.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { changeTerms } from './actions/change-terms.ts';
import { handOver } from './actions/hand-over.ts';
import { orderBooklets } from './actions/order-booklets.ts';
import { refundProvision, returnExpired } from './actions/return-value.ts';
import { accountOf } from './domain/accounts.ts';
import { readBalance } from './store/ledger.ts';

describe('what goes back to the funders', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const twoFunders = async (fundCents: bigint) => {
    const scheme = await createScheme(db, { funders: ['o-departement', 'o-region'], fundCents });
    const giveBack = (cents: bigint, key: string) =>
      refundProvision({ programme: scheme.programme, cents, key }, REGION, scheme.deps);
    const returned = () =>
      Promise.all(
        ['o-departement', 'o-region'].map((funder) =>
          readBalance(db, accountOf.returned(scheme.programme, funder)),
        ),
      );
    return { ...scheme, giveBack, returned };
  };

  test('V7 whoever already got back all it paid is given nothing of what another paid', async () => {
    const { fund, giveBack, returned, give, setNow, programme, deps } = await twoFunders(20_000n);
    must(await giveBack(20_000n, 'first-year'));
    await fund(40_000n, 'o-region');
    must(await giveBack(10_000n, 'second-year'));
    expect(await returned()).toEqual([20_000n, 10_000n]);
    await give();
    setNow('2028-06-01T09:00:00Z');
    expect((await returnExpired({ by: 'nightly', programme }, deps)).cents).toBe(18_000n);
    expect(await returned()).toEqual([20_000n, 28_000n]);
  });

  test('V7 V8 booklets valid until one day are not handed over after it, and what they hold goes back', async () => {
    const until = '2026-12-31' as LocalDate;
    const { programme, deps, next, stock, setNow } = await createScheme(db, {
      terms: { validity: { until } },
    });
    await stock(2);
    const give = () =>
      handOver(
        { key: next('give'), programme, personName: 'Personne Exemple', phone: null },
        SOCIAL_DESK,
        deps,
      );
    setNow('2026-12-31T22:59:59Z');
    expect(must(await give()).booklet.lastDay).toBe(until);
    setNow('2026-12-31T23:00:00Z');
    expect(await give()).toEqual(refuse({ kind: 'validity-over' }));
    const order = { id: next('order'), programme, prescriber: SOCIAL_DESK.organisation, quantity: 1 };
    expect(await orderBooklets(order, REGION, deps)).toEqual(refuse({ kind: 'validity-over' }));
    // Thirty days of grace, seven of statement.
    const back = () => returnExpired({ by: 'nightly', programme }, deps);
    setNow('2027-02-06T22:59:59Z');
    expect((await back()).booklets).toBe(0);
    setNow('2027-02-06T23:00:00Z');
    expect(await back()).toEqual({ booklets: 2, cents: 36_000n });
  });

  test('V1 of two sorts in stock, the one that is still valid is handed over', async () => {
    const { programme, terms, deps, give, stock, setNow } = await createScheme(db, {
      terms: { validity: { until: '2026-12-31' as LocalDate } },
    });
    await stock(5);
    setNow('2027-01-02T09:00:00Z');
    must(
      await changeTerms(
        { programme, terms: { ...terms, validity: { months: 6 } }, fromVersion: 1 },
        REGION,
        deps,
      ),
    );
    expect((await give()).booklet.lastDay).toBe('2027-07-02');
  });

  test('L4 a refund sent again is one, though what is left to each funder is split otherwise by then', async () => {
    const { fund, giveBack, returned } = await twoFunders(10_000n);
    must(await giveBack(2_500n, 'once'));
    await fund(50_000n, 'o-region');
    must(await giveBack(2_500n, 'once'));
    expect(await returned()).toEqual([2_500n, 0n]);
    expect(await giveBack(2_501n, 'once')).toMatchObject(refuse({ kind: 'key-reused' }));
  });

  test('V6 of a programme that received nothing, nothing is given back', async () => {
    const { giveBack } = await twoFunders(0n);
    expect(await giveBack(100n, 'nothing')).toMatchObject(
      refuse({ kind: 'insufficient-funds', shortCents: 100n }),
    );
  });
});
