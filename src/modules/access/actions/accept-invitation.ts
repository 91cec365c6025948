import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { type Invitation, openInvitation } from '../domain/invitation.ts';
import { cleanName } from '../domain/stated-name.ts';
import type { Visitor } from '../domain/visitor.ts';
import { recordAudit } from '../store/audit.ts';
import { findOpenInvitation, settleInvitation } from '../store/invitations.ts';
import { insertMembership } from '../store/memberships.ts';
import { findPersonByEmail, insertPerson, type KnownPerson, makeAdministrator } from '../store/people.ts';
import type { AccessDeps } from './deps.ts';
import { mintId } from './mint-id.ts';

export type AcceptRefusal =
  | { kind: 'invitation-invalid' }
  /** The address is already someone's: they prove that they hold it before anything is added to them. */
  | { kind: 'sign-in-first' }
  | { kind: 'name-needed' };

export interface Answering {
  token: string;
  /** Whoever is signed in already. */
  visitor: Visitor | null;
}

/** The invitation as it stands, and whether whoever shows it may accept it as they are. */
export async function readInvitation(
  db: Queries,
  { token, visitor }: Answering,
  { signer, clock }: AccessDeps,
): Promise<Result<{ invitation: Invitation; known: KnownPerson | null }, AcceptRefusal>> {
  const id = openInvitation(token, signer.open);
  const invitation = id === null ? null : await findOpenInvitation(db, id, clock());
  if (!invitation) return refuse({ kind: 'invitation-invalid' });
  const known = await findPersonByEmail(db, invitation.email);
  // A link may have been handed over: only a sign-in by e-mail proves whose mailbox it is.
  if (known && !(known.id === visitor?.personId && known.isProven)) return refuse({ kind: 'sign-in-first' });
  return ok({ invitation, known });
}

export function acceptInvitation(
  answering: Answering & { name: string; lang: Lang },
  deps: AccessDeps,
): Promise<Result<{ personId: string; isNew: boolean }, AcceptRefusal>> {
  return deps.db.inTransaction<{ personId: string; isNew: boolean }, AcceptRefusal>(async (tx) => {
    const found = await readInvitation(tx, answering, deps);
    if (!found.ok) return found;
    const { invitation, known } = found.value;
    const at = deps.clock();
    const name = cleanName(answering.name);
    if (!known && name === '') return refuse({ kind: 'name-needed' });
    const { id, organisationId } = invitation;
    if (!(await settleInvitation(tx, { id, organisationId, how: 'accepted', at })))
      return refuse({ kind: 'invitation-invalid' });
    const personId = known?.id ?? mintId(deps);
    if (!known) {
      const { lang } = answering;
      await insertPerson(tx, {
        id: personId,
        name,
        email: invitation.email,
        lang,
        isAdministrator: false,
        at,
      });
    }
    await give(tx, { invitation, personId, at });
    return ok({ personId, isNew: !known });
  });
}

async function give(
  tx: Queries,
  { invitation, personId, at }: { invitation: Invitation; personId: string; at: Date },
): Promise<void> {
  const { organisationId, roles, territories } = invitation;
  if (organisationId === null) await makeAdministrator(tx, personId, at);
  else await insertMembership(tx, { organisationId, personId, roles, territories, at });
  await recordAudit(tx, {
    actor: { personId, ...(organisationId !== null && { organisation: { id: organisationId } }) },
    action: 'invitation-accepted',
    subjectKind: 'invitation',
    subjectId: invitation.id,
    at,
  });
}
