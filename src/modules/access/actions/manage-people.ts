import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import { settleInvitation } from '../store/invitations.ts';
import { deleteMembership } from '../store/memberships.ts';
import { closeOrganisation } from '../store/organisations.ts';
import { unmakeAdministrator } from '../store/people.ts';
import type { AccessDeps } from './deps.ts';

/** One thing undone, once: by whom, and its number. */
export interface Removal {
  doer: Doer;
  id: string;
}

type Removed = Promise<Result<null, { kind: 'unknown' }>>;

/** From one organisation; from running the whole service when there is none. Their next page is already closed. */
export function removePerson(
  { doer, id: personId, organisationId }: Removal & { organisationId: string | null },
  deps: AccessDeps,
): Removed {
  return undo({ action: 'person-removed', subjectKind: 'person', doer, id: personId }, deps, (tx) =>
    organisationId === null
      ? unmakeAdministrator(tx, personId)
      : deleteMembership(tx, { organisationId, personId }),
  );
}

export function withdrawInvitation(
  { doer, id, organisationId }: Removal & { organisationId: string | null },
  deps: AccessDeps,
): Removed {
  return undo({ action: 'invitation-withdrawn', subjectKind: 'invitation', doer, id }, deps, (tx) =>
    settleInvitation(tx, { id, organisationId, how: 'withdrawn', at: deps.clock() }),
  );
}

export function shutOrganisation({ doer, id }: Removal, deps: AccessDeps): Removed {
  return undo({ action: 'organisation-closed', subjectKind: 'organisation', doer, id }, deps, (tx) =>
    closeOrganisation(tx, id, deps.clock()),
  );
}

function undo(
  { action, subjectKind, doer, id }: Removal & { action: string; subjectKind: string },
  { db, clock }: AccessDeps,
  work: (tx: Parameters<typeof recordAudit>[0]) => Promise<boolean>,
): Removed {
  return db.inTransaction<null, { kind: 'unknown' }>(async (tx) => {
    if (!(await work(tx))) return refuse({ kind: 'unknown' });
    await recordAudit(tx, { actor: doer, action, subjectKind, subjectId: id, at: clock() });
    return ok(null);
  });
}
