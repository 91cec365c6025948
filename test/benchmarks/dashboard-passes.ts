import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/db/database.ts';
import { must } from '../support/scheme.ts';

const PASSES_PER_BOOKLET = 10;
const BOOKLETS_PER_ORDER = 250;

/** Who stands around the programme: enough for tables to be as long as those of a region. */
const PRESCRIBERS = 40;
const PLACES = 60;

/**
 * A programme sixteen months old, as rows: the last orders are not issued or not sent, one booklet in eight is in stock, and
 * of those in hands a quarter never served, a third served whole, some are past their date, one in a hundred was lost. Help older
 * than five weeks was paid, month by month. The ledger stands as all that left it, its journal is not written.
 */
export async function fillProgramme(
  db: Database,
  { programme, funder, passes }: { programme: string; funder: string; passes: number },
): Promise<void> {
  const booklets = passes / PASSES_PER_BOOKLET;
  const orders = booklets / BOOKLETS_PER_ORDER;
  await must(
    await db.inTransaction(async (tx) => {
      await tx.rows(sql`set local session_replication_role = replica`);
      await tx.rows(sql`
        create temporary table fill on commit drop as
        select *, case when order_rank >= ${orders} * 0.985 then 'ordered' when order_rank >= ${orders} * 0.97 then 'issued'
            when draw < 12 then 'in_stock' when draw >= 30 and draw < 35 then 'expired' else 'handed_over' end as state,
          case when order_rank >= ${orders} * 0.97 or draw < 35 then 0 when draw < 75 then 1 + n % 9 else 10 end as used,
          order_rank < ${orders} * 0.97 and draw = 36 as is_lost, issued_at + n % 60 * interval '1 day' as handed_at
        from (select n, 'C-B' || n as id, n * 7919 % 100 as draw, (n - 1) / ${BOOKLETS_PER_ORDER}::int as order_rank,
            now() - interval '480 days' + (n - 1) * interval '400 days' / ${booklets} as issued_at,
            'o-accueil-' || (n - 1) / ${BOOKLETS_PER_ORDER}::int % ${PRESCRIBERS}::int as prescriber
          from generate_series(1, ${booklets}::int) as n) as drawn`);
      await tx.rows(sql`
        insert into vouchers.booklet_order (id, programme, prescriber, quantity, ordered_by, ordered_at, issued_at, sent_at)
        select 'O-B' || order_rank, ${programme}, prescriber, count(*), 'fill', min(issued_at),
          case when min(state) <> 'ordered' then min(issued_at) end, case when min(state) not in ('ordered', 'issued') then min(issued_at) end
        from fill group by order_rank, prescriber`);
      await tx.rows(sql`
        insert into vouchers.booklet (id, programme, terms_version, order_id, prescriber, handed_over_at, last_day, first_used_at, completed_at, lost_at, replaces)
        select id, ${programme}, 1, 'O-B' || order_rank, prescriber, case when state in ('handed_over', 'expired') then handed_at end,
          (handed_at + interval '1 year')::date, case when used > 0 then handed_at end,
          case when used = 10 then handed_at end, case when is_lost then handed_at end, null from fill
        union all
        select 'C-R' || n, ${programme}, 1, null, prescriber, handed_at, (handed_at + interval '1 year')::date, null, null, null, id
        from fill where is_lost`);
      await tx.rows(sql`
        insert into vouchers.redemption (id, key, request_hash, programme, booklet, structure, mediator, pass_count, cents, has_attended,
          channel, at, recorded_at, pay_by, entry, payment)
        select 'R-' || n || '-' || part, 'fill ' || n || '-' || part, '', ${programme}, id, 'o-lieu-' || n % ${PLACES}::int,
          'p-' || n % ${PLACES}::int, amount, 1500 * amount, true, 'typed', at, at, (at + interval '30 days')::date, 0,
          case when at < now() - interval '35 days' then 'P-' || to_char(at, 'YYYYMM') || '-' || n % ${PLACES}::int end
        from fill, generate_series(1, (used + 1) / 2) as part,
          lateral (select least(2, used - 2 * part + 2) as amount,
            least(handed_at + (part * 7 + n % 7) * interval '1 day', now() - n % 40 * interval '1 day') as at) as drawn`);
      await tx.rows(sql`
        insert into vouchers.payment (id, batch, structure, cents, holder, iban, hold, outcome, resolved_at)
        select payment, 'B-' || to_char(max(at), 'YYYYMM'), structure, sum(cents), 'Lieu Exemple', 'FR7630006000011234567890189', 0, 'paid',
          max(at) + interval '20 days' from vouchers.redemption where payment is not null group by payment, structure`);
      await tx.rows(sql`
        insert into vouchers.batch (id, programme, state, prepared_by, prepared_at, execute_on, debtor_name, debtor_iban)
        select batch, ${programme}, 'approved', 'fill', max(resolved_at), max(resolved_at)::date, 'Region Exemple', 'FR7630006000011234567890189'
        from vouchers.payment group by batch`);
      await tx.rows(sql`
        insert into vouchers.pass (booklet, rank, state, cents, is_bonus, redemption, changed_by, changed_at)
        select id, rank, case when rank <= used then case when payment is null then 'redeemed' else 'reimbursed' end
            when is_lost then 'replaced' else state end, 1500, false, helped, 'fill', now()
        from (select *, case when rank <= used then 'R-' || n || '-' || (rank + 1) / 2 end as redemption_id
          from fill, generate_series(1, ${PASSES_PER_BOOKLET}) as rank) as passes
          left join (select id as helped, payment from vouchers.redemption) as help on helped = redemption_id
        union all
        select 'C-R' || n, rank, 'handed_over', 1500, false, null, 'fill', now()
        from fill, generate_series(1, ${PASSES_PER_BOOKLET} - used) as rank where is_lost
        union all
        select id, ${PASSES_PER_BOOKLET} + 1, 'handed_over', 3000, true, null, 'fill', now() from fill where used = 10`);
      await tx.rows(sql`
        insert into vouchers.ledger_account (id, floor_cents, opened_at, posted_cents, leg_count)
        select 'pass:' || booklet || ':' || rank, 0, now(), case when state in ('issued', 'in_stock', 'handed_over') then cents else 0 end, 1
        from vouchers.pass where changed_by = 'fill' and state <> 'ordered'
        union all
        select 'bonus:' || id, 0, now(), case when state = 'expired' or used = 10 or is_lost then 0 else 3000 end, 1 from fill where state <> 'ordered'
        union all
        select 'bonus:C-R' || n, 0, now(), 3000, 1 from fill where is_lost
        union all
        select 'payable:' || ${programme} || ':' || structure, 0, now(), coalesce(sum(cents) filter (where payment is null), 0), 1
        from vouchers.redemption group by structure
        union all
        select 'reimbursed:' || ${programme} || ':' || structure, 0, now(), sum(cents), 1 from vouchers.payment group by structure`);
      await tx.rows(sql`
        insert into vouchers.agreement (programme, structure, state, siret, code_insee, territories, requested_by, requested_at, starts_on)
        select ${programme}, structure, 'active', 'siret ' || structure, '69123', '{}', 'fill', now(), '2026-01-01'
        from (select distinct structure from vouchers.redemption) as place`);
      await tx.rows(sql`
        update vouchers.ledger_account set posted_cents = -(select sum(posted_cents) from vouchers.ledger_account where id not like 'funder:%')
        where id = 'funder:' || ${programme} || ':' || ${funder}`);
      return { ok: true as const, value: null };
    }),
  );
  await db.rows(sql`vacuum analyze`);
  await db.rows(sql`checkpoint`).catch(() => []);
}
