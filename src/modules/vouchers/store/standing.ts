import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

/** Where every euro of a programme stands at this instant, in cents (V5): what was received is the sum of the others. */
export interface Standing {
  receivedCents: bigint;
  provisionCents: bigint;
  /** On passes that can still be used, or still be handed over. */
  liveCents: bigint;
  /** Set aside for the paths that will be completed. */
  bonusCents: bigint;
  /** Redeemed, not paid yet: what a batch took and the bank did not answer included. */
  owedCents: bigint;
  paidCents: bigint;
  returnedCents: bigint;
}

/** Accounts are named one by one from what the programme knows: no pattern is searched among a million of them. */
export async function readStanding(db: Queries, programme: string): Promise<Standing> {
  const [row] = await db.rows<Record<string, string>>(sql`
    select
      (select coalesce(sum(-posted_cents), 0)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'funder:' || programme || ':' || funder where programme = ${programme}) as received,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.ledger_account
        where id = 'provision:' || ${programme}::text) as provision,
      (select coalesce(sum(cents), 0)::text from vouchers.pass join vouchers.booklet on booklet.id = pass.booklet
        where programme = ${programme} and state in ('issued', 'in_stock', 'handed_over')) as live,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.booklet join vouchers.ledger_account
        on ledger_account.id = 'bonus:' || booklet.id where programme = ${programme}) as bonus,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.agreement join vouchers.ledger_account
        on id = 'payable:' || programme || ':' || structure where programme = ${programme}) as owed,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.agreement join vouchers.ledger_account
        on id = 'reimbursed:' || programme || ':' || structure where programme = ${programme}) as paid,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'returned:' || programme || ':' || funder where programme = ${programme}) as returned`);
  const cents = (name: string) => BigInt(row![name]!);
  return {
    receivedCents: cents('received'),
    provisionCents: cents('provision'),
    liveCents: cents('live'),
    bonusCents: cents('bonus'),
    owedCents: cents('owed'),
    paidCents: cents('paid'),
    returnedCents: cents('returned'),
  };
}

/** What waits for somebody who runs the programme. */
export interface Waiting {
  /** The account of the programme itself (P5). */
  escrowProposed: number;
  orders: number;
  agreements: number;
  accounts: number;
  extensions: number;
  batches: number;
  overdue: number;
}

export async function readWaiting(
  db: Queries,
  { programme, today }: { programme: string; today: LocalDate },
): Promise<Waiting> {
  const [row] = await db.rows<Waiting>(sql`
    select
      (select count(*)::int from vouchers.bank_account where structure = ${programme} and state = 'proposed') as "escrowProposed",
      (select count(*)::int from vouchers.booklet_order where programme = ${programme} and sent_at is null) as orders,
      (select count(*)::int from vouchers.agreement where programme = ${programme} and state = 'requested') as agreements,
      (select count(*)::int from vouchers.bank_account as account where state = 'proposed' and exists (
        select from vouchers.agreement where programme = ${programme} and agreement.structure = account.structure
          and agreement.state in ('active', 'ended'))) as accounts,
      (select count(*)::int from vouchers.extension join vouchers.booklet on booklet.id = extension.booklet
        where programme = ${programme} and decided_at is null) as extensions,
      (select count(*)::int from vouchers.batch where programme = ${programme} and state = 'prepared') as batches,
      (select count(*)::int from vouchers.redemption left join vouchers.payment on payment.id = redemption.payment
        where programme = ${programme} and undone_at is null and pay_by < ${today}::date
          and coalesce(outcome, 'pending') = 'pending') as overdue`);
  return row!;
}
