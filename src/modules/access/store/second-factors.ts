import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Failures } from '../domain/second-factor.ts';
import { textArray } from './organisations.ts';

export interface SecondFactor extends Failures {
  /** Encrypted. */
  secret: string;
  confirmedAt: Date | null;
  lastStep: number;
  backupDigests: readonly string[];
}

interface Row {
  secret: string;
  confirmed_at: string | null;
  last_step: string | number;
  failures: number;
  locked_until: string | null;
  backup_digests: string[];
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** `locked`: nobody else tries a code of the same person before this transaction ends. */
export async function findSecondFactor(
  db: Queries,
  personId: string,
  { locked = false } = {},
): Promise<SecondFactor | null> {
  const [row] = await db.rows<Row>(sql`
    select secret, confirmed_at, last_step, failures, locked_until, backup_digests
    from access.second_factor where person_id = ${personId} ${locked ? sql`for update` : sql``}`);
  return row
    ? {
        secret: row.secret,
        confirmedAt: toDate(row.confirmed_at),
        lastStep: Number(row.last_step),
        failures: row.failures,
        lockedUntil: toDate(row.locked_until),
        backupDigests: row.backup_digests,
      }
    : null;
}

/** Starts again from a new secret; a confirmed one stays. */
export async function insertSecondFactor(
  db: Queries,
  { personId, secret, at }: { personId: string; secret: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into access.second_factor (person_id, secret, last_step, failures, backup_digests, created_at)
    values (${personId}, ${secret}, 0, 0, array[]::text[], ${at.toISOString()})
    on conflict (person_id) do update set secret = excluded.secret, created_at = excluded.created_at
    where access.second_factor.confirmed_at is null`);
}

export async function updateSecondFactor(
  tx: Queries,
  personId: string,
  { confirmedAt, lastStep, failures, lockedUntil, backupDigests }: Omit<SecondFactor, 'secret'>,
): Promise<void> {
  await tx.rows(sql`
    update access.second_factor set confirmed_at = ${confirmedAt?.toISOString() ?? null}, last_step = ${lastStep},
      failures = ${failures}, locked_until = ${lockedUntil?.toISOString() ?? null},
      backup_digests = ${textArray(backupDigests)}
    where person_id = ${personId}`);
}

export async function deleteSecondFactor(tx: Queries, personId: string): Promise<boolean> {
  const rows = await tx.rows<{ person_id: string }>(
    sql`delete from access.second_factor where person_id = ${personId} returning person_id`,
  );
  return rows.length === 1;
}
