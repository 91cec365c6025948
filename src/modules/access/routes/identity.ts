import type { WebApp } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import { IDENTITY_RETURN } from '../actions/identity-provider.ts';
import { returnPath } from '../domain/return-path.ts';
import { identityRefusedPage } from '../pages/sign-in.tsx';
import { type Access, keepPrivate, sendCookies } from './visitors.ts';

/**
 * Signing in by an identity provider of professionals. It starts from a link and not from a form: the policy of our
 * pages lets forms go nowhere else.
 */
export function mountIdentity(app: WebApp, access: Access): void {
  app.get('/connexion/identite', async (c) => {
    keepPrivate(c);
    if (!access.oidc) return answerError(c, 404, 'notFound');
    const back = returnPath(c.req.query('retour'));
    const asked = await (await access.auth()).askIdentity(back, c.req.raw.headers);
    if (!asked.ok) return c.html(identityRefusedPage(c.get('view'), access.oidc.name, 'absent'), 503);
    sendCookies(c, asked.value.cookies);
    return c.redirect(asked.value.url, 303);
  });
  app.get(IDENTITY_RETURN, async (c) => {
    keepPrivate(c);
    if (!access.oidc) return answerError(c, 404, 'notFound');
    const entered = await (await access.auth()).enterWithIdentity(c.req.query(), c.req.raw.headers);
    if (!entered.ok) return c.html(identityRefusedPage(c.get('view'), access.oidc.name, 'refused'), 403);
    sendCookies(c, entered.value.cookies);
    return c.redirect(returnPath(entered.value.back.replace(access.publicUrl, '')), 303);
  });
}
