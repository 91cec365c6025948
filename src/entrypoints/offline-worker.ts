import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { buildCatalogue } from '../modules/directory/index.ts';
import { type KeptDepartement, mount } from '../modules/finder/index.ts';
import { buildCommuneReference } from '../modules/standard/index.ts';
import { renderErrorPage } from '../platform/html/errors.tsx';
import { KeptNotice } from '../platform/html/kept-notice.tsx';
import type { View, WebEnv } from '../platform/html/view.ts';
import { isLang } from '../platform/i18n/messages.ts';
import type { PublicLang } from '../platform/i18n/public-languages.ts';
import { openShelves } from './offline-shelves.ts';
import { SHELL } from './shell.ts';

/**
 * The program in the phone: the same pages, made by the same code, from the places that a person chose to keep. It is
 * registered by a press (`client/keep-places.ts`), speaks the language of that press and no other, answers only when the
 * network does not, and keeps nothing else than the shell of pages and the last places visited.
 */

declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;
/** The words of the other languages are left out when it is built (`scripts/keep-one-language.mjs`). */
declare const SPOKEN: PublicLang;

/** Of the web worker: the compiler knows the browser's page only. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEventLike extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEventLike) => void): void;
}
const worker = globalThis as unknown as WorkerScope;

const shelves = openShelves({
  caches,
  fetch: (path) => fetch(path),
  now: () => Date.now(),
  version: SHELL_VERSION,
});
/** A network that says nothing for so long is no network. */
const PATIENCE_MS = 8_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(shelves.fillShell(SHELL_FILES).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(shelves.removeOld().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event, url));
  else if (SHELL_FILES.includes(url.pathname)) event.respondWith(answerFile(request));
});

const answerFile = async (request: Request): Promise<Response> =>
  (await shelves.fileOf(request)) ?? fetch(request);

async function answerPage(event: FetchEventLike, url: URL): Promise<Response> {
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const isPlace = response.ok && /^\/lieux\/[\w-]+$/.test(url.pathname);
    if (isPlace) event.waitUntil(shelves.keepVisit(url.pathname, response.clone()));
    event.waitUntil(shelves.refreshOld());
    return response;
  } catch {
    return answerAlone(event.request, url);
  }
}

async function answerAlone(request: Request, url: URL): Promise<Response> {
  const opened = await openKept();
  const view = viewAlone(url, opened.kept);
  const answer = await pagesOf(opened, view).request(request.url, { headers: refererOf(request) });
  if (answer.status !== 404) return answer;
  const visited = await shelves.visitTo(url.pathname);
  return visited ? withNotice(visited, view) : answer;
}

/** The list behind a place: what the browser would have told the server. */
const refererOf = ({ referrer }: Request): Record<string, string> => (referrer ? { referer: referrer } : {});

interface Opened {
  stamp: string;
  kept: readonly KeptDepartement[];
  communes: ReturnType<typeof buildCommuneReference>;
  catalogue: ReturnType<typeof buildCatalogue>;
}

let lastOpened: Opened | null = null;

/** Reading the places and making their index takes a tenth of a second on a computer: once, not at each page. */
async function openKept(): Promise<Opened> {
  const stamp = await shelves.stamp();
  if (lastOpened?.stamp === stamp) return lastOpened;
  const kept = await shelves.departements();
  const communes = buildCommuneReference(kept.flatMap((one) => one.communes));
  lastOpened = { stamp, kept, communes, catalogue: catalogueOf(kept) };
  return lastOpened;
}

function viewAlone(url: URL, kept: readonly KeptDepartement[]): View {
  return {
    lang: isLang(SPOKEN) ? SPOKEN : 'fr',
    publicLang: SPOKEN,
    url,
    now: new Date(),
    territoryName: kept[0]?.territoryName ?? '',
    helpPhone: kept[0]?.helpPhone,
    publicUrl: url.origin,
    isAdmin: false,
    shell: SHELL,
    kept: { on: keptOn(kept), what: kept.map(({ name }) => name).join(', ') },
  };
}

/** The oldest, when several départements are kept. */
const keptOn = (kept: readonly KeptDepartement[]): Date =>
  new Date(kept.map(({ keptAt }) => keptAt).sort()[0] ?? Date.now());

function pagesOf({ catalogue, communes }: Opened, view: View): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('view', view);
    await next();
  });
  const needsNetwork = (c: Context<WebEnv>) => c.html(renderErrorPage(view, 'needsNetwork'), 404);
  // A page in the languages of management, of which this phone may speak none.
  if (!isLang(SPOKEN)) app.get('/pro', needsNetwork);
  mount(app, { catalogue: () => catalogue, communes: () => communes, mapGround: null });
  app.notFound(needsNetwork);
  return app;
}

function catalogueOf(kept: readonly KeptDepartement[]) {
  const on = keptOn(kept);
  const places = kept
    .flatMap((one) => one.places)
    .map(({ missingSince, ...place }) => ({
      ...place,
      provenance: {},
      missingSince: missingSince === null ? null : new Date(missingSince),
      createdAt: on,
      updatedAt: on,
    }));
  const removed = kept
    .flatMap((one) => one.removed ?? [])
    .map(({ id, fields, removedAt }) => [id, { fields, removedAt: new Date(removedAt) }] as const);
  return buildCatalogue({
    revision: 0,
    refreshedAt: on,
    places,
    merged: new Map(kept.flatMap((one) => one.merged ?? [])),
    removed: new Map(removed),
  });
}

async function withNotice(visited: Response, view: View): Promise<Response> {
  const notice = renderToString(h(KeptNotice, { view }));
  const page = (await visited.text()).replace(/<main[^>]*>/, (tag) => tag + notice);
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
