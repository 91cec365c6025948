import { type SQL, sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import type { Queries } from '../../platform/db/database.ts';
import { MESSAGES } from './messages.ts';

async function count(db: Queries, faulty: SQL): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(*) as count from (${faulty}) as faulty`,
  );
  return Number(row?.count ?? 0);
}

/** L2, L7 and L8 of the domain rules, on the live ledger. The chain itself is followed by `maillon ledger verify`. */
export const checks: readonly Check[] = [
  {
    name: (lang) => MESSAGES[lang].checkBalanced,
    countFaults: (db) =>
      count(
        db,
        sql`select number from vouchers.ledger_entry left join vouchers.ledger_leg on ledger_leg.entry = number
          group by number
          having count(account) < 2 or sum(posted_cents) <> 0 or sum(pending_cents) <> 0`,
      ),
  },
  {
    name: (lang) => MESSAGES[lang].checkStored,
    countFaults: (db) =>
      count(
        db,
        sql`select id from vouchers.ledger_account left join (
            select account, sum(ledger_leg.posted_cents) as posted, sum(case kind
                when 'hold' then greatest(-pending_cents, 0) else -greatest(pending_cents, 0) end) as held
            from vouchers.ledger_leg join vouchers.ledger_entry on number = entry group by account
          ) as journal on account = id
          where posted_cents <> coalesce(posted, 0) or held_cents <> coalesce(held, 0)`,
      ),
  },
  {
    name: (lang) => MESSAGES[lang].checkFloor,
    countFaults: (db) =>
      count(db, sql`select id from vouchers.ledger_account where posted_cents - held_cents < floor_cents`),
  },
];
