import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import { fold } from '../../../kernel/text.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';

/** One programme as its prescriber sees it. A person whose sheet was lost and replaced counts once. */
export interface Stock {
  programme: string;
  name: string;
  endsOn: LocalDate | null;
  /** Ordered, not in hands yet. */
  toCome: number;
  received: number;
  inStock: number;
  handedOver: number;
  firstUsed: number;
  completed: number;
  /** When booklets last came or went: long ago, somebody should ask why (V16). */
  movedAt: Date;
  silenceDays: number;
}

interface StockRow extends Omit<Stock, 'endsOn' | 'movedAt'> {
  endsOn: string | null;
  movedAt: Date | string;
}

/** Newest programme first; those of which nothing was ever ordered are absent. */
export async function readStock(db: Queries, prescriber: string): Promise<Stock[]> {
  const rows = await db.rows<StockRow>(sql`
    with recursive chain as (
      select id as root, id, programme, order_id, handed_over_at, first_used_at, completed_at
      from vouchers.booklet where prescriber = ${prescriber} and replaces is null
      union all
      select root, next.id, next.programme, chain.order_id, chain.handed_over_at, next.first_used_at, next.completed_at
      from chain join vouchers.booklet as next on next.replaces = chain.id
    ), person as (
      select root, programme, order_id, handed_over_at, min(first_used_at) as first_used_at, max(completed_at) as completed_at
      from chain group by root, programme, order_id, handed_over_at
    ), told as (
      select person.*, sent_at, state from person
      join vouchers.booklet_order on booklet_order.id = order_id
      join vouchers.pass on pass.booklet = root and rank = 1
    )
    select told.programme, programme.name, programme.ends_on::text as "endsOn",
      count(*) filter (where state in ('ordered', 'issued'))::int as "toCome",
      count(*) filter (where sent_at is not null)::int as received,
      count(*) filter (where state = 'in_stock')::int as "inStock",
      count(handed_over_at)::int as "handedOver",
      count(told.first_used_at)::int as "firstUsed",
      count(told.completed_at)::int as completed,
      coalesce(greatest(max(handed_over_at), max(sent_at)), programme.created_at) as "movedAt",
      (select (terms->>'silenceDays')::int from vouchers.programme_terms as latest
        where latest.programme = told.programme order by version desc limit 1) as "silenceDays"
    from told join vouchers.programme on programme.id = told.programme
    group by told.programme, programme.name, programme.ends_on, programme.created_at
    order by programme.created_at desc`);
  return rows.map(({ endsOn, movedAt, ...row }) => ({
    ...row,
    endsOn: endsOn as LocalDate | null,
    movedAt: new Date(movedAt),
  }));
}

/** A booklet in someone's hands. */
export interface HandedOverRow {
  id: string;
  programme: string;
  personName: string | null;
  handedOverAt: Date;
  lastDay: LocalDate;
  firstUsedAt: Date | null;
  lostAt: Date | null;
  hasPhone: boolean;
  /** Ordinary passes still to use, of how many; and what became of the others. */
  left: number;
  total: number;
  expired: number;
  cancelled: number;
  passMinutes: number | null;
  passCents: bigint;
  /** Changes with the code: a page made before another sheet knows that it is old. */
  stamp: string;
}

interface Row {
  id: string;
  programme: string;
  person_name: string | null;
  handed_over_at: Date | string;
  last_day: string;
  first_used_at: Date | string | null;
  lost_at: Date | string | null;
  has_phone: boolean;
  left: number;
  total: number;
  expired: number;
  cancelled: number;
  pass_minutes: number | null;
  pass_cents: string;
  stamp: string;
}

const toRow = (row: Row): HandedOverRow => ({
  id: row.id,
  programme: row.programme,
  personName: row.person_name,
  handedOverAt: new Date(row.handed_over_at),
  lastDay: row.last_day as LocalDate,
  firstUsedAt: row.first_used_at === null ? null : new Date(row.first_used_at),
  lostAt: row.lost_at === null ? null : new Date(row.lost_at),
  hasPhone: row.has_phone,
  left: row.left,
  total: row.total,
  expired: row.expired,
  cancelled: row.cancelled,
  passMinutes: row.pass_minutes,
  passCents: BigInt(row.pass_cents),
  stamp: row.stamp,
});

const HANDED_OVER = sql`
  select booklet.id, programme.name as programme, person_name, handed_over_at, last_day::text, first_used_at, lost_at,
    phone is not null as has_phone, left(code_hash, 12) as stamp,
    (terms->>'passMinutes')::int as pass_minutes, terms->>'passCents' as pass_cents, counted.*
  from vouchers.booklet join vouchers.programme on programme.id = booklet.programme
    join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
    join lateral (
      select count(*) filter (where state = 'handed_over')::int as left, count(*)::int as total,
        count(*) filter (where state = 'expired')::int as expired,
        count(*) filter (where state = 'cancelled')::int as cancelled
      from vouchers.pass where pass.booklet = booklet.id and not is_bonus
    ) as counted on true`;

/** The prescriber's own, whatever became of it. */
export async function readHandedOver(
  db: Queries,
  { id, prescriber }: { id: string; prescriber: string },
): Promise<HandedOverRow | null> {
  const [row] = await db.rows<Row>(sql`${HANDED_OVER}
    where booklet.id = ${id} and prescriber = ${prescriber} and handed_over_at is not null`);
  return row ? toRow(row) : null;
}

/** What a lost booklet became; null as long as nobody replaced it. */
export async function successorOf(db: Queries, id: string): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(sql`select id from vouchers.booklet where replaces = ${id}`);
  return row?.id ?? null;
}

/** Those in hands, newest first; a lost one gives its place to the one that replaces it. Accents and case do not matter. */
export async function listHandedOver(
  db: Queries,
  { prescriber, name, limit, offset }: { prescriber: string; name: string; limit: number; offset: number },
): Promise<{ rows: HandedOverRow[]; count: number }> {
  const all = await db.rows<{ id: string; person_name: string | null }>(sql`
    select id, person_name from vouchers.booklet
    where prescriber = ${prescriber} and handed_over_at is not null
      and not exists (select from vouchers.booklet as next where next.replaces = booklet.id)
    order by handed_over_at desc, id`);
  const wanted = fold(name.trim());
  const found = all.filter(({ person_name }) => fold(person_name ?? '').includes(wanted));
  const ids = found.slice(offset, offset + limit).map(({ id }) => id);
  const rows = await db.rows<Row>(sql`${HANDED_OVER}
    where booklet.id in (select jsonb_array_elements_text(${jsonParameter(ids)}::jsonb))
    order by handed_over_at desc, booklet.id`);
  return { rows: rows.map(toRow), count: found.length };
}
