import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { UNPAID } from './dues.ts';

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

/**
 * Accounts are named one by one from what the programme knows. What stands on passes is the rest: every entry of the ledger
 * is balanced, hence the rest is what their million accounts hold, as `maillon check` adds them up each night.
 */
export async function readStanding(db: Queries, programme: string): Promise<Standing> {
  const [row] = await db.rows<Record<string, string>>(sql`
    select
      (select coalesce(sum(-posted_cents), 0)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'funder:' || programme || ':' || funder where programme = ${programme}) as received,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.ledger_account
        where id = 'provision:' || ${programme}::text) as provision,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.ledger_account as account
        join vouchers.booklet on booklet.id = substr(account.id, length('bonus:') + 1)
        where account.id like 'bonus:%' and posted_cents <> 0 and programme = ${programme}) as bonus,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.agreement join vouchers.ledger_account
        on id = 'payable:' || programme || ':' || structure where programme = ${programme}) as owed,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.agreement join vouchers.ledger_account
        on id = 'reimbursed:' || programme || ':' || structure where programme = ${programme}) as paid,
      (select coalesce(sum(posted_cents), 0)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'returned:' || programme || ':' || funder where programme = ${programme}) as returned`);
  const cents = (name: string) => BigInt(row![name]!);
  const receivedCents = cents('received');
  const elsewhere = {
    provisionCents: cents('provision'),
    bonusCents: cents('bonus'),
    owedCents: cents('owed'),
    paidCents: cents('paid'),
    returnedCents: cents('returned'),
  };
  const liveCents = Object.values(elsewhere).reduce((rest, sum) => rest - sum, receivedCents);
  return { receivedCents, liveCents, ...elsewhere };
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
      (select count(*)::int from (${UNPAID(programme)}) as due where pay_by < ${today}::date) as overdue`);
  return row!;
}
