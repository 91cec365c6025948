import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { postMessage } from '../../outbox/index.ts';
import { openAddress, sealAddress } from '../domain/address-pass.ts';
import { parseEmail } from '../domain/email.ts';
import { LETTERS } from '../letter-messages.ts';
import { recordAudit } from '../store/audit.ts';
import { findPersonByEmail, setProvenEmail } from '../store/people.ts';
import { deleteSessions } from '../store/sessions.ts';
import type { AccessDeps, WritingDeps } from './deps.ts';

const DAY_MS = 24 * 60 * 60_000;

/** An address counts once whoever reads it said so: a mistyped one would open the account to a stranger. */
export async function askAddressProof(
  { personId, typed, lang }: { personId: string; typed: string; lang: Lang },
  deps: WritingDeps,
): Promise<Result<null, { kind: 'email-malformed' }>> {
  const email = parseEmail(typed);
  if (email === null) return refuse({ kind: 'email-malformed' });
  const expiresAt = new Date(deps.clock().getTime() + DAY_MS);
  const token = sealAddress({ personId, email, expiresAt }, deps.signer.sign);
  const say = LETTERS[lang];
  const link = `${deps.publicUrl}/compte/adresse?${new URLSearchParams({ jeton: token })}`;
  const letter = { subject: say.addressSubject, text: say.address({ link, territory: deps.territory }) };
  return deps.db.inTransaction(async (tx) => {
    await postMessage(
      tx,
      { channel: 'mail', purpose: 'address', to: email, isSecret: true, ...letter },
      deps,
    );
    return ok(null);
  });
}

export type ProofRefusal = { kind: 'link-invalid' } | { kind: 'address-taken' };

export function proveAddress(token: string, deps: AccessDeps): Promise<Result<null, ProofRefusal>> {
  return deps.db.inTransaction<null, ProofRefusal>(async (tx) => {
    const at = deps.clock();
    const pass = openAddress(token, deps.signer.open, at);
    if (!pass) return refuse({ kind: 'link-invalid' });
    const holder = await findPersonByEmail(tx, pass.email);
    if (holder && holder.id !== pass.personId) return refuse({ kind: 'address-taken' });
    if (!(await setProvenEmail(tx, { ...pass, at }))) return refuse({ kind: 'link-invalid' });
    // The invitation may have been opened by someone else: they are out, as after a first sign-in by e-mail.
    if (holder && !holder.isProven) await deleteSessions(tx, { personId: holder.id });
    const actor = { personId: pass.personId };
    await recordAudit(tx, {
      actor,
      action: 'address-changed',
      subjectKind: 'person',
      subjectId: pass.personId,
      at,
    });
    return ok(null);
  });
}
