import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { postMessage } from '../../outbox/index.ts';
import { parseEmail } from '../domain/email.ts';
import { INVITATION_DAYS, sealInvitation } from '../domain/invitation.ts';
import { isRoleOf, type Organisation } from '../domain/organisation.ts';
import { LETTERS } from '../letter-messages.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import { insertInvitation } from '../store/invitations.ts';
import type { WritingDeps } from './deps.ts';
import { mintId } from './mint-id.ts';

export interface InviteInput {
  /** Null: to run the instance. */
  organisation: Organisation | null;
  email: string;
  roles: readonly string[];
  territories: readonly string[] | null;
  inviter: Doer & { name: string };
  lang: Lang;
}

export type InviteRefusal = { kind: 'email-malformed' } | { kind: 'role-needed' };

const DAY_MS = 24 * 60 * 60_000;

/** Writes to the person; the same link is shown to whoever invites, who may hand it over. */
export function invitePerson(
  { organisation, email: typed, roles: asked, territories, inviter, lang }: InviteInput,
  deps: WritingDeps,
): Promise<Result<{ id: string }, InviteRefusal>> {
  return deps.db.inTransaction<{ id: string }, InviteRefusal>(async (tx) => {
    const email = parseEmail(typed);
    if (email === null) return refuse({ kind: 'email-malformed' });
    const roles = organisation ? asked.filter((role) => isRoleOf(organisation.kind, role)) : [];
    if (organisation && roles.length === 0) return refuse({ kind: 'role-needed' });
    const at = deps.clock();
    const id = mintId(deps);
    await insertInvitation(tx, {
      id,
      organisationId: organisation?.id ?? null,
      email,
      roles,
      territories,
      expiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY_MS),
      invitedBy: inviter.personId,
      at,
    });
    const say = LETTERS[lang];
    const facts = {
      inviter: inviter.name,
      joins: organisation?.name ?? deps.territory,
      link: invitationLink(id, deps),
      days: INVITATION_DAYS,
    };
    const letter = { subject: say.invitationSubject(facts.joins), text: say.invitation(facts) };
    await postMessage(
      tx,
      { channel: 'mail', purpose: 'invitation', to: email, isSecret: true, ...letter },
      deps,
    );
    await recordAudit(tx, {
      actor: inviter,
      action: 'person-invited',
      subjectKind: 'invitation',
      subjectId: id,
      at,
    });
    return ok({ id });
  });
}

export const invitationLink = (
  id: string,
  { publicUrl, signer }: Pick<WritingDeps, 'publicUrl' | 'signer'>,
) => `${publicUrl}/invitations/${sealInvitation(id, signer.sign)}`;
