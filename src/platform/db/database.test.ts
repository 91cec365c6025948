import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Database } from './database.ts';

describe('a transaction', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.rows(sql`create table note (text text)`);
  });
  afterAll(() => db.close());

  test('that ends with a refusal leaves no row', async () => {
    const result = await db.inTransaction(async (tx) => {
      await tx.rows(sql`insert into note values ('refused')`);
      return refuse({ kind: 'no' });
    });
    expect(result).toEqual({ ok: false, refusal: { kind: 'no' } });
    expect(await db.rows(sql`select * from note where text = 'refused'`)).toEqual([]);
  });

  test('that fails says why without quoting the values it was given', async () => {
    const failure = db
      .rows(sql`insert into note (nowhere) values (${'Jeanne Inventée'})`)
      .catch((error) => error);
    const error = await failure;
    expect(error.message).toContain('nowhere');
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('Jeanne');
  });

  test('that ends well keeps its rows', async () => {
    await db.inTransaction(async (tx) => ok(await tx.rows(sql`insert into note values ('kept')`)));
    expect(await db.rows(sql`select text from note where text = 'kept'`)).toEqual([{ text: 'kept' }]);
  });

  test('that forgets to use the transaction is told so at once, instead of waiting for ever', async () => {
    const work = db.inTransaction(async () => ok(await db.rows(sql`select 1`)));
    await expect(work).rejects.toThrow('use the transaction');
  });
});

test('what was seen and what happened can be neither changed nor removed, even with raw SQL', async () => {
  const db = await openTestDatabase();
  for (const statement of [
    'truncate directory.change cascade',
    'delete from directory.change',
    'update sources.raw_record set hash = hash',
    'delete from directory.place',
  ])
    await expect(db.rows(sql.raw(statement))).rejects.toThrow();
  await db.close();
});
