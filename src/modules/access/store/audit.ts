import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

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
