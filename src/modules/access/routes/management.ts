import type { Context, MiddlewareHandler } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { type EntryRefusal, enterAsAdministrator } from '../actions/enter-as-administrator.ts';
import { ENTERED_BY_LINK_SECONDS } from '../domain/admin-link.ts';
import { cleanName, type Who, whoIs } from '../domain/stated-name.ts';
import { deniedPage, entrancePage } from '../pages/entrance.tsx';
import { NAME_PATH } from '../pages/parts/who-decides.tsx';
import { renamePerson } from '../store/people.ts';
import { type Access, sendCookies, visitorOf } from './visitors.ts';

const STATUS = { 'link-invalid': 403, 'link-used': 403 } as const satisfies Record<
  EntryRefusal['kind'],
  number
>;

/** Who acts in this request, as far as they said. */
export const whoDecides = (c: Context<WebEnv>): Who => whoIs(visitorOf(c));

/** Everything under /gestion is denied unless the session says otherwise: a new page is closed before it is written. */
const requireAdministrator: MiddlewareHandler<WebEnv> = (c, next) => {
  c.header('cache-control', 'no-store');
  const isEntrance = c.req.path === '/gestion/entrer';
  return isEntrance || c.get('view').isAdmin
    ? next()
    : Promise.resolve(c.html(deniedPage(c.get('view')), 403));
};

export function mountManagement(app: WebApp, access: Access): void {
  app.use('/gestion', requireAdministrator);
  app.use('/gestion/*', requireAdministrator);
  app.get('/gestion/entrer', (c) => {
    const token = c.req.query('jeton');
    return token ? c.html(entrancePage(c.get('view'), token)) : c.html(deniedPage(c.get('view')), 403);
  });
  app.post('/gestion/entrer', async (c) => {
    const form = await c.req.parseBody();
    const result = await enterAsAdministrator(String(form.jeton ?? ''), access);
    if (!result.ok) return c.html(deniedPage(c.get('view'), result.refusal), STATUS[result.refusal.kind]);
    const auth = await access.auth();
    const { personId } = result.value;
    sendCookies(c, await auth.openSession(personId, ENTERED_BY_LINK_SECONDS, c.req.raw.headers));
    return c.redirect('/gestion', 303);
  });
  app.post('/gestion/quitter', async (c) => {
    sendCookies(c, await (await access.auth()).closeSession(c.req.raw.headers));
    return c.redirect('/', 303);
  });
  // For whoever entered by the link of the server: the name that goes with what they decide, or none again.
  app.post(NAME_PATH, async (c) => {
    const { nom, retour } = await c.req.parseBody();
    const { personId } = visitorOf(c)!;
    await renamePerson(access.db, { personId, name: cleanName(String(nom ?? '')), at: access.clock() });
    return c.redirect(insideManagement(String(retour ?? '')), 303);
  });
}

/** Never to another site, whatever the form says. */
const insideManagement = (path: string): string => (/^\/gestion(?:[/?]|$)/.test(path) ? path : '/gestion');
