import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Signer } from '../../../platform/signature.ts';
import { type AdminPass, LINK_LIFE_MS, parsePass, passText, SESSION_LIFE_MS } from '../domain/admin-link.ts';
import { useLink } from '../store.ts';

export interface AccessDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
  signer: Signer;
}

export type EntryRefusal = { kind: 'link-invalid' } | { kind: 'link-used' };

const newPass = ({ clock, randomBytes }: AccessDeps, lifeMs: number) => ({
  id: Buffer.from(randomBytes(12)).toString('hex'),
  expiresAt: clock().getTime() + lifeMs,
});

/** Path and token of a link that opens the management pages once, within fifteen minutes. */
export const createAdminLink = (deps: AccessDeps): string =>
  `/gestion/entrer?jeton=${encodeURIComponent(deps.signer.sign(passText('link', newPass(deps, LINK_LIFE_MS))))}`;

/** Trades a link for a signed session, whose life in seconds goes with it. */
export async function enterAsAdministrator(
  token: string,
  deps: AccessDeps,
): Promise<Result<{ session: string; lifeSeconds: number }, EntryRefusal>> {
  const pass = parsePass('link', deps.signer.open(token) ?? '', deps.clock());
  if (!pass) return refuse({ kind: 'link-invalid' });
  if (!(await useLink(deps.db, pass.id, deps.clock()))) return refuse({ kind: 'link-used' });
  const session = deps.signer.sign(passText('session', newPass(deps, SESSION_LIFE_MS)));
  return ok({ session, lifeSeconds: SESSION_LIFE_MS / 1000 });
}

/** The session that this cookie opens; null when it opens none, or no longer. */
export const openSession = (
  session: string | undefined,
  deps: Pick<AccessDeps, 'signer' | 'clock'>,
): AdminPass | null =>
  session === undefined ? null : parsePass('session', deps.signer.open(session) ?? '', deps.clock());
