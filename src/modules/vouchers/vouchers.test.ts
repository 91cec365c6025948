import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, must } from '../../../test/support/scheme.ts';
import type { Database } from '../../platform/db/database.ts';

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
    expect([done.left, done.total, done.personName, done.redemption.cents, done.redemption.payBy]).toEqual([
      8,
      10,
      'Karima',
      3000n,
      '2026-12-24',
    ]);
    expect(booklet.lastDay).toBe('2027-11-24');
  });
});
