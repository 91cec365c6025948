import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, MIMOSA, must, REGION, SOCIAL_DESK, TULIPE } from '../../../test/support/scheme.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import { cancelBooklet } from './actions/return-value.ts';
import { undoRedemption } from './actions/undo-redemption.ts';
import { checks } from './checks.ts';
import { accountOf } from './domain/accounts.ts';
import { readBooklet } from './store/booklets.ts';
import { readBalance } from './store/ledger.ts';

describe('undoing a redemption', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  test('L9 a redemption is undone by its own place, within a day, once', async () => {
    const scheme = await createScheme(db);
    const { code } = await scheme.give();
    const { redemption } = must(await scheme.redeem(code, 2));
    expect(await undoRedemption(redemption.id, TULIPE, scheme.deps)).toEqual(
      refuse({ kind: 'unknown-redemption' }),
    );
    must(await undoRedemption(redemption.id, MIMOSA, scheme.deps));
    expect(must(await undoRedemption(redemption.id, MIMOSA, scheme.deps)).isReplayed).toBe(true);
    const later = must(await scheme.redeem(code, 10));
    expect(later.redemption.cents).toBe(15_000n);
    scheme.setNow('2026-11-25T09:00:00Z');
    expect(await undoRedemption(later.redemption.id, MIMOSA, scheme.deps)).toEqual(
      refuse({ kind: 'too-late-to-undo' }),
    );
    expect(await readBalance(db, accountOf.payable(scheme.programme, MIMOSA.organisation))).toBe(15_000n);
  });

  describe('in a booklet cancelled meanwhile', () => {
    const provisionOf = (programme: string) => readBalance(db, accountOf.provision(programme));
    const statesOf = async (booklet: string) =>
      (await readBooklet(db, booklet))!.passes.map(({ state }) => state);

    test('L9 what comes back is cancelled too, and its money is there for others', async () => {
      const scheme = await createScheme(db, { terms: { passesPerBooklet: 3, bonusCents: 500n } });
      const { code, booklet } = await scheme.give();
      const { redemption } = must(await scheme.redeem(code, 2));
      must(await cancelBooklet({ booklet: booklet.id, reason: 'Essai' }, REGION, scheme.deps));
      const before = await provisionOf(scheme.programme);
      must(await undoRedemption(redemption.id, MIMOSA, scheme.deps));
      expect(await statesOf(booklet.id)).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect(await provisionOf(scheme.programme)).toBe(before + redemption.cents);
      expect(await readBalance(db, accountOf.payable(scheme.programme, MIMOSA.organisation))).toBe(0n);
      expect(await scheme.redeem(code, 1)).toEqual(refuse({ kind: 'booklet-cancelled' }));
    });

    test('V18 a path whose bonus was cancelled is not completed again, in that booklet or in another', async () => {
      const scheme = await createScheme(db, { terms: { passesPerBooklet: 3, bonusCents: 500n } });
      const { code, booklet } = await scheme.give();
      must(await scheme.redeem(code, 2));
      const last = must(await scheme.redeem(code, 1));
      must(await cancelBooklet({ booklet: booklet.id, reason: 'Essai' }, REGION, scheme.deps));
      must(await undoRedemption(last.redemption.id, MIMOSA, scheme.deps));
      expect(await statesOf(booklet.id)).toEqual(['redeemed', 'redeemed', 'cancelled', 'cancelled']);
      must(await reportLoss(booklet.id, SOCIAL_DESK, scheme.deps));
      expect(await replaceBooklet(booklet.id, SOCIAL_DESK, scheme.deps)).toEqual(
        refuse({ kind: 'nothing-left' }),
      );
    });

    test('V5 no check goes red', async () => {
      for (const check of checks)
        expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
    });
  });
});
