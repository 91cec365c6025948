import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import {
  type AccessDeps,
  type EntryRefusal,
  enterAsAdministrator,
  openSession,
} from './actions/enter-as-administrator.ts';
import { cleanName, nameText, parseName, type Who, whoIs } from './domain/stated-name.ts';
import { deniedPage, entrancePage } from './pages/entrance.tsx';
import { NAME_PATH } from './pages/parts/who-decides.tsx';

const COOKIE = 'maillon_gestion';
const NAME_COOKIE = 'maillon_nom';

const STATUS = { 'link-invalid': 403, 'link-used': 403 } as const satisfies Record<
  EntryRefusal['kind'],
  number
>;

type Session = Pick<AccessDeps, 'signer' | 'clock'>;

export const hasAdminSession =
  (deps: Session) =>
  (c: Context<WebEnv>): boolean =>
    openSession(getCookie(c, COOKIE), deps) !== null;

/** Who acts in this request, as far as they said. */
export const whoDecides =
  (deps: Session) =>
  (c: Context<WebEnv>): Who => {
    const session = openSession(getCookie(c, COOKIE), deps);
    return whoIs(session && parseName(session.id, deps.signer.open(getCookie(c, NAME_COOKIE) ?? '')));
  };

/** Everything under /gestion is denied unless the session says otherwise: a new page is closed before it is written. */
const requireAdministrator: MiddlewareHandler<WebEnv> = (c, next) => {
  c.header('cache-control', 'no-store');
  const isEntrance = c.req.path === '/gestion/entrer';
  return isEntrance || c.get('view').isAdmin
    ? next()
    : Promise.resolve(c.html(deniedPage(c.get('view')), 403));
};

export function mount(app: WebApp, deps: AccessDeps): void {
  app.use('/gestion', requireAdministrator);
  app.use('/gestion/*', requireAdministrator);
  app.get('/gestion/entrer', (c) => {
    const token = c.req.query('jeton');
    return token ? c.html(entrancePage(c.get('view'), token)) : c.html(deniedPage(c.get('view')), 403);
  });
  app.post('/gestion/entrer', async (c) => {
    const form = await c.req.parseBody();
    const result = await enterAsAdministrator(String(form.jeton ?? ''), deps);
    if (!result.ok) return c.html(deniedPage(c.get('view'), result.refusal), STATUS[result.refusal.kind]);
    setCookie(c, COOKIE, result.value.session, { ...cookieOf(c), maxAge: result.value.lifeSeconds });
    return c.redirect('/gestion', 303);
  });
  app.post('/gestion/quitter', (c) => {
    for (const name of [COOKIE, NAME_COOKIE]) deleteCookie(c, name, { path: '/gestion' });
    return c.redirect('/', 303);
  });
  mountName(app, deps);
}

/** Keeps the name that a person gave for the rest of their session, or forgets it when none is given. */
function mountName(app: WebApp, deps: AccessDeps): void {
  app.post(NAME_PATH, async (c) => {
    const { nom, retour } = await c.req.parseBody();
    const session = openSession(getCookie(c, COOKIE), deps);
    const name = cleanName(String(nom ?? ''));
    if (session && name !== '')
      setCookie(c, NAME_COOKIE, deps.signer.sign(nameText(session.id, name)), cookieOf(c));
    else deleteCookie(c, NAME_COOKIE, { path: '/gestion' });
    return c.redirect(insideManagement(String(retour ?? '')), 303);
  });
}

const cookieOf = (c: Context<WebEnv>) =>
  ({
    path: '/gestion',
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.get('view').publicUrl.startsWith('https:'),
  }) as const;

/** Never to another site, whatever the form says. */
const insideManagement = (path: string): string => (/^\/gestion(?:[/?]|$)/.test(path) ? path : '/gestion');
