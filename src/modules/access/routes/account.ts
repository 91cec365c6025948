import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { isLang } from '../../../platform/i18n/messages.ts';
import { closeSessions } from '../actions/close-sessions.ts';
import { askAddressProof, proveAddress } from '../actions/prove-address.ts';
import { isProven } from '../domain/second-factor.ts';
import { cleanName } from '../domain/stated-name.ts';
import { type AccountView, accountPage, proofPage, provenPage } from '../pages/account.tsx';
import { readKeys } from '../store/keys.ts';
import { describePerson } from '../store/people.ts';
import { findSecondFactor } from '../store/second-factors.ts';
import { readSessions } from '../store/sessions.ts';
import { signedInOnly } from './signed-in-only.ts';
import { type Access, keepPrivate } from './visitors.ts';

const SAID = {
  nom: 'saved',
  adresse: 'addressSent',
  appareil: 'closed',
  cle: 'keySaid',
  'cle-retiree': 'keyRemoved',
} as const;

export function mountAccount(app: WebApp, access: Access): void {
  app.get(
    '/compte',
    signedInOnly((c, visitor) => {
      const asked = c.req.query('fait') ?? '';
      const said = Object.hasOwn(SAID, asked) ? SAID[asked as keyof typeof SAID] : null;
      return showAccount(c, access, { visitor, wrongEmail: null, said });
    }),
  );
  app.post(
    '/compte/appareils',
    signedInOnly(async (c, { personId, sessionId }) => {
      const { session } = await c.req.parseBody();
      const which = typeof session === 'string' ? { only: session } : { except: sessionId };
      await closeSessions({ personId, ...which }, access);
      return c.redirect('/compte?fait=appareil', 303);
    }),
  );
  app.post(
    '/compte',
    signedInOnly(async (c, { personId }) => {
      const { nom, langue } = await c.req.parseBody();
      const lang = isLang(langue) ? langue : 'fr';
      const name = cleanName(String(nom ?? ''));
      await describePerson(access.db, { personId, name, lang, at: access.clock() });
      return c.redirect('/compte?fait=nom', 303);
    }),
  );
  app.post(
    '/compte/adresse/nouvelle',
    signedInOnly(async (c, visitor) => {
      const typed = String((await c.req.parseBody()).email ?? '');
      const { view } = c.var;
      // The mailbox opens the account: whoever protects money with a code protects it too.
      const factor = await findSecondFactor(access.db, visitor.personId);
      if (factor?.confirmedAt && !isProven(visitor.secondFactorAt, access.clock()))
        return c.redirect('/compte/code?retour=/compte', 303);
      const waits = access.limits.mailbox.waitSecondsOf(visitor.personId) > 0;
      const asked =
        waits || (await askAddressProof({ personId: visitor.personId, typed, lang: view.lang }, access)).ok;
      return asked
        ? c.redirect('/compte?fait=adresse', 303)
        : showAccount(c, access, { visitor, wrongEmail: typed, said: null });
    }),
  );
  mountProof(app, access);
}

async function showAccount(
  c: Context<WebEnv>,
  access: Access,
  account: Omit<AccountView, 'sessions' | 'keys'>,
): Promise<Response> {
  const keys = await readKeys(access.db, account.visitor.personId);
  const sessions = await readSessions(access.db, account.visitor.personId, access.clock());
  return c.html(
    accountPage(c.get('view'), { ...account, sessions, keys }),
    account.wrongEmail === null ? 200 : 422,
  );
}

function mountProof(app: WebApp, access: Access): void {
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
