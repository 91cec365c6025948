import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { PASSES_TAKEN } from './redemptions.ts';

/**
 * What a person was given is one path, whatever number of sheets were lost on the way: a booklet and those that replaced
 * it count once, under the first of them. Only the few that were replaced are followed.
 */
const PATHS = (programme: string): SQL => sql`
  with recursive later as (
    select root.id as root, booklet.id from vouchers.booklet join vouchers.booklet as root on root.id = booklet.replaces
      where booklet.programme = ${programme} and booklet.replaces is not null and root.replaces is null
    union all
    select later.root, booklet.id from later join vouchers.booklet on booklet.replaces = later.id
  ), replaced as (
    select root, min(handed_over_at) as handed_over_at, bool_or(first_used_at is not null) as is_used,
      bool_or(completed_at is not null) as is_completed
    from later join vouchers.booklet on booklet.id = later.id group by root
  )
  select booklet.id as root, booklet.prescriber, issued_at, sent_at,
    least(booklet.handed_over_at, replaced.handed_over_at) as handed_at,
    first_used_at is not null or coalesce(is_used, false) as is_used,
    completed_at is not null or coalesce(is_completed, false) as is_completed
  from vouchers.booklet join vouchers.booklet_order on booklet_order.id = order_id left join replaced on root = booklet.id
  where booklet.programme = ${programme} and replaces is null`;

/** How far paths went. Each is a part of the one before it. */
export interface PathCounts {
  issued: number;
  handedOver: number;
  used: number;
  completed: number;
}

export async function readPathCounts(db: Queries, programme: string): Promise<PathCounts> {
  const [row] = await db.rows<PathCounts>(sql`
    select count(*)::int as issued, (count(*) filter (where handed_at is not null))::int as "handedOver",
      (count(*) filter (where is_used))::int as used, (count(*) filter (where is_completed))::int as completed
    from (${PATHS(programme)}) as path where issued_at is not null`);
  return row!;
}

/** Ordinary passes that were issued, by what became of them. Those that were replaced live on in others. */
export async function readPassCounts(
  db: Queries,
  programme: string,
): Promise<{ issued: number; used: number; expired: number }> {
  const [row] = await db.rows<{ issued: number; used: number; expired: number }>(sql`
    select (count(*) filter (where state not in ('ordered', 'cancelled', 'replaced')))::int as issued,
      (count(*) filter (where state in ('redeemed', 'reimbursed')))::int as used,
      (count(*) filter (where state = 'expired'))::int as expired
    from vouchers.pass join vouchers.booklet on booklet.id = pass.booklet where programme = ${programme} and not is_bonus`);
  return row!;
}

/** V11: how long places wait. */
export interface PaymentDelays {
  /** Redemptions that were paid, and those of them that were on time. */
  paid: number;
  onTime: number;
  /** Days from the writing of a redemption to the bank's answer, half of them under it; null when none was paid. */
  medianDays: number | null;
  /** Redemptions that wait to be paid, and those of them whose promised day is past. */
  owed: number;
  late: number;
}

export async function readPaymentDelays(
  db: Queries,
  { programme, today }: { programme: string; today: LocalDate },
): Promise<PaymentDelays> {
  // The day of a payment is counted once, not for each of its redemptions.
  const [row] = await db.rows<Omit<PaymentDelays, 'medianDays'> & { seconds: number | string | null }>(sql`
    with settled as materialized (
      select payment.id, resolved_at, (resolved_at at time zone 'Europe/Paris')::date as paid_on
      from vouchers.payment join vouchers.batch on batch.id = payment.batch
      where batch.programme = ${programme} and outcome = 'paid'
    )
    select count(settled.id)::int as paid, (count(*) filter (where paid_on <= pay_by))::int as "onTime",
      extract(epoch from percentile_cont(0.5) within group (order by resolved_at - recorded_at)) as seconds,
      (count(*) filter (where settled.id is null))::int as owed,
      (count(*) filter (where settled.id is null and pay_by < ${today}::date))::int as late
    from vouchers.redemption left join settled on settled.id = redemption.payment
    where programme = ${programme} and undone_at is null`);
  const { seconds, ...counts } = row!;
  return { ...counts, medianDays: seconds === null ? null : Number(seconds) / 86_400 };
}

/** V16: what each partner did with its booklets. */
export interface FunnelRow {
  prescriber: string;
  inStock: number;
  handedOver: number;
  used: number;
  completed: number;
  /** Since when nothing was handed over while there is stock: the last hand-over, or the first sending. */
  silentSince: Date | null;
}

export async function listFunnel(db: Queries, programme: string): Promise<FunnelRow[]> {
  const rows = await db.rows<Omit<FunnelRow, 'silentSince'> & { silent: Date | string | null }>(sql`
    select path.prescriber, count(stock.booklet)::int as "inStock",
      (count(handed_at))::int as "handedOver", (count(*) filter (where is_used))::int as used,
      (count(*) filter (where is_completed))::int as completed,
      case when count(stock.booklet) > 0 then coalesce(max(handed_at), min(sent_at)) end as silent
    from (${PATHS(programme)}) as path
      left join (select distinct booklet from vouchers.pass where state = 'in_stock') as stock
        on stock.booklet = path.root and handed_at is null
    where sent_at is not null group by path.prescriber order by path.prescriber`);
  return rows.map(({ silent, ...row }) => ({
    ...row,
    silentSince: silent === null ? null : new Date(silent),
  }));
}

export interface PlaceRow {
  structure: string;
  /** Hours of help, or rather how often passes were used. */
  redemptions: number;
  passes: number;
  people: number;
  owedCents: bigint;
  paidCents: bigint;
}

/** What each place did, and what it is owed for it. */
export async function listPlaceFigures(db: Queries, programme: string): Promise<PlaceRow[]> {
  // By booklet first: telling people apart in one go sorts all redemptions.
  const rows = await db.rows<Omit<PlaceRow, 'owedCents' | 'paidCents'> & { owed: string; paid: string }>(sql`
    with visit as (
      select redemption.structure, booklet, count(*) as redemptions, sum(${PASSES_TAKEN}) as passes,
        sum(redemption.cents) filter (where outcome is distinct from 'paid') as owed,
        sum(redemption.cents) filter (where outcome = 'paid') as paid
      from vouchers.redemption left join vouchers.payment on payment.id = redemption.payment
      where programme = ${programme} and undone_at is null group by redemption.structure, booklet
    )
    select structure, sum(redemptions)::int as redemptions, sum(passes)::int as passes, count(*)::int as people,
      coalesce(sum(owed), 0)::text as owed, coalesce(sum(paid), 0)::text as paid
    from visit group by structure order by structure`);
  return rows.map(({ owed, paid, ...row }) => ({ ...row, owedCents: BigInt(owed), paidCents: BigInt(paid) }));
}

/** V12: what one organisation had paid since an instant, in all its programmes. */
export async function readPaidSince(
  db: Queries,
  { organisation, since }: { organisation: string; since: Date },
): Promise<bigint> {
  const [row] = await db.rows<{ paid: string }>(sql`
    select coalesce(sum(payment.cents), 0)::text as paid from vouchers.payment
      join vouchers.batch on batch.id = payment.batch join vouchers.programme on programme.id = batch.programme
    where organisation = ${organisation} and outcome = 'paid' and resolved_at > ${since.toISOString()}`);
  return BigInt(row!.paid);
}
