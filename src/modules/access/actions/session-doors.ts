import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Visitor } from '../domain/visitor.ts';
import { type Cookies, cookiesOf, withoutParameters } from './auth-answers.ts';
import type { AuthDeps, LoadedAuth } from './load-auth.ts';

export interface SessionDoors {
  readVisitor(headers: Headers): Promise<Visitor | null>;
  openSession(personId: string, lifeSeconds: number, headers: Headers): Promise<Cookies>;
  /** A token that opens one session, once, to whoever holds the mailbox. */
  makeSignInToken(email: string): Promise<string>;
  spendSignInToken(token: string, headers: Headers): Promise<Result<Cookies, { kind: 'link-invalid' }>>;
  closeSession(headers: Headers): Promise<Cookies>;
}

export const sessionDoors = (auth: LoadedAuth, { clock }: AuthDeps): SessionDoors => ({
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
        isProven: !user.email || user.emailVerified,
        secondFactorAt: session.secondFactorAt ?? null,
      };
    }),
  openSession: (personId, lifeSeconds, headers) =>
    withoutParameters(async () => {
      const expiresAt = new Date(clock().getTime() + lifeSeconds * 1000);
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
});

function unlessRedirected(error: unknown): null {
  if ((error as { status?: unknown }).status === 'FOUND') return null;
  throw error;
}
