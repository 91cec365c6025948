import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { askSignInLink } from '../actions/ask-sign-in-link.ts';
import { parseEmail } from '../domain/email.ts';
import { returnPath } from '../domain/return-path.ts';
import { deadLinkPage, linkPage, linkSentPage, type SignInView, signInPage } from '../pages/sign-in.tsx';
import { type Access, keepPrivate, sendCookies, visitorOf } from './visitors.ts';

/** The e-mail link: the one way in that asks for no device, no program and no memory. */
export function mountSignIn(app: WebApp, access: Access): void {
  app.get('/connexion', (c) => {
    keepPrivate(c);
    const back = returnPath(c.req.query('retour'));
    return visitorOf(c) ? c.redirect(back, 303) : again(c, access, { back, typed: '', fault: null });
  });
  app.post('/connexion', async (c) => {
    keepPrivate(c);
    const form = await c.req.parseBody();
    const [typed, back] = [String(form.email ?? ''), returnPath(String(form.retour ?? ''))];
    const email = parseEmail(typed);
    if (email === null) return again(c, access, { back, typed, fault: 'email-malformed' });
    if (access.limits.links.waitSeconds(c) > 0) return again(c, access, { back, typed, fault: 'tooMany' });
    // Said to nobody: who floods a mailbox must not learn that it is known.
    if (access.limits.mailbox.waitSecondsOf(email) === 0) await askSignInLink({ email, back }, access);
    return c.html(linkSentPage(c.get('view'), back));
  });
  app.get('/connexion/lien', (c) => {
    keepPrivate(c);
    const [token, back] = [c.req.query('jeton') ?? '', returnPath(c.req.query('retour'))];
    return c.html(linkPage(c.get('view'), { token, back }));
  });
  app.post('/connexion/lien', async (c) => {
    keepPrivate(c);
    const form = await c.req.parseBody();
    const back = returnPath(String(form.retour ?? ''));
    if (access.limits.tries.waitSeconds(c) > 0)
      return again(c, access, { back, typed: '', fault: 'tooMany' });
    const spent = await (await access.auth()).spendSignInToken(String(form.jeton ?? ''), c.req.raw.headers);
    if (!spent.ok) return c.html(deadLinkPage(c.get('view'), back), 403);
    sendCookies(c, spent.value);
    return c.redirect(back, 303);
  });
  app.post('/deconnexion', async (c) => {
    sendCookies(c, await (await access.auth()).closeSession(c.req.raw.headers));
    return c.redirect('/', 303);
  });
}

const STATUS = { tooMany: 429, 'email-malformed': 422 } as const;

const again = (
  c: Context<WebEnv>,
  { oidc }: Access,
  page: Omit<SignInView, 'provider'>,
): Response | Promise<Response> => {
  const html = signInPage(c.get('view'), { ...page, provider: oidc?.name ?? null });
  return c.html(html, page.fault ? STATUS[page.fault] : 200);
};
