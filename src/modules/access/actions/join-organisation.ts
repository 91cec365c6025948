import { ok, type Result } from '../../../kernel/result.ts';
import { type Organisation, ROLES_OF } from '../domain/organisation.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import { insertMembership } from '../store/memberships.ts';
import type { AccessDeps } from './deps.ts';

/**
 * Whoever runs the service takes a place in an organisation, with everything that can be done there. They could invite
 * themselves by e-mail: this is the same, where no mailbox is ready, and the journal tells it.
 */
export function joinOrganisation(
  { organisation, doer }: { organisation: Pick<Organisation, 'id' | 'kind'>; doer: Doer },
  { db, clock }: AccessDeps,
): Promise<Result<null, never>> {
  return db.inTransaction<null, never>(async (tx) => {
    const [at, { personId }] = [clock(), doer];
    const roles = ROLES_OF[organisation.kind];
    await insertMembership(tx, { organisationId: organisation.id, personId, roles, territories: null, at });
    await recordAudit(tx, {
      actor: doer,
      action: 'organisation-joined',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      at,
    });
    return ok(null);
  });
}
