import { type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Report, SaidReport } from '../domain/report.ts';

interface Row extends SaidReport {
  id: number | string;
  place_id: string;
  lang: string;
  received_at: string;
  read_at: string | null;
  answer: string | null;
  answered_at: string | null;
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

async function selectReports(db: Queries, rest: SQL): Promise<Report[]> {
  const rows = await db.rows<Row>(sql`
    select id, place_id, kind, words, email, phone, lang, received_at, read_at, answer, answered_at
    from upkeep.report ${rest}`);
  return rows.map(({ id, place_id, received_at, read_at, answered_at, ...said }) => ({
    ...said,
    id: Number(id),
    placeId: place_id,
    receivedAt: new Date(received_at),
    readAt: instant(read_at),
    answeredAt: instant(answered_at),
  }));
}

export async function insertReport(
  tx: Queries,
  { placeId, said, lang, at }: { placeId: string; said: SaidReport; lang: string; at: Date },
): Promise<number> {
  const [row] = await tx.rows<{ id: number | string }>(sql`
    insert into upkeep.report (place_id, kind, words, email, phone, lang, received_at)
    values (${placeId}, ${said.kind}, ${said.words}, ${said.email}, ${said.phone}, ${lang}, ${at.toISOString()})
    returning id`);
  return Number(row!.id);
}

export const readReport = async (db: Queries, id: number): Promise<Report | null> =>
  (await selectReports(db, sql`where id = ${id}`))[0] ?? null;

/** Those nobody answered, oldest first; then the latest answers. */
export const readReports = async (db: Queries, { answered }: { answered: boolean }): Promise<Report[]> =>
  selectReports(
    db,
    answered
      ? sql`where answered_at is not null order by answered_at desc, id desc limit 50`
      : sql`where answered_at is null order by received_at, id limit 200`,
  );

export const markRead = (db: Queries, id: number, at: Date): Promise<unknown> =>
  db.rows(sql`update upkeep.report set read_at = ${at.toISOString()} where id = ${id} and read_at is null`);

/** False when someone answered before: nobody gets two answers. */
export async function saveAnswer(
  tx: Queries,
  { id, answer, at }: { id: number; answer: string; at: Date },
): Promise<boolean> {
  const rows = await tx.rows<{ id: number | string }>(sql`
    update upkeep.report set answer = ${answer}, answered_at = ${at.toISOString()},
      read_at = coalesce(read_at, ${at.toISOString()})
    where id = ${id} and answered_at is null returning id`);
  return rows.length === 1;
}

/** Erases where to answer, then what was said, once neither serves any more; how many reports that touches. */
export async function forgetReports(
  db: Queries,
  { contactsBefore, wordsBefore }: { contactsBefore: Date; wordsBefore: Date },
): Promise<number> {
  const [contacts, words] = [contactsBefore.toISOString(), wordsBefore.toISOString()];
  const silenced = await db.rows(sql`
    update upkeep.report set email = null, phone = null
    where (answered_at < ${contacts} or received_at < ${words}) and (email is not null or phone is not null)
    returning id`);
  const emptied = await db.rows(
    sql`update upkeep.report set words = '' where received_at < ${words} and words <> '' returning id`,
  );
  return silenced.length + emptied.length;
}
