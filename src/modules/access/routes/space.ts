import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { answerError } from '../../../platform/web/app.ts';
import type { Actor, Role } from '../domain/organisation.ts';
import { returnPath } from '../domain/return-path.ts';
import { isProven } from '../domain/second-factor.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import { organisationPage, type SpaceOrganisation, spacePage } from '../pages/space.tsx';
import { findActor, findActors } from '../store/memberships.ts';
import { leadToSignIn, signedInOnly } from './signed-in-only.ts';
import { type Access, type ActionName, keepPrivate, type SpaceEntry, visitorOf } from './visitors.ts';

/** At least one: a page for nobody in particular cannot be written. */
type Roles = readonly [Role, ...Role[]];

type SpaceContext<Path extends string> = Context<WebEnv, `/espace/:organisation${Path}`>;

type SpaceHandler<Path extends string> = (
  c: SpaceContext<Path>,
  actor: Actor,
) => Response | Promise<Response>;

export interface SpaceOptions {
  /** It touches money: a code of the person's telephone was typed in this session, less than a day ago. */
  money?: true;
}

export interface Space {
  get<Path extends string>(
    path: Path,
    roles: Roles,
    handler: SpaceHandler<Path>,
    options?: SpaceOptions,
  ): void;
  post<Path extends string>(
    path: Path,
    roles: Roles,
    handler: SpaceHandler<Path>,
    options?: SpaceOptions,
  ): void;
  addEntry(entry: SpaceEntry): void;
  /** Words for acts that the room writes with `recordAudit`, by their code: the journal shows them. */
  nameActions(names: Readonly<Record<string, ActionName>>): void;
}

/**
 * Routes under `/espace/:organisation`, the paths given being what follows it. Whoever is not signed in is led to
 * sign in; whoever is not of the organisation, or has none of the roles, is told that the page does not exist.
 * Forms that move money say `money`: their page should say so too, so that the code is asked before it is filled in.
 */
export function createSpace(app: WebApp, access: Access): Space {
  const guard =
    <Path extends string>(roles: Roles, handler: SpaceHandler<Path>, { money }: SpaceOptions = {}) =>
    async (c: SpaceContext<Path>): Promise<Response> => {
      keepPrivate(c);
      const visitor = visitorOf(c);
      if (!visitor) return leadToSignIn(c);
      const organisationId = c.req.param('organisation' as never) as unknown as string;
      const actor = await findActor(access.db, { personId: visitor.personId, organisationId });
      if (!actor || !roles.some((role) => actor.roles.has(role))) return answerError(c, 404, 'notFound');
      if (money && !isProven(visitor.secondFactorAt, access.clock())) return leadToCode(c);
      return handler(c, actor);
    };
  return {
    get: (path, roles, ...rest) => app.get(`/espace/:organisation${path}`, guard(roles, ...rest)),
    post: (path, roles, ...rest) => app.post(`/espace/:organisation${path}`, guard(roles, ...rest)),
    addEntry: (entry) => access.entries.push(entry),
    nameActions: (names) => {
      for (const [code, name] of Object.entries(names)) access.actionNames.set(code, name);
    },
  };
}

/** Then back to the page, or to the one that held the form: what was typed in it is lost. */
function leadToCode(c: Context): Response {
  const referer = c.req.header('referer') ?? '';
  const page = c.req.method === 'GET' ? c.req.url : URL.canParse(referer) ? referer : c.req.url;
  const { pathname, search } = new URL(page);
  return c.redirect(`/compte/code?${new URLSearchParams({ retour: returnPath(pathname + search) })}`, 303);
}

const EVERY_ROLE = Object.keys(ORGANISATIONS.fr.roles) as unknown as Roles;

export function mountSpace(app: WebApp, access: Access): void {
  app.get(
    '/espace',
    signedInOnly(async (c, { personId }) => {
      const view = c.get('view');
      const actors = await findActors(access.db, personId);
      const organisations = await Promise.all(actors.map((actor) => readSpace(actor, access, view.lang)));
      return c.html(spacePage(view, organisations));
    }),
  );
  createSpace(app, access).get('', EVERY_ROLE, async (c, actor) =>
    c.html(organisationPage(c.get('view'), await readSpace(actor, access, c.get('view').lang))),
  );
}

/** After the work of each day. */
const PEOPLE: SpaceEntry = {
  roles: ['owner'],
  icon: 'users',
  label: (lang) => ORGANISATIONS[lang].peopleEntry,
  path: '/personnes',
};

async function readSpace(
  { organisation: { id, name, kind }, roles }: Actor,
  { entries }: Access,
  lang: Lang,
): Promise<SpaceOrganisation> {
  const own = [...entries, PEOPLE].filter((entry) => entry.roles.some((role) => roles.has(role)));
  const doors = own.map(async ({ icon, label, path, waiting }) => ({
    icon,
    label: label(lang),
    href: `/espace/${id}${path}`,
    detail: (await waiting?.(id, lang)) ?? null,
  }));
  return { id, name, kind: ORGANISATIONS[lang].kinds[kind], doors: await Promise.all(doors) };
}
