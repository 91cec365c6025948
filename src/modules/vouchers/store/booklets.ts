import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PassState } from '../domain/pass.ts';
import { type ProgrammeTerms, programmeTermsSchema } from '../domain/programme.ts';

export interface Pass {
  rank: number;
  state: PassState;
  cents: bigint;
  isBonus: boolean;
  /** The one that used it. */
  redemption: string | null;
}

export interface Booklet {
  id: string;
  programme: string;
  prescriber: string;
  terms: ProgrammeTerms;
  termsVersion: number;
  handedOverAt: Date | null;
  handOverKey: string | null;
  personName: string | null;
  phone: string | null;
  lastDay: LocalDate | null;
  completedAt: Date | null;
  lostAt: Date | null;
  replaces: string | null;
  passes: Pass[];
}

interface BookletRow {
  id: string;
  programme: string;
  prescriber: string;
  terms_version: number;
  terms: unknown;
  handed_over_at: Date | string | null;
  hand_over_key: string | null;
  person_name: string | null;
  phone: string | null;
  last_day: string | null;
  completed_at: Date | string | null;
  lost_at: Date | string | null;
  replaces: string | null;
  passes: (Omit<Pass, 'cents'> & { cents: string })[] | null;
}

const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

const toBooklet = (row: BookletRow): Booklet => ({
  id: row.id,
  programme: row.programme,
  prescriber: row.prescriber,
  terms: programmeTermsSchema.parse(row.terms),
  termsVersion: row.terms_version,
  handedOverAt: instant(row.handed_over_at),
  handOverKey: row.hand_over_key,
  personName: row.person_name,
  phone: row.phone,
  lastDay: row.last_day as LocalDate | null,
  completedAt: instant(row.completed_at),
  lostAt: instant(row.lost_at),
  replaces: row.replaces,
  passes: (row.passes ?? []).map((pass) => ({ ...pass, cents: BigInt(pass.cents) })),
});

/** Columns of a booklet with its terms and its passes, in order. */
const WHOLE = sql`
  select booklet.id, booklet.programme, prescriber, terms_version, handed_over_at, hand_over_key, person_name, phone,
    last_day::text, completed_at, lost_at, replaces,
    (select terms from vouchers.programme_terms as issued
      where issued.programme = booklet.programme and issued.version = terms_version) as terms,
    (select jsonb_agg(jsonb_build_object('rank', rank, 'state', state, 'cents', cents::text, 'isBonus', is_bonus,
        'redemption', redemption) order by rank)
      from vouchers.pass where pass.booklet = booklet.id) as passes
  from vouchers.booklet`;

export async function readBooklet(db: Queries, id: string): Promise<Booklet | null> {
  const [row] = await db.rows<BookletRow>(sql`${WHOLE} where booklet.id = ${id}`);
  return row ? toBooklet(row) : null;
}

/** Holds the booklet until the transaction ends, then reads it: what others were writing is seen. */
export async function lockBooklet(db: Queries, id: string): Promise<Booklet | null> {
  await db.rows(sql`select id from vouchers.booklet where id = ${id} for update`);
  return readBooklet(db, id);
}

export async function findBookletByCode(db: Queries, codeHash: string): Promise<Booklet | null> {
  const [row] = await db.rows<BookletRow>(sql`${WHOLE} where code_hash = ${codeHash}`);
  return row ? toBooklet(row) : null;
}

/** Two sendings of one form wait for each other: the second finds what the first did. */
export async function findBookletByKey(db: Queries, handOverKey: string): Promise<Booklet | null> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended('hand over ' || ${handOverKey}, 0))`);
  const [row] = await db.rows<BookletRow>(sql`${WHOLE} where hand_over_key = ${handOverKey}`);
  return row ? toBooklet(row) : null;
}

export interface NewBooklet {
  id: string;
  programme: string;
  termsVersion: number;
  orderId: string | null;
  prescriber: string;
  lastDay: LocalDate | null;
  replaces: string | null;
  /** By rank from 1. */
  passes: readonly { cents: bigint; isBonus: boolean }[];
  /** For what replaces a booklet whose path was completed. */
  completedAt?: Date | null;
}

export async function insertBooklets(
  db: Queries,
  booklets: readonly NewBooklet[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const rows = booklets.map((one) => ({
    ...one,
    completedAt: one.completedAt ?? null,
    passes: one.passes.map(({ cents, isBonus }) => ({ cents: String(cents), isBonus })),
  }));
  await db.rows(sql`
    insert into vouchers.booklet (id, programme, terms_version, order_id, prescriber, last_day, replaces, completed_at)
    select id, programme, "termsVersion", "orderId", prescriber, "lastDay"::date, replaces, "completedAt"::timestamptz
    from jsonb_to_recordset(${jsonParameter(rows)})
      as given(id text, programme text, "termsVersion" int, "orderId" text, prescriber text, "lastDay" text, replaces text, "completedAt" text)`);
  await db.rows(sql`
    insert into vouchers.pass (booklet, rank, state, cents, is_bonus, changed_by, changed_at)
    select id, rank, 'ordered', (one->>'cents')::bigint, (one->>'isBonus')::boolean, ${by}, ${at.toISOString()}
    from jsonb_to_recordset(${jsonParameter(rows)}) as given(id text, passes jsonb),
      lateral jsonb_array_elements(passes) with ordinality as element(one, rank)`);
}

export async function insertBonusPass(
  db: Queries,
  { booklet, rank, cents }: { booklet: string; rank: number; cents: bigint },
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.pass (booklet, rank, state, cents, is_bonus, changed_by, changed_at)
    values (${booklet}, ${rank}, 'ordered', ${String(cents)}::bigint, true, ${by}, ${at.toISOString()})`);
}

/** How many passes of these booklets went from one state to the next: the caller knows how many it expects. */
export async function movePasses(
  db: Queries,
  {
    booklets,
    ranks,
    from,
    to,
  }: { booklets: readonly string[]; ranks?: readonly number[]; from: PassState; to: PassState },
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const rows = await db.rows<{ rank: number }>(sql`
    update vouchers.pass set state = ${to}, changed_by = ${by}, changed_at = ${at.toISOString()},
      redemption = case when ${to}::text = 'handed_over' then null else redemption end
    where booklet in (select jsonb_array_elements_text(${jsonParameter(booklets)}::jsonb))
      and (${ranks === undefined} or rank in (select value::int from jsonb_array_elements_text(${jsonParameter(ranks ?? [])}::jsonb)))
      and state = ${from} returning rank`);
  return rows.length;
}

/**
 * Booklets of an order that have passes in this state, in the order of their names. All of the order is held until the
 * transaction ends: none is cancelled meanwhile.
 */
export async function takeBooklets(db: Queries, order: string, state: PassState): Promise<string[]> {
  await db.rows(sql`select id from vouchers.booklet where order_id = ${order} order by id for update`);
  const rows = await db.rows<{ id: string }>(sql`
    select id from vouchers.booklet where order_id = ${order}
      and exists (select from vouchers.pass where pass.booklet = booklet.id and state = ${state}) order by id`);
  return rows.map(({ id }) => id);
}

/**
 * One that the prescriber may hand over, held for us alone: two desks never take the same. One whose last day is past
 * comes after all the others.
 */
export async function takeFromStock(
  db: Queries,
  { programme, prescriber, today }: { programme: string; prescriber: string; today: LocalDate },
): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(sql`
    select id from vouchers.booklet
    where programme = ${programme} and prescriber = ${prescriber} and handed_over_at is null and lost_at is null
      and exists (select from vouchers.pass where pass.booklet = booklet.id and state = 'in_stock')
    order by coalesce((select (terms->'validity'->>'until')::date < ${today}::date from vouchers.programme_terms as issued
      where issued.programme = booklet.programme and version = terms_version), false), id
    limit 1 for update skip locked`);
  return row?.id ?? null;
}

export async function saveHandOver(
  db: Queries,
  id: string,
  given: {
    key: string;
    codeHash: string;
    by: string;
    at: Date;
    personName: string;
    phone: string | null;
    lastDay: LocalDate;
  },
): Promise<void> {
  await db.rows(sql`
    update vouchers.booklet set hand_over_key = ${given.key}, code_hash = ${given.codeHash}, handed_over_by = ${given.by},
      handed_over_at = ${given.at.toISOString()}, person_name = ${given.personName}, phone = ${given.phone}, last_day = ${given.lastDay}
    where id = ${id}`);
}

/** The earlier code stops working at once. */
export async function saveCode(db: Queries, id: string, codeHash: string): Promise<void> {
  await db.rows(sql`update vouchers.booklet set code_hash = ${codeHash} where id = ${id}`);
}

export async function saveLoss(db: Queries, id: string, at: Date): Promise<void> {
  await db.rows(sql`update vouchers.booklet set lost_at = ${at.toISOString()} where id = ${id}`);
}

export async function saveLastDay(db: Queries, id: string, lastDay: LocalDate): Promise<void> {
  await db.rows(sql`update vouchers.booklet set last_day = ${lastDay} where id = ${id}`);
}

export async function saveCompletion(db: Queries, id: string, at: Date | null): Promise<void> {
  await db.rows(
    sql`update vouchers.booklet set completed_at = ${at?.toISOString() ?? null}::timestamptz where id = ${id}`,
  );
}
