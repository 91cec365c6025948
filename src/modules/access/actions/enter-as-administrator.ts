import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { LINK_LIFE_MS, parsePass, passText } from '../domain/admin-link.ts';
import { useLink } from '../store/links.ts';
import { insertPerson } from '../store/people.ts';
import type { AccessDeps } from './deps.ts';
import { mintId } from './mint-id.ts';

export type EntryRefusal = { kind: 'link-invalid' } | { kind: 'link-used' };

/** Path and token of a link that opens the management pages once, within fifteen minutes. */
export function createAdminLink(deps: AccessDeps): string {
  const pass = { id: mintId(deps), expiresAt: deps.clock().getTime() + LINK_LIFE_MS };
  return `/gestion/entrer?jeton=${encodeURIComponent(deps.signer.sign(passText(pass)))}`;
}

/**
 * Trades a link for a new administrator, who has neither name nor address: two people who used two links are never
 * taken for one another. They become someone who can come back when they give both.
 */
export function enterAsAdministrator(
  token: string,
  deps: AccessDeps,
): Promise<Result<{ personId: string }, EntryRefusal>> {
  return deps.db.inTransaction<{ personId: string }, EntryRefusal>(async (tx) => {
    const now = deps.clock();
    const pass = parsePass(deps.signer.open(token) ?? '', now);
    if (!pass) return refuse({ kind: 'link-invalid' });
    if (!(await useLink(tx, pass.id, now))) return refuse({ kind: 'link-used' });
    const personId = mintId(deps);
    await insertPerson(tx, {
      id: personId,
      name: '',
      email: null,
      lang: 'fr',
      isAdministrator: true,
      at: now,
    });
    return ok({ personId });
  });
}
