import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';

export interface NewPerson {
  id: string;
  name: string;
  /** Null: they can only come back by a new link of the server. */
  email: string | null;
  lang: Lang;
  isAdministrator: boolean;
  at: Date;
}

export async function insertPerson(tx: Queries, person: NewPerson): Promise<void> {
  const at = person.at.toISOString();
  await tx.rows(sql`
    insert into access.person (id, name, email, email_verified, lang, administrator_since, created_at, updated_at)
    values (${person.id}, ${person.name}, ${person.email}, false, ${person.lang},
      ${person.isAdministrator ? at : null}, ${at}, ${at})`);
}

/** Names of people, by number: whoever is gone is absent. */
export async function findPersonNames(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`
    select id, name from access.person
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface KnownPerson {
  id: string;
  name: string;
  lang: Lang;
  /** Whether someone signed in by a message to the address. */
  isProven: boolean;
}

export async function findPersonByEmail(db: Queries, email: string): Promise<KnownPerson | null> {
  const [row] = await db.rows<KnownPerson>(
    sql`select id, name, lang, email_verified as "isProven" from access.person where email = ${email}`,
  );
  return row ?? null;
}

/** False when the person is gone. */
export async function setProvenEmail(
  tx: Queries,
  { personId, email, at }: { personId: string; email: string; at: Date },
): Promise<boolean> {
  const rows = await tx.rows<{ id: string }>(sql`
    update access.person set email = ${email}, email_verified = true, updated_at = ${at.toISOString()}
    where id = ${personId} returning id`);
  return rows.length === 1;
}

export async function makeAdministrator(tx: Queries, personId: string, at: Date): Promise<void> {
  await tx.rows(sql`
    update access.person set administrator_since = coalesce(administrator_since, ${at.toISOString()})
    where id = ${personId}`);
}

/** The day is enough to know whose data grow old. */
export async function markSeen(db: Queries, personId: string, at: Date): Promise<void> {
  await db.rows(sql`update access.person set seen_at = ${at.toISOString()} where id = ${personId}`);
}

export async function renamePerson(
  db: Queries,
  { personId, name, at }: { personId: string; name: string; at: Date },
): Promise<void> {
  await db.rows(
    sql`update access.person set name = ${name}, updated_at = ${at.toISOString()} where id = ${personId}`,
  );
}

export async function describePerson(
  db: Queries,
  { personId, name, lang, at }: { personId: string; name: string; lang: Lang; at: Date },
): Promise<void> {
  await db.rows(sql`
    update access.person set name = ${name}, lang = ${lang}, updated_at = ${at.toISOString()} where id = ${personId}`);
}

export interface Administrator {
  personId: string;
  name: string;
  email: string | null;
  since: Date;
  hasSecondFactor: boolean;
}

/** Those who run the instance and can still enter: by their mailbox, or by a session that is open. */
export async function readAdministrators(db: Queries, now: Date): Promise<Administrator[]> {
  const rows = await db.rows<Omit<Administrator, 'since'> & { since: string }>(sql`
    select id as "personId", name, email, administrator_since as since,
      exists (select from access.second_factor as factor where factor.person_id = person.id) as "hasSecondFactor"
    from access.person
    where administrator_since is not null and (email is not null or exists (
      select from access.session where session.person_id = person.id and session.expires_at > ${now.toISOString()}))
    order by administrator_since, id`);
  return rows.map(({ since, ...row }) => ({ ...row, since: new Date(since) }));
}

/** False when they were none. */
export async function unmakeAdministrator(tx: Queries, personId: string): Promise<boolean> {
  const rows = await tx.rows<{ id: string }>(sql`
    update access.person set administrator_since = null where id = ${personId} and administrator_since is not null
    returning id`);
  return rows.length === 1;
}
