import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

/** One redemption as the place that is paid sees it (V11). */
export interface Income {
  id: string;
  programme: string;
  at: Date;
  passCount: number;
  cents: bigint;
  theme: string | null;
  passMinutes: number | null;
  passCents: bigint;
  payBy: LocalDate;
  undoneAt: Date | null;
  payment: { id: string; outcome: 'pending' | 'paid'; executeOn: LocalDate; resolvedAt: Date | null } | null;
}

interface Row {
  id: string;
  programme: string;
  at: Date | string;
  pass_count: number;
  cents: string;
  theme: string | null;
  pass_minutes: number | null;
  pass_cents: string;
  pay_by: string;
  undone_at: Date | string | null;
  payment: string | null;
  outcome: 'pending' | 'paid' | null;
  execute_on: string | null;
  resolved_at: Date | string | null;
}

const toIncome = (row: Row): Income => ({
  id: row.id,
  programme: row.programme,
  at: new Date(row.at),
  passCount: row.pass_count,
  cents: BigInt(row.cents),
  theme: row.theme,
  passMinutes: row.pass_minutes,
  passCents: BigInt(row.pass_cents),
  payBy: row.pay_by as LocalDate,
  undoneAt: row.undone_at === null ? null : new Date(row.undone_at),
  payment:
    row.payment === null || row.outcome === null
      ? null
      : {
          id: row.payment,
          outcome: row.outcome,
          executeOn: row.execute_on as LocalDate,
          resolvedAt: row.resolved_at === null ? null : new Date(row.resolved_at),
        },
});

/** Newest help first. A payment that the bank refused has let its redemptions go: they are owed again. */
export async function listIncome(
  db: Queries,
  { structure, limit, offset }: { structure: string; limit: number; offset: number },
): Promise<Income[]> {
  const rows = await db.rows<Row>(sql`
    select redemption.id, programme.name as programme, redemption.at, pass_count, redemption.cents::text, theme,
      (terms->>'passMinutes')::int as pass_minutes, terms->>'passCents' as pass_cents, pay_by::text, undone_at,
      payment.id as payment, outcome, execute_on::text, resolved_at
    from vouchers.redemption
      join vouchers.programme on programme.id = redemption.programme
      join vouchers.booklet on booklet.id = redemption.booklet
      join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
      left join vouchers.payment on payment.id = redemption.payment
      left join vouchers.batch on batch.id = payment.batch
    where redemption.structure = ${structure} order by redemption.at desc, redemption.id limit ${limit} offset ${offset}`);
  return rows.map(toIncome);
}

export interface IncomeTotals {
  count: number;
  owedCents: bigint;
  pendingCents: bigint;
  paidCents: bigint;
  late: number;
  /** Organisations that are late. */
  lateManagers: string[];
}

export async function sumIncome(
  db: Queries,
  { structure, today }: { structure: string; today: LocalDate },
): Promise<IncomeTotals> {
  const [row] = await db.rows<{
    count: number;
    owed: string;
    pending: string;
    paid: string;
    late: number;
    managers: string[];
  }>(sql`
    with own as (
      select redemption.cents, outcome, undone_at, pay_by, organisation,
        undone_at is null and outcome is distinct from 'paid' and pay_by < ${today}::date as is_late
      from vouchers.redemption join vouchers.programme on programme.id = redemption.programme
        left join vouchers.payment on payment.id = redemption.payment
      where redemption.structure = ${structure}
    )
    select count(*)::int as count,
      coalesce(sum(cents) filter (where undone_at is null and outcome is null), 0)::text as owed,
      coalesce(sum(cents) filter (where outcome = 'pending'), 0)::text as pending,
      coalesce(sum(cents) filter (where outcome = 'paid'), 0)::text as paid,
      count(*) filter (where is_late)::int as late,
      coalesce(array_agg(distinct organisation) filter (where is_late), '{}') as managers
    from own`);
  return {
    count: row!.count,
    owedCents: BigInt(row!.owed),
    pendingCents: BigInt(row!.pending),
    paidCents: BigInt(row!.paid),
    late: row!.late,
    lateManagers: row!.managers,
  };
}
