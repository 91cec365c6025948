import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { answerError } from '../../../platform/web/app.ts';
import type { Actor, Role } from '../domain/organisation.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import { organisationPage, spacePage } from '../pages/space.tsx';
import { findActor, findActors } from '../store/memberships.ts';
import { type Access, keepPrivate, type SpaceEntry, visitorOf } from './visitors.ts';

/** At least one: a page for nobody in particular cannot be written. */
type Roles = readonly [Role, ...Role[]];

type SpaceContext<Path extends string> = Context<WebEnv, `/espace/:organisation${Path}`>;

type SpaceHandler<Path extends string> = (
  c: SpaceContext<Path>,
  actor: Actor,
) => Response | Promise<Response>;

export interface Space {
  get<Path extends string>(path: Path, roles: Roles, handler: SpaceHandler<Path>): void;
  post<Path extends string>(path: Path, roles: Roles, handler: SpaceHandler<Path>): void;
  addEntry(entry: SpaceEntry): void;
}

/**
 * Routes under `/espace/:organisation`, the paths given being what follows it. Whoever is not signed in is led to
 * sign in; whoever is not of the organisation, or has none of the roles, is told that the page does not exist.
 */
export function createSpace(app: WebApp, access: Access): Space {
  const guard =
    <Path extends string>(roles: Roles, handler: SpaceHandler<Path>) =>
    async (c: SpaceContext<Path>): Promise<Response> => {
      keepPrivate(c);
      const visitor = visitorOf(c);
      if (!visitor) return leadToSignIn(c);
      const organisationId = c.req.param('organisation' as never) as unknown as string;
      const actor = await findActor(access.db, { personId: visitor.personId, organisationId });
      if (!actor || !roles.some((role) => actor.roles.has(role))) return answerError(c, 404, 'notFound');
      return handler(c, actor);
    };
  return {
    get: (path, roles, handler) => app.get(`/espace/:organisation${path}`, guard(roles, handler)),
    post: (path, roles, handler) => app.post(`/espace/:organisation${path}`, guard(roles, handler)),
    addEntry: (entry) => access.entries.push(entry),
  };
}

/** A form that was being sent is lost: its page is opened again once signed in. */
export function leadToSignIn(c: Context<WebEnv>): Response {
  const { pathname, search } = c.get('view').url;
  return c.redirect(`/connexion?${new URLSearchParams({ retour: pathname + search })}`, 303);
}

const EVERY_ROLE = Object.keys(ORGANISATIONS.fr.roles) as unknown as Roles;

export function mountSpace(app: WebApp, access: Access): void {
  app.get('/espace', async (c) => {
    keepPrivate(c);
    const visitor = visitorOf(c);
    if (!visitor) return leadToSignIn(c);
    const actors = await findActors(access.db, visitor.personId);
    const { lang } = c.get('view');
    return c.html(
      spacePage(
        c.get('view'),
        actors.map((actor) => ({ id: actor.organisation.id, ...entriesOf(actor, access, lang) })),
      ),
    );
  });
  createSpace(app, access).get('', EVERY_ROLE, (c, actor) =>
    c.html(organisationPage(c.get('view'), entriesOf(actor, access, c.get('view').lang))),
  );
}

const entriesOf = ({ organisation, roles }: Actor, { entries }: Access, lang: Lang) => ({
  name: organisation.name,
  kind: ORGANISATIONS[lang].kinds[organisation.kind],
  entries: entries
    .filter((entry) => entry.roles.some((role) => roles.has(role)))
    .map(({ label, path }) => ({ label: label(lang), href: `/espace/${organisation.id}${path}` })),
});
