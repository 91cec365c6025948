import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

export interface Extension {
  id: string;
  booklet: string;
  structure: string;
  askedAt: Date;
  decidedAt: Date | null;
  newLastDay: LocalDate | null;
}

interface ExtensionRow {
  id: string;
  booklet: string;
  structure: string;
  asked_at: Date | string;
  decided_at: Date | string | null;
  new_last_day: string | null;
}

const toExtension = (row: ExtensionRow): Extension => ({
  id: row.id,
  booklet: row.booklet,
  structure: row.structure,
  askedAt: new Date(row.asked_at),
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  newLastDay: row.new_last_day as LocalDate | null,
});

export async function insertExtension(
  db: Queries,
  asked: { id: string; booklet: string; structure: string; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.extension (id, booklet, asked_by, structure, asked_at)
    values (${asked.id}, ${asked.booklet}, ${asked.by}, ${asked.structure}, ${asked.at.toISOString()})`);
}

/** Held until the transaction ends: it is decided once. */
export async function lockExtension(db: Queries, id: string): Promise<Extension | null> {
  const [row] = await db.rows<ExtensionRow>(sql`
    select id, booklet, structure, asked_at, decided_at, new_last_day::text
    from vouchers.extension where id = ${id} for update`);
  return row ? toExtension(row) : null;
}

export async function waitingExtension(db: Queries, booklet: string): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    select id from vouchers.extension where booklet = ${booklet} and decided_at is null`);
  return rows.length > 0;
}

/** Those of a programme that wait for an answer, oldest first. */
export async function listWaitingExtensions(db: Queries, programme: string): Promise<Extension[]> {
  const rows = await db.rows<ExtensionRow>(sql`
    select extension.id, extension.booklet, structure, asked_at, decided_at, new_last_day::text
    from vouchers.extension join vouchers.booklet on booklet.id = extension.booklet
    where programme = ${programme} and decided_at is null order by asked_at`);
  return rows.map(toExtension);
}

export async function saveExtension(
  db: Queries,
  { id, newLastDay, by, at }: { id: string; newLastDay: LocalDate | null; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.extension set decided_by = ${by}, decided_at = ${at.toISOString()}, new_last_day = ${newLastDay}::date
    where id = ${id}`);
}
