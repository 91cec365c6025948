import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, MIMOSA, must, REGION, SOCIAL_DESK } from '../../../test/support/scheme.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import type { Database } from '../../platform/db/database.ts';
import { askExtension, decideExtension } from './actions/extensions.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';

describe('a date that a place asks to put off', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  test('V8 V9 is put off on the sheet that the person holds by then, though another was lost twice meanwhile', async () => {
    const { deps, give, redeem, setNow } = await createScheme(db);
    const replace = async (id: string) => {
      must(await reportLoss(id, SOCIAL_DESK, deps));
      return must(await replaceBooklet(id, SOCIAL_DESK, deps));
    };
    const first = await give();
    const { id } = must(await askExtension(first.code, MIMOSA, deps));
    const held = await replace((await replace(first.booklet.id)).booklet.id);
    const newLastDay = '2028-06-30' as LocalDate;
    must(await decideExtension({ id, newLastDay }, REGION, deps));
    setNow('2028-06-30T09:00:00Z');
    expect(must(await redeem(held.code, 1)).lastDay).toBe(newLastDay);
  });
});
