import { Hono } from 'hono';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { buildCatalogue } from '../modules/directory/index.ts';
import { type KeptDepartement, mount } from '../modules/finder/index.ts';
import { buildCommuneReference } from '../modules/standard/index.ts';
import { renderErrorPage } from '../platform/html/errors.tsx';
import { KeptNotice } from '../platform/html/kept-notice.tsx';
import type { View, WebEnv } from '../platform/html/view.ts';
import { isLang } from '../platform/i18n/messages.ts';
import { isPublicLang } from '../platform/i18n/public-languages.ts';
import { SHELL } from './shell.ts';

/**
 * The program in the phone: the same pages, made by the same code, from the places that a person chose to keep. It is
 * registered by a press (`client/keep-places.ts`), answers only when the network does not, and keeps nothing else than
 * the shell of pages and the last places visited.
 */

declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

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

const SHELVES = { shell: `maillon-${SHELL_VERSION}`, places: 'maillon-lieux', visits: 'maillon-visites' };
const MOST_VISITS = 50;
/** A network that says nothing for so long is no network. */
const PATIENCE_MS = 8_000;
const REFRESH_AFTER_MS = 7 * 24 * 3600 * 1000;

worker.addEventListener('install', (event) => {
  const fill = async () => (await caches.open(SHELVES.shell)).addAll([...SHELL_FILES]);
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  const clean = async () => {
    const wanted = Object.values(SHELVES);
    for (const name of await caches.keys()) if (!wanted.includes(name)) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event, url));
  else if (SHELL_FILES.includes(url.pathname)) event.respondWith(answerFile(request));
});

const answerFile = async (request: Request): Promise<Response> =>
  (await caches.match(request)) ?? fetch(request);

async function answerPage(event: FetchEventLike, url: URL): Promise<Response> {
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const isPlace = response.ok && /^\/lieux\/[\w-]+$/.test(url.pathname);
    if (isPlace) event.waitUntil(keepVisit(url, response.clone()));
    event.waitUntil(refreshOld());
    return response;
  } catch {
    return answerAlone(event.request, url);
  }
}

async function keepVisit(url: URL, response: Response): Promise<void> {
  const shelf = await caches.open(SHELVES.visits);
  await shelf.delete(url.pathname);
  await shelf.put(url.pathname, response);
  for (const old of (await shelf.keys()).slice(0, -MOST_VISITS)) await shelf.delete(old);
}

async function keptDepartements(): Promise<KeptDepartement[]> {
  const shelf = await caches.open(SHELVES.places);
  const answers = await Promise.all((await shelf.keys()).map((request) => shelf.match(request)));
  const files = answers.filter((answer) =>
    answer?.headers.get('content-type')?.startsWith('application/json'),
  );
  return Promise.all(files.map((answer) => answer!.json() as Promise<KeptDepartement>));
}

/** Once a week, when the network is there: what was asked for once stays true. */
async function refreshOld(): Promise<void> {
  for (const { code, keptAt } of await keptDepartements()) {
    if (Date.now() - Date.parse(keptAt) < REFRESH_AFTER_MS) continue;
    const answer = await fetch(`/hors-ligne/${code}`);
    if (answer.ok) await (await caches.open(SHELVES.places)).put(`/hors-ligne/${code}`, answer);
  }
}

async function answerAlone(request: Request, url: URL): Promise<Response> {
  const kept = await keptDepartements();
  const view = await viewAlone(url, kept);
  const answer = await pagesOf(kept, view).request(request.url, { headers: refererOf(request) });
  if (answer.status !== 404) return answer;
  const visited = await caches.match(url.pathname, { cacheName: SHELVES.visits });
  return visited ? withNotice(visited, view) : answer;
}

/** The list behind a place: what the browser would have told the server. */
const refererOf = ({ referrer }: Request): Record<string, string> => (referrer ? { referer: referrer } : {});

async function viewAlone(url: URL, kept: readonly KeptDepartement[]): Promise<View> {
  const saved = await caches.match('/hors-ligne/langue');
  const lang = [url.searchParams.get('lang'), await saved?.text()].find(isPublicLang) ?? 'fr';
  const oldest = kept.map(({ keptAt }) => keptAt).sort()[0];
  return {
    lang: isLang(lang) ? lang : 'fr',
    publicLang: lang,
    url,
    now: new Date(),
    territoryName: kept[0]?.territoryName ?? '',
    helpPhone: kept[0]?.helpPhone,
    publicUrl: url.origin,
    isAdmin: false,
    shell: SHELL,
    kept: { on: new Date(oldest ?? Date.now()), what: kept.map(({ name }) => name).join(', ') },
  };
}

function pagesOf(kept: readonly KeptDepartement[], view: View): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('view', view);
    await next();
  });
  const communes = buildCommuneReference(kept.flatMap((one) => one.communes));
  const catalogue = catalogueOf(kept, view.kept!.on);
  mount(app, { catalogue: () => catalogue, communes: () => communes, mapGround: null });
  app.notFound((c) => c.html(renderErrorPage(view, 'needsNetwork'), 404));
  return app;
}

function catalogueOf(kept: readonly KeptDepartement[], on: Date) {
  const places = kept
    .flatMap((one) => one.places)
    .map(({ missingSince, ...place }) => ({
      ...place,
      provenance: {},
      missingSince: missingSince === null ? null : new Date(missingSince),
      createdAt: on,
      updatedAt: on,
    }));
  return buildCatalogue({ revision: 0, refreshedAt: on, places, merged: new Map(), removed: new Map() });
}

async function withNotice(visited: Response, view: View): Promise<Response> {
  const notice = renderToString(h(KeptNotice, { view }));
  const page = (await visited.text()).replace(/<main[^>]*>/, (tag) => tag + notice);
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
