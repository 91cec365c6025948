import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

export interface DeviceKey {
  id: string;
  /** « Firefox, Android »; empty when unknown. */
  name: string;
  addedAt: Date;
}

export async function readKeys(db: Queries, personId: string): Promise<DeviceKey[]> {
  const rows = await db.rows<{ id: string; name: string | null; created_at: string }>(
    sql`select id, name, created_at from access.passkey where person_id = ${personId} order by created_at, id`,
  );
  return rows.map(({ id, name, created_at }) => ({ id, name: name ?? '', addedAt: new Date(created_at) }));
}

export async function deleteKey(
  db: Queries,
  { personId, id }: { personId: string; id: string },
): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(
    sql`delete from access.passkey where id = ${id} and person_id = ${personId} returning id`,
  );
  return rows.length === 1;
}
