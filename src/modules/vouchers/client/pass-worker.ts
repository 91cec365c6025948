// Shows the page that works without network, when the network does not answer. It keeps nothing by itself.

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEventLike extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEventLike) => void): void;
}
const worker = globalThis as unknown as WorkerScope;

const SHELF = 'pass-hors-ligne';
/** A network that says nothing for so long is no network. */
const PATIENCE_MS = 8_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(answerPage(request));
  else if (request.method === 'GET' && new URL(request.url).pathname.startsWith('/assets/'))
    event.respondWith(answerFile(request));
});

/** A form that leaves without network is lost in the browser anyway: the page to type it again is given instead. */
async function answerPage(request: Request): Promise<Response> {
  try {
    // A page that changes something is not cut short: it may be done already.
    return await (request.method === 'GET'
      ? fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
      : fetch(request));
  } catch {
    const shelf = await caches.open(SHELF);
    return (await shelf.match(`${worker.registration.scope}/sans-reseau`)) ?? Response.error();
  }
}

const answerFile = async (request: Request): Promise<Response> =>
  fetch(request).catch(async () => (await caches.match(request)) ?? Response.error());
