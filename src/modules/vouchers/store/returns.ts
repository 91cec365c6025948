import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

/** Booklets whose last day, grace and statement are all over, and which still hold something. */
export async function listOverdue(
  db: Queries,
  { programme, on, limit }: { programme: string | null; on: LocalDate; limit: number },
): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select booklet.id from vouchers.booklet
      join vouchers.programme on programme.id = booklet.programme
      join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
    where coalesce(last_day, least(ends_on, (terms->'validity'->>'until')::date))
        + (terms->>'graceDays')::int + (terms->>'statementDays')::int < ${on}::date
      and (${programme}::text is null or booklet.programme = ${programme})
      and (exists (select from vouchers.pass where pass.booklet = booklet.id and state in ('issued', 'in_stock', 'handed_over'))
        or exists (select from vouchers.ledger_account where id = 'bonus:' || booklet.id and posted_cents > 0))
    order by booklet.id limit ${limit}`);
  return rows.map(({ id }) => id);
}
