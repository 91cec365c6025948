import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';

export interface SentLink {
  id: string;
  placeId: string;
  cause: 'asked' | 'reminder';
  /** Of the letter that holds it. */
  lang: string;
  sentTo: string;
  sentAt: Date;
  expiresAt: Date;
}

export const insertLink = (tx: Queries, link: SentLink): Promise<unknown> =>
  tx.rows(sql`
    insert into upkeep.link (id, place_id, cause, lang, sent_to, sent_at, expires_at)
    values (${link.id}, ${link.placeId}, ${link.cause}, ${link.lang}, ${link.sentTo}, ${link.sentAt.toISOString()},
      ${link.expiresAt.toISOString()})`);

/** How many links this place was sent on request since then. */
export async function countAskedSince(db: Queries, placeId: string, since: Date): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(sql`
    select count(*) as count from upkeep.link
    where place_id = ${placeId} and cause = 'asked' and sent_at >= ${since.toISOString()}`);
  return Number(row?.count ?? 0);
}

/** Places reminded since then. */
export async function readRemindedSince(db: Queries, since: Date): Promise<Set<string>> {
  const rows = await db.rows<{ place_id: string }>(
    sql`select distinct place_id from upkeep.link where cause = 'reminder' and sent_at >= ${since.toISOString()}`,
  );
  return new Set(rows.map(({ place_id }) => place_id));
}

/** The language in which a link to one of these places was last asked for; null when none was. */
export async function readAskedLanguage(db: Queries, placeIds: readonly string[]): Promise<string | null> {
  const [row] = await db.rows<{ lang: string }>(sql`
    select lang from upkeep.link
    where cause = 'asked' and place_id in (select jsonb_array_elements_text(${jsonParameter(placeIds)}::jsonb))
    order by sent_at desc limit 1`);
  return row?.lang ?? null;
}

export async function readOptOuts(db: Queries): Promise<Set<string>> {
  const rows = await db.rows<{ email_digest: string }>(sql`select email_digest from upkeep.opt_out`);
  return new Set(rows.map(({ email_digest }) => email_digest));
}

export const insertOptOut = (db: Queries, emailDigest: string, at: Date): Promise<unknown> =>
  db.rows(sql`
    insert into upkeep.opt_out (email_digest, at) values (${emailDigest}, ${at.toISOString()}) on conflict do nothing`);

/** The latest reminders, newest first. */
export async function readReminders(db: Queries, limit: number): Promise<SentLink[]> {
  const rows = await db.rows<{
    id: string;
    place_id: string;
    lang: string;
    sent_to: string;
    sent_at: string;
    expires_at: string;
  }>(
    sql`select id, place_id, lang, sent_to, sent_at, expires_at from upkeep.link where cause = 'reminder'
      order by sent_at desc, id limit ${limit}`,
  );
  return rows.map((row) => ({
    id: row.id,
    placeId: row.place_id,
    cause: 'reminder',
    lang: row.lang,
    sentTo: row.sent_to,
    sentAt: new Date(row.sent_at),
    expiresAt: new Date(row.expires_at),
  }));
}

/** One run at a time, whatever the number of processes: two would write the same reminder twice. */
export const lockReminders = (tx: Queries): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.upkeep.reminders'))`);
