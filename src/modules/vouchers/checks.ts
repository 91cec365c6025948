import { type SQL, sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import type { Queries } from '../../platform/db/database.ts';
import { MESSAGES } from './messages.ts';

type CheckName = keyof (typeof MESSAGES)['fr'] & `check${string}`;

async function count(db: Queries, faulty: SQL): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(*) as count from (${faulty}) as faulty`,
  );
  return Number(row?.count ?? 0);
}

const check = (name: CheckName, faulty: SQL): Check => ({
  name: (lang) => MESSAGES[lang][name],
  countFaults: (db) => count(db, faulty),
});

/** L2, L7 and L8 of the domain rules, on the live ledger. The chain itself is followed by `maillon ledger verify`. */
const LEDGER_CHECKS: readonly Check[] = [
  check(
    'checkBalanced',
    sql`select number from vouchers.ledger_entry left join vouchers.ledger_leg on ledger_leg.entry = number
      group by number
      having count(account) < 2 or sum(posted_cents) <> 0 or sum(pending_cents) <> 0`,
  ),
  check(
    'checkStored',
    sql`select id from vouchers.ledger_account left join (
        select account, sum(ledger_leg.posted_cents) as posted, sum(case kind
            when 'hold' then greatest(-pending_cents, 0) else -greatest(pending_cents, 0) end) as held
        from vouchers.ledger_leg join vouchers.ledger_entry on number = entry group by account
      ) as journal on account = id
      where posted_cents <> coalesce(posted, 0) or held_cents <> coalesce(held, 0)`,
  ),
  check(
    'checkFloor',
    sql`select id from vouchers.ledger_account where posted_cents - held_cents < floor_cents`,
  ),
];

/** Help that the ledger refused and that a decision pays from the provision: it takes no pass. */
const PAID_ANYWAY = sql`
  select redemption from vouchers.late_redemption where redemption is not null and outcome <> 'redeemed'`;

/** V2, V3, V5, V6, V13, V18 and P7: what passes, places and payments say, against what the ledger says. */
const SCHEME_CHECKS: readonly Check[] = [
  check(
    'checkPassValue',
    sql`select booklet from vouchers.pass left join vouchers.ledger_account on id = 'pass:' || booklet || ':' || rank
      where coalesce(posted_cents, 0) <> case when state in ('issued', 'in_stock', 'handed_over') then cents else 0 end`,
  ),
  check(
    'checkPassHistory',
    sql`select pass.booklet from vouchers.pass left join lateral (
        select to_state from vouchers.pass_event as event
        where event.booklet = pass.booklet and event.rank = pass.rank order by id desc limit 1
      ) as latest on true where to_state is distinct from state
      union all
      select booklet from (
        select booklet, from_state, lag(to_state) over (partition by booklet, rank order by id) as before from vouchers.pass_event
      ) as step where from_state is distinct from before`,
  ),
  check(
    'checkRedeemed',
    sql`select redemption.id from vouchers.redemption left join vouchers.pass on pass.redemption = redemption.id
        and state in ('redeemed', 'reimbursed')
      where redemption.id not in (${PAID_ANYWAY})
      group by redemption.id
      having count(pass.rank) <> case when undone_at is null then pass_count else 0 end
        or coalesce(sum(pass.cents), 0) <> case when undone_at is null then redemption.cents else 0 end
      union all
      select pass.booklet from vouchers.pass where redemption in (${PAID_ANYWAY})
      union all
      select booklet from vouchers.pass where state in ('redeemed', 'reimbursed') and redemption is null`,
  ),
  check(
    'checkFunded',
    sql`select programme_funder.programme from vouchers.programme_funder left join vouchers.ledger_account
        on id = 'funder:' || programme || ':' || funder
      where coalesce(-posted_cents, 0) <> (select coalesce(sum(cents), 0) from vouchers.funding
        where funding.programme = programme_funder.programme and funding.funder = programme_funder.funder)`,
  ),
  check(
    'checkWhole',
    sql`with owned as (
        select split_part(id, ':', 2) as programme, posted_cents from vouchers.ledger_account
        where id like 'funder:%' or id like 'provision:%' or id like 'payable:%' or id like 'reimbursed:%' or id like 'returned:%'
        union all
        select programme, posted_cents from vouchers.ledger_account join vouchers.booklet
          on booklet.id = split_part(ledger_account.id, ':', 2)
        where ledger_account.id like 'pass:%' or ledger_account.id like 'bonus:%'
      ) select owned.programme from owned join vouchers.programme on programme.id = owned.programme
      group by owned.programme having sum(posted_cents) <> 0`,
  ),
  check(
    'checkOwed',
    sql`select id from vouchers.ledger_account where id like 'payable:%' and posted_cents <> (
        select coalesce(sum(redemption.cents), 0) from vouchers.redemption left join vouchers.payment on payment.id = redemption.payment
        where 'payable:' || programme || ':' || redemption.structure = ledger_account.id and undone_at is null
          and coalesce(outcome, 'pending') = 'pending')
      union all
      select id from vouchers.ledger_account where id like 'reimbursed:%' and posted_cents <> (
        select coalesce(sum(payment.cents), 0) from vouchers.payment join vouchers.batch on batch.id = payment.batch
        where 'reimbursed:' || programme || ':' || structure = ledger_account.id and outcome = 'paid')`,
  ),
  check(
    'checkPayments',
    sql`select payment.id from vouchers.payment
      left join vouchers.ledger_entry as held on held.number = hold
      left join vouchers.ledger_entry as resolved on resolved.number = resolution
      where held.kind is distinct from 'hold' or resolved.kind is distinct from case outcome
        when 'paid' then 'settle' when 'returned' then 'reverse' when 'pending' then null else 'void' end
      union all
      select payment.id from vouchers.payment join vouchers.redemption on redemption.payment = payment.id
      where outcome in ('pending', 'paid') group by payment.id, payment.cents having sum(redemption.cents) <> payment.cents`,
  ),
  check(
    'checkBonus',
    sql`select booklet.id from vouchers.booklet join vouchers.programme_terms as issued
        on issued.programme = booklet.programme and issued.version = terms_version
      left join vouchers.pass on pass.booklet = booklet.id and is_bonus
      group by booklet.id, completed_at, terms
      having count(*) filter (where state <> 'cancelled') > case when completed_at is null then 0 else 1 end
        or (completed_at is not null and (terms->>'bonusCents')::bigint > 0 and count(state) = 0)`,
  ),
];

export const checks: readonly Check[] = [...LEDGER_CHECKS, ...SCHEME_CHECKS];
