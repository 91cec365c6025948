import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REGISTER } from '../../src/entrypoints/personal-data.ts';
import { refuse } from '../../src/kernel/result.ts';
import type { Database, Queries } from '../../src/platform/db/database.ts';
import { forgetWhatIsDue, type TableRegister } from '../../src/platform/personal-data.ts';
import { openTestDatabase } from '../support/database.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Every column of ours, as the database itself knows them. */
async function columnsOf(database: Queries): Promise<string[]> {
  const rows = await database.rows<{ name: string }>(sql`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema', 'drizzle')
    order by 1`);
  return rows.map(({ name }) => name);
}

const declaredIn = (register: readonly TableRegister[]): string[] =>
  register
    .flatMap(({ table, personal, impersonal }) =>
      [...personal.flatMap(({ columns }) => columns), ...impersonal].map((column) => `${table}.${column}`),
    )
    .sort();

describe('the register of personal data', () => {
  test('M8: says of every column of every table whether it is personal (src/modules/*/personal-data.ts)', async () => {
    expect(declaredIn(REGISTER)).toEqual((await columnsOf(db)).sort());
  });

  test('would see a new column', async () => {
    const seen = await db.inTransaction<never, string[]>(async (tx) => {
      await tx.rows(sql`alter table access.person add column shoe_size text`);
      return refuse(await columnsOf(tx));
    });
    expect(seen).toMatchObject({ refusal: expect.arrayContaining(['access.person.shoe_size']) });
    expect(declaredIn(REGISTER)).not.toContain('access.person.shoe_size');
  });

  test('says for each why, on what ground, until when and who sees it, in both languages', () => {
    for (const { table, personal } of REGISTER)
      for (const { columns, what, purpose, kept, seenBy } of personal)
        for (const said of [what, purpose, kept, seenBy])
          for (const lang of ['fr', 'en'] as const)
            expect([table, columns, lang, said[lang].length > 3]).toEqual([table, columns, lang, true]);
  });

  test('M13: has no column for health', async () => {
    const health = /health|sante|handicap|disab|diagnos|patholog|medic/i;
    expect((await columnsOf(db)).filter((name) => health.test(name))).toEqual([]);
  });
});

describe('what is past its time', () => {
  // The database has its own clock: it refuses to forget what is younger than a year.
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600_000).toISOString();

  async function seed(): Promise<void> {
    for (const [id, email, seen] of [
      ['here', 'ici@invente.example', daysAgo(700)],
      ['gone', 'parti@invente.example', daysAgo(731)],
      ['nameless', null, daysAgo(2)],
    ] as const)
      await db.rows(sql`
        insert into access.person (id, name, email, email_verified, created_at, updated_at, seen_at)
        values (${id}, '', ${email}, true, ${seen}, ${seen}, ${seen})`);
    await db.rows(sql`
      insert into access.session (id, token, person_id, expires_at, created_at, updated_at)
      values ('s', 't', 'here', ${daysAgo(1)}, ${daysAgo(8)}, ${daysAgo(8)})`);
    await db.rows(sql`
      insert into access.invitation (id, email, roles, invited_by, created_at, expires_at)
      values ('i', 'jamais@invente.example', array[]::text[], 'here', ${daysAgo(60)}, ${daysAgo(31)})`);
    for (const age of [364, 366])
      await db.rows(sql`
        insert into access.audit_entry (at, person_id, action, subject_kind, subject_id)
        values (${daysAgo(age)}, 'here', 'people-read', 'organisation', 'service')`);
    for (const [booklet, path, age] of [
      ['spent', ['issued', 'in_stock', 'handed_over', 'expired'], 91],
      ['recent', ['issued', 'in_stock', 'handed_over', 'expired'], 89],
      ['live', ['issued', 'in_stock', 'handed_over'], 400],
    ] as const) {
      await db.rows(sql`
        insert into vouchers.booklet (id, programme, terms_version, prescriber, person_name, phone)
        values (${booklet}, 'p', 1, 'o', 'Prénom inventé', '+33639980011')`);
      await db.rows(sql`
        insert into vouchers.pass (booklet, rank, state, cents, is_bonus, changed_by, changed_at)
        values (${booklet}, 1, 'ordered', 1500, false, 'x', ${daysAgo(age)})`);
      for (const state of path)
        await db.rows(sql`update vouchers.pass set state = ${state} where booklet = ${booklet}`);
    }
  }

  const countsOf = (forgotten: Awaited<ReturnType<typeof forgetWhatIsDue>>) =>
    Object.fromEntries(forgotten.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]));

  test('M9: is told by a trial run, which erases nothing, then erased, once', async () => {
    await seed();
    const due = {
      'access.person': 2,
      'access.session': 1,
      'access.invitation': 1,
      'access.audit_entry': 1,
      'vouchers.booklet': 1,
    };
    expect(countsOf(await forgetWhatIsDue(db, REGISTER, { now, isTrial: true }))).toEqual(due);
    expect(countsOf(await forgetWhatIsDue(db, REGISTER, { now, isTrial: false }))).toEqual(due);
    expect(countsOf(await forgetWhatIsDue(db, REGISTER, { now, isTrial: false }))).toEqual({});
    const left = await db.rows(sql`select id, email from access.person`);
    expect(left).toEqual([{ id: 'here', email: 'ici@invente.example' }]);
    const nameless = await db.rows(
      sql`select id from vouchers.booklet where person_name is null and phone is null`,
    );
    expect(nameless).toEqual([{ id: 'spent' }]);
  });
});
