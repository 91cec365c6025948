import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

export interface OpenSession {
  id: string;
  /** « Firefox, Android »; empty when unknown. */
  device: string;
  openedAt: Date;
  expiresAt: Date;
}

export async function readSessions(db: Queries, personId: string, now: Date): Promise<OpenSession[]> {
  const rows = await db.rows<{
    id: string;
    device: string | null;
    created_at: string;
    expires_at: string;
  }>(sql`
    select id, device, created_at, expires_at from access.session
    where person_id = ${personId} and expires_at > ${now.toISOString()} order by created_at desc, id`);
  return rows.map(({ id, device, created_at, expires_at }) => ({
    id,
    device: device ?? '',
    openedAt: new Date(created_at),
    expiresAt: new Date(expires_at),
  }));
}

/** Numbers of those that were closed. A session lives nowhere else: its next request is already a stranger's. */
export async function deleteSessions(
  tx: Queries,
  { personId, only, except }: { personId: string; only?: string; except?: string },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    delete from access.session where person_id = ${personId}
      and (${only ?? null}::text is null or id = ${only ?? null})
      and (${except ?? null}::text is null or id <> ${except ?? null}) returning id`);
  return rows.map(({ id }) => id);
}

export async function markProven(tx: Queries, sessionId: string, at: Date): Promise<void> {
  await tx.rows(
    sql`update access.session set second_factor_at = ${at.toISOString()} where id = ${sessionId}`,
  );
}

/** The code of a lost telephone is worth nothing any more, wherever it was typed. */
export async function unproveSessions(tx: Queries, personId: string): Promise<void> {
  await tx.rows(sql`update access.session set second_factor_at = null where person_id = ${personId}`);
}
