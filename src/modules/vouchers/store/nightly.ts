import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { HeldBooklet } from '../domain/reminder.ts';

/** Those of these keys under which nothing was written yet; from now on they are. */
export async function markTold(db: Queries, keys: readonly string[], at: Date): Promise<Set<string>> {
  const rows = await db.rows<{ key: string }>(sql`
    insert into vouchers.told (key, told_at)
    select value, ${at.toISOString()} from jsonb_array_elements_text(${jsonParameter(keys)}::jsonb)
    on conflict do nothing returning key`);
  return new Set(rows.map(({ key }) => key));
}

/** Those of these keys under which something was written. */
export async function readTold(db: Queries, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ key: string }>(sql`
    select key from vouchers.told where key in (select jsonb_array_elements_text(${jsonParameter(keys)}::jsonb))`);
  return new Set(rows.map(({ key }) => key));
}

/** V18: whole paths whose bonus is still set aside, because the process stopped before it was granted. */
export async function listUnrewarded(db: Queries, limit: number): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select booklet.id from vouchers.booklet join vouchers.ledger_account on ledger_account.id = 'bonus:' || booklet.id
    where completed_at is not null and posted_cents > 0
    order by booklet.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export interface QuietBooklet extends HeldBooklet {
  programme: string;
  prescriber: string;
  /** Given to receive the code and these reminders; null for most people. */
  phone: string | null;
  silenceDays: number;
  passMinutes: number | null;
  passCents: bigint;
  /** Ordinary passes left. */
  left: number;
}

/** V16: booklets in hands that nobody used for long, or whose last month came. The nearest loss first. */
export async function listQuietBooklets(db: Queries, today: LocalDate): Promise<QuietBooklet[]> {
  const rows = await db.rows<Omit<QuietBooklet, 'passCents'> & { cents: string }>(sql`
    select booklet.id, booklet.programme, prescriber, phone, first_used_at is not null as "isUsed",
      (handed_over_at at time zone 'Europe/Paris')::date::text as "handedOverOn", last_day::text as "lastDay",
      (terms->>'silenceDays')::int as "silenceDays", (terms->>'passMinutes')::int as "passMinutes",
      terms->>'passCents' as cents, held.count as left
    from vouchers.booklet
      join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
      cross join lateral (select count(*)::int as count from vouchers.pass
        where pass.booklet = booklet.id and state = 'handed_over' and not is_bonus) as held
    where handed_over_at is not null and lost_at is null and last_day >= ${today}::date and held.count > 0
      and (last_day <= ${today}::date + 30
        or (first_used_at is null and handed_over_at < ${today}::date - (terms->>'silenceDays')::int + 1))
    order by last_day, booklet.id`);
  return rows.map(({ cents, ...row }) => ({ ...row, passCents: BigInt(cents) }));
}

/** Organisations that a programme touches: who was sent booklets, who may redeem them, who paid. */
export async function listTouched(
  db: Queries,
  programme: string,
): Promise<{ prescribers: string[]; structures: string[]; funders: string[] }> {
  const [row] = await db.rows<{ prescribers: string[]; structures: string[]; funders: string[] }>(sql`
    select
      (select coalesce(jsonb_agg(distinct prescriber), '[]') from vouchers.booklet_order
        where programme = ${programme} and sent_at is not null) as prescribers,
      (select coalesce(jsonb_agg(structure), '[]') from vouchers.agreement
        where programme = ${programme} and state = 'active') as structures,
      (select coalesce(jsonb_agg(funder), '[]') from vouchers.programme_funder
        where programme = ${programme}) as funders`);
  return row!;
}

/** Every programme, with how long a silence may last in it. */
export async function listRunning(
  db: Queries,
): Promise<
  { id: string; organisation: string; name: string; endsOn: LocalDate | null; silenceDays: number }[]
> {
  return db.rows(sql`
    select programme.id, organisation, name, ends_on::text as "endsOn", (terms->>'silenceDays')::int as "silenceDays"
    from vouchers.programme join lateral (select terms from vouchers.programme_terms
      where programme_terms.programme = programme.id order by version desc limit 1) as latest on true
    order by programme.id`);
}
