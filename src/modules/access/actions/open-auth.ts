import { DrizzleQueryError } from 'drizzle-orm';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Visitor } from '../domain/visitor.ts';
import { type AuthDeps, loadAuth } from './load-auth.ts';

/** Cookies to send with the answer, as `Set-Cookie` headers. */
export type Cookies = readonly string[];

/** What is asked of better-auth (docs/adr/0020): the rest of the program does not know that it is there. */
export interface Auth {
  readVisitor(headers: Headers): Promise<Visitor | null>;
  openSession(personId: string, lifeSeconds: number, headers: Headers): Promise<Cookies>;
  /** A token that opens one session, once, to whoever holds the mailbox. */
  makeSignInToken(email: string): Promise<string>;
  spendSignInToken(token: string, headers: Headers): Promise<Result<Cookies, { kind: 'link-invalid' }>>;
  closeSession(headers: Headers): Promise<Cookies>;
  /** With the key of the instance: what a copy of the database must not tell. */
  encrypt(text: string): Promise<string>;
  decrypt(sealed: string): Promise<string>;
}

export async function openAuth(deps: AuthDeps): Promise<Auth> {
  const auth = await loadAuth(deps);
  const { symmetricEncrypt, symmetricDecrypt } = await import('better-auth/crypto');
  return {
    readVisitor: (headers) =>
      withoutParameters(async () => {
        const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
        if (!found) return null;
        const { session, user } = found;
        return {
          personId: user.id,
          sessionId: session.id,
          name: user.name,
          email: user.email || null,
          lang: user.lang === 'en' ? 'en' : 'fr',
          isAdministrator: Boolean(user.administratorSince),
          secondFactorAt: session.secondFactorAt ?? null,
        };
      }),
    openSession: (personId, lifeSeconds, headers) =>
      withoutParameters(async () => {
        const expiresAt = new Date(deps.clock().getTime() + lifeSeconds * 1000);
        const body = { personId, lifeSeconds, expiresAt };
        return cookiesOf((await auth.api.enter({ headers, body, returnHeaders: true })).headers);
      }),
    makeSignInToken: (email) =>
      withoutParameters(async () => {
        let made = '';
        const hand = (token: string) => {
          made = token;
        };
        await auth.api.signInMagicLink({ headers: new Headers(), body: { email, metadata: { hand } } });
        return made;
      }),
    spendSignInToken: (token, headers) =>
      withoutParameters(async () => {
        const call = { headers, query: { token }, returnHeaders: true } as const;
        // It answers a wrong token with a redirection to a page of its own, thrown.
        const spent = await auth.api.magicLinkVerify(call).catch(unlessRedirected);
        return spent === null ? refuse({ kind: 'link-invalid' }) : ok(cookiesOf(spent.headers));
      }),
    closeSession: (headers) =>
      withoutParameters(async () =>
        cookiesOf((await auth.api.signOut({ headers, returnHeaders: true })).headers),
      ),
    encrypt: (data) => symmetricEncrypt({ key: deps.secret, data }),
    decrypt: (data) => symmetricDecrypt({ key: deps.secret, data }),
  };
}

const cookiesOf = (headers: Headers): Cookies => headers.getSetCookie();

function unlessRedirected(error: unknown): null {
  if ((error as { status?: unknown }).status === 'FOUND') return null;
  throw error;
}

/** Its adapter speaks to the driver itself, whose error quotes every parameter: none may reach a log (docs/adr/0010). */
async function withoutParameters<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error;
    throw new Error(`Accounts query failed: ${error.cause?.message ?? 'unknown reason'}`);
  }
}
