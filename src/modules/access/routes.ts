import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import {
  type AccessDeps,
  type EntryRefusal,
  enterAsAdministrator,
  isAdministrator,
} from './actions/enter-as-administrator.ts';
import { deniedPage, entrancePage } from './pages/entrance.tsx';

const COOKIE = 'maillon_gestion';

const STATUS = { 'link-invalid': 403, 'link-used': 403 } as const satisfies Record<
  EntryRefusal['kind'],
  number
>;

export const hasAdminSession =
  (deps: Pick<AccessDeps, 'signer' | 'clock'>) =>
  (c: Context<WebEnv>): boolean =>
    isAdministrator(getCookie(c, COOKIE), deps);

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
    setCookie(c, COOKIE, result.value.session, {
      path: '/gestion',
      httpOnly: true,
      sameSite: 'Strict',
      secure: c.get('view').publicUrl.startsWith('https:'),
      maxAge: result.value.lifeSeconds,
    });
    return c.redirect('/gestion', 303);
  });
  app.post('/gestion/quitter', (c) => {
    deleteCookie(c, COOKIE, { path: '/gestion' });
    return c.redirect('/', 303);
  });
}
