import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

/** What one structure is owed, and what keeps it from the next batch. In cents. */
export interface Owed {
  structure: string;
  owedCents: bigint;
  /** Nothing can undo it any more, and no batch took it. */
  ripeCents: bigint;
  /** Can still be undone by its place. */
  recentCents: bigint;
  /** The first promise made to the place. */
  payBy: LocalDate;
  /** How many redemptions should have been paid before today. */
  lateCount: number;
  hasAccountWaiting: boolean;
  /** From when its account can be paid; null when it has none. */
  payableFrom: Date | null;
}

/** Redemptions that no bank paid: those that no batch took, then those of payments without an answer. Few among all. */
export const UNPAID = (programme: string): SQL => sql`
  select structure, cents, payment, recorded_at, pay_by from vouchers.redemption
  where programme = ${programme} and payment is null and undone_at is null
  union all
  select redemption.structure, redemption.cents, payment, recorded_at, pay_by
  from vouchers.payment join vouchers.redemption on redemption.payment = payment.id
  where outcome = 'pending' and programme = ${programme} and undone_at is null`;

/** Latest promise last: the most pressing first. */
export async function listOwed(
  db: Queries,
  { programme, recordedBefore, today }: { programme: string; recordedBefore: Date; today: LocalDate },
): Promise<Owed[]> {
  const before = recordedBefore.toISOString();
  const rows = await db.rows<{
    structure: string;
    owed: string;
    ripe: string;
    recent: string;
    pay_by: string;
    late: number;
    waiting: boolean;
    payable_from: Date | string | null;
  }>(sql`
    select due.structure, sum(due.cents)::text as owed, min(pay_by)::text as pay_by,
      coalesce(sum(due.cents) filter (where due.payment is null and recorded_at < ${before}), 0)::text as ripe,
      coalesce(sum(due.cents) filter (where due.payment is null and recorded_at >= ${before}), 0)::text as recent,
      (count(*) filter (where pay_by < ${today}::date))::int as late,
      exists (select from vouchers.bank_account as account
        where account.structure = due.structure and account.state = 'proposed') as waiting,
      (select payable_from from vouchers.bank_account as account
        where account.structure = due.structure and account.state = 'confirmed') as payable_from
    from (${UNPAID(programme)}) as due group by due.structure order by min(pay_by), due.structure`);
  return rows.map((row) => ({
    structure: row.structure,
    owedCents: BigInt(row.owed),
    ripeCents: BigInt(row.ripe),
    recentCents: BigInt(row.recent),
    payBy: row.pay_by as LocalDate,
    lateCount: row.late,
    hasAccountWaiting: row.waiting,
    payableFrom: row.payable_from === null ? null : new Date(row.payable_from),
  }));
}

export interface BatchFigures {
  count: number;
  cents: bigint;
  paid: number;
}

/** By batch of the programme. */
export async function readBatchFigures(
  db: Queries,
  programme: string,
): Promise<ReadonlyMap<string, BatchFigures>> {
  const rows = await db.rows<{ batch: string; count: number; cents: string; paid: number }>(sql`
    select batch, count(*)::int as count, sum(cents)::text as cents,
      (count(*) filter (where outcome = 'paid'))::int as paid
    from vouchers.payment join vouchers.batch on batch.id = payment.batch
    where programme = ${programme} group by batch`);
  return new Map(rows.map(({ batch, count, cents, paid }) => [batch, { count, cents: BigInt(cents), paid }]));
}
