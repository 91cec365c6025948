import { ok } from '../../../kernel/result.ts';
import { recordAudit } from '../store/audit.ts';
import { deleteSessions } from '../store/sessions.ts';
import type { AccessDeps } from './deps.ts';

/** One of a person's sessions, or all save one. */
export async function closeSessions(
  closing: { personId: string; only?: string; except?: string },
  { db, clock }: AccessDeps,
): Promise<void> {
  await db.inTransaction(async (tx) => {
    const actor = { personId: closing.personId };
    for (const subjectId of await deleteSessions(tx, closing))
      await recordAudit(tx, {
        actor,
        action: 'session-closed',
        subjectKind: 'session',
        subjectId,
        at: clock(),
      });
    return ok(null);
  });
}
