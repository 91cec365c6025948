import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

/** True for the first caller only: a link opens one session, whatever the number of processes. */
export async function useLink(db: Queries, id: string, at: Date): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    insert into access.used_link (id, used_at) values (${id}, ${at.toISOString()}) on conflict do nothing returning id`);
  return rows.length === 1;
}
