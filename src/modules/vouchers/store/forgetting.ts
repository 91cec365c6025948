import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A bank may send a payment back for some weeks: the pass is then the person's again. */
const AFTER_LAST_CHANGE_DAYS = 90;

/** Erases who holds a booklet once none of its passes can be used: what they were worth stays, without a name. */
export async function forgetHolders(tx: Queries, now: Date): Promise<number> {
  const before = new Date(now.getTime() - AFTER_LAST_CHANGE_DAYS * DAY_MS).toISOString();
  const rows = await tx.rows<{ id: string }>(sql`
    update vouchers.booklet set person_name = null, phone = null
    where (person_name is not null or phone is not null) and not exists (
      select from vouchers.pass where pass.booklet = booklet.id and (state = 'handed_over' or changed_at > ${before}))
    returning id`);
  return rows.length;
}
