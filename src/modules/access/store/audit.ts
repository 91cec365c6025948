import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { AuditFilter } from '../domain/audit-filter.ts';

/** Who acts: an `Actor` is one, and so is an administrator, in no organisation. */
export interface Doer {
  personId: string;
  organisation?: { id: string };
}

export interface AuditRecord {
  actor: Doer;
  /** What was done, a few words of ours joined by dashes: `pass-handed-over`, `people-read`. */
  action: string;
  /** On what kind of thing: `pass`, `person`, `organisation`. */
  subjectKind: string;
  /** Its number. Never a name, an address or any other word about someone. */
  subjectId: string;
  at: Date;
}

/** In the transaction of what it tells: both are true, or neither. */
export async function recordAudit(
  tx: Queries,
  { actor, action, subjectKind, subjectId, at }: AuditRecord,
): Promise<void> {
  await tx.rows(sql`
    insert into access.audit_entry (at, person_id, organisation_id, action, subject_kind, subject_id)
    values (${at.toISOString()}, ${actor.personId}, ${actor.organisation?.id ?? null}, ${action}, ${subjectKind},
      ${subjectId})`);
}

export interface AuditEntry {
  id: number;
  at: Date;
  personId: string;
  organisationId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
}

/** With the names that those numbers have today; null once forgotten. */
export interface NamedAuditEntry extends AuditEntry {
  personName: string | null;
  organisationName: string | null;
}

interface Row {
  id: string | number;
  at: string;
  person_id: string;
  organisation_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  person_name: string | null;
  organisation_name: string | null;
}

/** Newest first, those before a number; days are those of Paris. */
export async function readAudit(
  db: Queries,
  { personId, organisationId, action, subjectId, from, until }: AuditFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<NamedAuditEntry[]> {
  const day = sql`(entry.at at time zone 'Europe/Paris')::date`;
  const rows = await db.rows<Row>(sql`
    select entry.*, person.name as person_name, organisation.name as organisation_name
    from access.audit_entry as entry
    left join access.person on person.id = entry.person_id
    left join access.organisation on organisation.id = entry.organisation_id
    where (${before}::bigint is null or entry.id < ${before})
      and (${personId} = '' or entry.person_id = ${personId})
      and (${organisationId} = '' or entry.organisation_id = ${organisationId})
      and (${action} = '' or entry.action = ${action})
      and (${subjectId} = '' or entry.subject_id = ${subjectId})
      and (${from} = '' or ${day} >= nullif(${from}, '')::date)
      and (${until} = '' or ${day} <= nullif(${until}, '')::date)
    order by entry.id desc limit ${limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    at: new Date(row.at),
    personId: row.person_id,
    organisationId: row.organisation_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    personName: row.person_name,
    organisationName: row.organisation_name,
  }));
}

/** Every kind of act that the journal holds, to choose from. */
export async function readActions(db: Queries): Promise<string[]> {
  const rows = await db.rows<{ action: string }>(
    sql`select distinct action from access.audit_entry order by action`,
  );
  return rows.map(({ action }) => action);
}
