import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { isLang } from '../../../platform/i18n/messages.ts';
import { askAddressProof, proveAddress } from '../actions/prove-address.ts';
import { cleanName } from '../domain/stated-name.ts';
import type { Visitor } from '../domain/visitor.ts';
import { accountPage, proofPage, provenPage } from '../pages/account.tsx';
import { describePerson } from '../store/people.ts';
import { leadToSignIn } from './space.ts';
import { type Access, keepPrivate, visitorOf } from './visitors.ts';

const SAID = { nom: 'saved', adresse: 'addressSent' } as const;

export function mountAccount(app: WebApp, access: Access): void {
  const signedIn =
    (answer: (c: Context<WebEnv>, visitor: Visitor) => Response | Promise<Response>) =>
    (c: Context<WebEnv>): Response | Promise<Response> => {
      keepPrivate(c);
      const visitor = visitorOf(c);
      return visitor ? answer(c, visitor) : leadToSignIn(c);
    };
  app.get(
    '/compte',
    signedIn((c, visitor) => {
      const said = SAID[c.req.query('fait') as keyof typeof SAID] ?? null;
      return c.html(accountPage(c.get('view'), { visitor, wrongEmail: null, said }));
    }),
  );
  app.post(
    '/compte',
    signedIn(async (c, { personId }) => {
      const { nom, langue } = await c.req.parseBody();
      const lang = isLang(langue) ? langue : 'fr';
      const name = cleanName(String(nom ?? ''));
      await describePerson(access.db, { personId, name, lang, at: access.clock() });
      return c.redirect('/compte?fait=nom', 303);
    }),
  );
  app.post(
    '/compte/adresse/nouvelle',
    signedIn(async (c, visitor) => {
      const typed = String((await c.req.parseBody()).email ?? '');
      const { view } = c.var;
      const waits = access.limits.mailbox.waitSecondsOf(visitor.personId) > 0;
      const asked =
        waits || (await askAddressProof({ personId: visitor.personId, typed, lang: view.lang }, access)).ok;
      return asked
        ? c.redirect('/compte?fait=adresse', 303)
        : c.html(accountPage(view, { visitor, wrongEmail: typed, said: null }), 422);
    }),
  );
  // Opened from the message, maybe on another device: the link itself says whose address it is.
  app.get('/compte/adresse', (c) => {
    keepPrivate(c);
    return c.html(proofPage(c.get('view'), c.req.query('jeton') ?? ''));
  });
  app.post('/compte/adresse', async (c) => {
    keepPrivate(c);
    const proven = await proveAddress(String((await c.req.parseBody()).jeton ?? ''), access);
    return proven.ok
      ? c.html(provenPage(c.get('view'), null))
      : c.html(provenPage(c.get('view'), proven.refusal.kind), 403);
  });
}
