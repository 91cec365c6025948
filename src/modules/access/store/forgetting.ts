import { type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

const DAY_MS = 24 * 60 * 60_000;
const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();

const count = async (tx: Queries, statement: SQL): Promise<number> =>
  (await tx.rows<unknown>(statement)).length;

/** Two years after the last contact, as rule M9 says; whoever has no address cannot come back once their session ends. */
export const forgetAbsentPeople = (tx: Queries, now: Date): Promise<number> =>
  count(
    tx,
    sql`
    delete from access.person where (email is not null and coalesce(seen_at, created_at) < ${daysBefore(now, 730)})
      or (email is null and created_at < ${daysBefore(now, 1)} and not exists (
        select from access.session where session.person_id = person.id and session.expires_at > ${now.toISOString()}))
    returning id`,
  );

export const forgetEndedSessions = (tx: Queries, now: Date): Promise<number> =>
  count(tx, sql`delete from access.session where expires_at < ${now.toISOString()} returning id`);

export const forgetOldChallenges = (tx: Queries, now: Date): Promise<number> =>
  count(tx, sql`delete from access.verification where expires_at < ${now.toISOString()} returning id`);

export const forgetInvitations = (tx: Queries, now: Date): Promise<number> =>
  count(
    tx,
    sql`
    update access.invitation set email = null
    where email is not null and coalesce(accepted_at, withdrawn_at, expires_at) < ${daysBefore(now, 30)} returning id`,
  );

/** The database itself refuses to forget what is younger. */
export const forgetOldAudit = (tx: Queries, now: Date): Promise<number> =>
  count(tx, sql`delete from access.audit_entry where at < ${daysBefore(now, 365)} returning id`);
