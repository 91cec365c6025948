import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { SeenRedemption } from '../domain/signals.ts';

/** V17: what is looked at, since an instant. */
export async function listSeenRedemptions(
  db: Queries,
  { programme, since }: { programme: string; since: Date },
): Promise<SeenRedemption[]> {
  const rows = await db.rows<Omit<SeenRedemption, 'at'> & { at: Date | string }>(sql`
    select redemption.id, booklet, structure, mediator, prescriber, pass_count as "passCount", at,
      has_attended as "hasAttended", minutes * pass_count as minutes
    from vouchers.redemption join vouchers.booklet on booklet.id = redemption.booklet
      join (select version, (terms->>'passMinutes')::int as minutes from vouchers.programme_terms
        where programme = ${programme} offset 0) as issued on version = terms_version
    where redemption.programme = ${programme} and undone_at is null and at >= ${since.toISOString()}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
