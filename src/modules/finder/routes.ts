import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { View, WebApp, WebEnv } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import { keepPages } from '../../platform/web/keep-pages.ts';
import { contentSecurityPolicy } from '../../platform/web/security.ts';
import type { PublishedPlace } from '../directory/index.ts';
import { packDepartement } from './domain/kept-departement.ts';
import { type Located, locate, locateAround } from './domain/locate.ts';
import { findNeed } from './domain/needs.ts';
import { parseColour, readableOnWhite } from './domain/theme-colour.ts';
import { understandFilters } from './domain/understand-filters.ts';
import type { Understanding } from './domain/understand-need.ts';
import { type Request, understandRequest } from './domain/understand-request.ts';
import { agendaFile, agendaPage } from './pages/agenda.tsx';
import { embedPage } from './pages/embed.tsx';
import { embeddedFragment, embeddedListPage } from './pages/embedded-list.tsx';
import { gonePage, unknownPlacePage } from './pages/gone.tsx';
import { homePage } from './pages/home.tsx';
import { kioskHome, kioskPlace, kioskResults, kioskSetup } from './pages/kiosk.tsx';
import { mapPage } from './pages/map.tsx';
import type { FinderDeps, FinderWorld, MapGround } from './pages/parts/deps.ts';
import { leaveNoTrace, restartHref } from './pages/parts/kiosk-shell.tsx';
import { FILTERS_KNOWN, type ListQuery, listHref, readListQuery } from './pages/parts/query.ts';
import { placePage } from './pages/place.tsx';
import { proPage } from './pages/pro.tsx';
import { resultsPage } from './pages/results.tsx';
import { accessibilityPage, yourDataPage } from './pages/statements.tsx';
import { wherePage } from './pages/where.tsx';

/** The public pages. */
export function mount(app: WebApp, deps: FinderDeps): void {
  const version = () => deps.catalogue()?.revision ?? null;
  const kept = keepPages({
    version,
    alsoFrom: (c) => (isPersonal(c) ? null : (listBehind(c).listHref ?? '')),
    askItself: (request, env) => app.fetch(request, env),
  });
  // What they answer by `c.render` is kept.
  for (const path of ['/', '/lieux', '/lieux/:id']) app.use(path, kept);
  app.get('/', (c) => c.render(homePage(c.get('view'))));
  app.get('/accessibilite', (c) => c.html(accessibilityPage(c.get('view'))));
  app.get('/vos-donnees', (c) => c.html(yourDataPage(c.get('view'))));
  app.get('/pro', (c) => withWorld(c, deps, (world) => c.html(proPage(c.get('view'), world))));
  app.get('/hors-ligne/:code', (c) => withWorld(c, deps, (world) => keptFile(c, world)));
  app.get('/lieux', (c) => withWorld(c, deps, (world) => c.render(listPage(c.get('view'), world))));
  app.get('/lieux/carte', (c) =>
    withWorld(c, deps, (world) => answerMap(c, { world, ground: deps.mapGround })),
  );
  app.get('/lieux/:id', (c) =>
    withWorld(c, deps, (world) =>
      answerPlace(c, world, {
        published: (place) => c.render(placePage(c.get('view'), place, { world, ...listBehind(c) })),
      }),
    ),
  );
  app.get('/lieux/:id/agenda', (c) =>
    withWorld(c, deps, (world) =>
      answerPlace(c, world, {
        under: '/agenda',
        published: (place) => c.html(agendaPage(c.get('view'), place)),
      }),
    ),
  );
  app.get('/lieux/:id/agenda.ics', (c) =>
    withWorld(c, deps, (world) =>
      answerPlace(c, world, { under: '/agenda.ics', published: (place) => answerAgenda(c, place) }),
    ),
  );
  mountKiosk(app, deps);
  mountEmbed(app, deps);
}

/** For the sites of others: a frame, an element, and the page that gives their code. */
function mountEmbed(app: WebApp, deps: FinderDeps): void {
  app.get('/integrer', (c) => {
    c.header('content-security-policy', contentSecurityPolicy({ ownFrames: true }));
    return c.html(embedPage(c.get('view')));
  });
  app.use('/integrer/*', openToOtherSites);
  app.get('/integrer/liste', (c) =>
    withWorld(c, deps, (world) => c.html(embeddedListPage(c.get('view'), world))),
  );
  app.get('/integrer/extrait', (c) =>
    withWorld(c, deps, (world) => c.html(embeddedFragment(c.get('view'), world))),
  );
  app.get('/integrer/couleur/:hex', (c) => {
    const colour = parseColour(c.req.param('hex'));
    if (!colour) return c.notFound();
    return c.body(themeSheet(readableOnWhite(colour)), 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  const { embedScript } = deps;
  if (!embedScript) return;
  app.get('/integrer/maillon.js', (c) =>
    c.body(embedScript(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
}

/** Light colours alone: the site around the frame says whether it is dark, and a frame cannot know. */
const themeSheet = (hex: string): string =>
  `:root{--ds-color-accent-base-default:#${hex};--ds-color-accent-base-hover:#${hex};--ds-color-accent-text-subtle:#${hex}}`;

/** The same for everyone, shown anywhere, remembered by nobody: a frame of another site gives no cookie. */
const openToOtherSites = createMiddleware<WebEnv>(async (c, next) => {
  await next();
  c.header('set-cookie', undefined);
  c.header('content-security-policy', contentSecurityPolicy({ frameAncestors: '*' }));
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
  if (c.res.ok) c.header('cache-control', 'private, max-age=300');
});

/** The screen of a reception desk: the next person finds nothing of the one before. */
function mountKiosk(app: WebApp, deps: FinderDeps): void {
  app.use('/borne/*', leaveNoTrace);
  app.get('/borne/recommencer', (c) => {
    const town = c.req.query('ou');
    c.header('clear-site-data', '"cache", "storage"');
    return c.redirect(town ? `/borne?${new URLSearchParams({ ou: town })}` : '/borne', 303);
  });
  const inTown = (c: Context<WebEnv>, page: (view: View, located: Located, world: FinderWorld) => string) =>
    withWorld(c, deps, (world) => {
      const view = c.get('view');
      const located = locate(c.req.query('ou') ?? deps.kioskTown ?? '', world);
      return c.html(located ? page(view, located, world) : kioskSetup(view));
    });
  app.get('/borne', (c) => inTown(c, kioskHome));
  app.get('/borne/lieux', (c) => inTown(c, kioskResults));
  app.get('/borne/lieux/:id', (c) =>
    withWorld(c, deps, ({ catalogue }) => {
      const answer = catalogue.find(c.req.param('id'));
      return answer.kind === 'published'
        ? c.html(kioskPlace(c.get('view'), answer.place, deps))
        : c.redirect(restartHref(c.get('view')), 303);
    }),
  );
}

/** A position and a need in one's own words are kept nowhere, not even a minute. */
const isPersonal = (c: Context<WebEnv>): boolean =>
  ['lat', 'lon', 'mots'].some((name) => c.req.query(name) !== undefined);

function withWorld(
  c: Context<WebEnv>,
  { catalogue, communes }: FinderDeps,
  answer: (world: FinderWorld) => Response | Promise<Response>,
): Response | Promise<Response> {
  const current = catalogue();
  return current ? answer({ catalogue: current, communes: communes() }) : answerError(c, 503, 'starting');
}

function listPage(view: View, world: FinderWorld): string {
  const { located, ...asked } = understand(readListQuery(view.url), world);
  return located ? resultsPage(view, { ...asked, located }, world) : wherePage(view, asked, world);
}

/** The only page that may show images of another site: those of the background of its map. */
function answerMap(c: Context<WebEnv>, context: { world: FinderWorld; ground: MapGround }): Response {
  const { query, located } = understand(readListQuery(c.get('view').url), context.world);
  if (!located) return c.redirect(listHref(query, {}), 302);
  if (context.ground) {
    const images = [new URL(context.ground.tileUrl).origin];
    c.header('content-security-policy', contentSecurityPolicy({ images }));
  }
  return c.html(mapPage(c.get('view'), { query, located }, context));
}

interface Understood {
  query: ListQuery;
  understanding?: Understanding;
  /** Null when it is not said where, or nobody knows such a place. */
  located: Located | null;
}

/** Own words become a need, services and a place; a need written where a town was asked for is understood too. */
function understand(query: ListQuery, world: FinderWorld): Understood {
  if (query.mots !== '') {
    const request = understandRequest(query.mots, world);
    const wanted = { ...query, ...wantedBy(request, query), ou: request.ou || query.ou };
    return { query: wanted, understanding: request.understanding, located: locatedIn(wanted, world) };
  }
  const located = locatedIn(query, world);
  if (query.ou === '' || query.near || isWhereOnly(query.ou, located)) return { query, located };
  const request = understandRequest(query.ou, world);
  const { understanding, filters } = request;
  if (understanding.need === 'tout' && filters.length === 0) return { query, located };
  const wanted = { ...query, ...wantedBy(request, query), mots: query.ou, ou: request.ou, isAsked: false };
  return { query: wanted, understanding, located: locatedIn(wanted, world) };
}

/** A town, a place or a numbered address; « ouvert maintenant, Bron » says something besides. */
function isWhereOnly(ou: string, located: Located | null): boolean {
  if (located?.kind !== 'address' || /^\d/.test(ou)) return located !== null;
  return understandFilters(ou).filters.length === 0;
}

const locatedIn = (query: ListQuery, world: FinderWorld): Located | null =>
  query.near ? locateAround(query.near) : locate(query.ou, world);

/** The need of the home page when it asks for the same services, else the services alone; and what narrows the list. */
function wantedBy(
  { understanding: { need, services }, filters: said }: Request,
  { filters: chosen }: ListQuery,
): Pick<ListQuery, 'need' | 'services' | 'filters'> {
  const filters = FILTERS_KNOWN.filter(
    (filter) => chosen.includes(filter) || said.some((one) => one === filter),
  );
  const usual: readonly string[] = findNeed(need)!.services;
  const isUsual = services.every((service) => usual.includes(service));
  return isUsual ? { need, services: [], filters } : { need: undefined, services: [...services], filters };
}

/** What a phone keeps on a press: the places of one département (`client/keep-places.ts`). Its date is that of the places. */
function keptFile(c: Context<WebEnv>, { catalogue, communes }: FinderWorld): Response | Promise<Response> {
  const instance = c.get('view');
  const kept = packDepartement(c.req.param('code') ?? '', {
    catalogue,
    communes: communes.communes,
    instance,
  });
  if (!kept) return answerError(c, 404, 'notFound');
  c.header('last-modified', instance.now.toUTCString());
  return c.json(kept);
}

/** An opening that is past, or that never was, leads back to the choice. */
function answerAgenda(c: Context<WebEnv>, place: PublishedPlace): Response {
  const file = agendaFile(c.get('view'), place, c.req.query('le'));
  if (file === null) return c.redirect(`/lieux/${place.id}/agenda`, 302);
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="agenda.ics"',
  });
}

function answerPlace(
  c: Context<WebEnv>,
  world: FinderWorld,
  page: { published: (place: PublishedPlace) => Response | Promise<Response>; under?: string },
): Response | Promise<Response> {
  const view = c.get('view');
  const answer = world.catalogue.find(c.req.param('id') ?? '');
  switch (answer.kind) {
    case 'published':
      return page.published(answer.place);
    case 'merged':
      return c.redirect(`/lieux/${answer.into}${page.under ?? ''}`, 301);
    case 'removed':
      return c.html(gonePage(view, answer, world), 410);
    case 'unknown':
      return c.html(unknownPlacePage(view), 404);
  }
}

/** The list the person comes from, as their browser says it: links to places carry no query to remember it. */
function listBehind(c: Context<WebEnv>): { listHref?: string } {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return {};
  const { origin, pathname, search } = new URL(referer);
  return origin === c.get('view').url.origin && pathname === '/lieux' && search !== ''
    ? { listHref: `/lieux${search}` }
    : {};
}
