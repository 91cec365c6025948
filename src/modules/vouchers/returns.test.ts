import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, must, REGION } from '../../../test/support/scheme.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
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
