import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';

interface Coding {
  name: 'br' | 'gzip';
  compress: (text: string) => Promise<Buffer>;
}

/** Brotli 5 takes the time of gzip 6 and weighs a tenth less: 3 ms for a list, on another thread. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const CODINGS: readonly Coding[] = [
  { name: 'br', compress: (text) => promisify(brotliCompress)(text, BROTLI) },
  { name: 'gzip', compress: (text) => promisify(gzip)(text) },
];

/** A few thousand lists of 5 KB: what a region asks for in one minute. */
const MOST_BYTES = 32 * 1024 * 1024;

const MINUTE_MS = 60_000;

interface Kept {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

interface Options {
  /** Changes whenever what the pages show changes; null when they show nothing yet. */
  version: () => number | null;
  /** What a page also depends on, besides its address and the language; null for one that nobody else will ask for. */
  alsoFrom?: (c: Context<WebEnv>) => string | null;
  mostBytes?: number;
}

/**
 * Public pages are the same for everyone during a minute: rendered and compressed once, for one data, one language and
 * one address. A page for someone in particular (a session, a cookie just set) is never kept.
 */
export function keepPages({ version, alsoFrom = () => '', mostBytes = MOST_BYTES }: Options) {
  const shelf = openShelf(mostBytes);
  return createMiddleware<WebEnv>(async (c, next) => {
    const data = version();
    const also = alsoFrom(c);
    if (data === null || also === null || !isForEveryone(c)) return next();
    const { lang, publicLang, now } = c.get('view');
    const coding = acceptedCoding(c);
    const moment = `${data} ${Math.floor(now.getTime() / MINUTE_MS)}`;
    // The moment is in the key: a page that was being rendered when the minute turned is not found in the next one.
    const key = [moment, c.req.url, lang, publicLang, coding?.name ?? '', also].join('\n');
    shelf.moveTo(moment);
    const known = shelf.get(key);
    if (known) {
      c.header('content-type', known.type);
      c.res = c.body(known.body);
    } else {
      await next();
      const kept = await keep(c.res, coding);
      if (!kept) return;
      shelf.put(key, kept);
      c.res = new Response(kept.body, c.res);
    }
    if (coding) c.res.headers.set('content-encoding', coding.name);
    c.res.headers.set('vary', 'Cookie, Accept-Language, Accept-Encoding');
  });
}

const isForEveryone = (c: Context<WebEnv>): boolean =>
  c.req.method === 'GET' &&
  !c.get('view').isAdmin &&
  c.req.query('lang') === undefined &&
  Object.keys(getCookie(c)).every((name) => name === 'langue');

function acceptedCoding(c: Context<WebEnv>): Coding | undefined {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((text) => text.trim());
  return CODINGS.find(({ name }) => accepted.includes(name));
}

async function keep(response: Response, coding: Coding | undefined): Promise<Kept | null> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/html') || response.headers.has('set-cookie'))
    return null;
  // Only bodies are kept: a page that may load or be shown more than others would come back without its leave.
  if (response.headers.has('content-security-policy')) return null;
  const text = await response.text();
  const body = coding ? await coding.compress(text) : Buffer.from(text);
  return { body: new Uint8Array(body), type };
}

/** Pages of one moment: the next one empties it, and the oldest leave when it is full. */
function openShelf(mostBytes: number) {
  const pages = new Map<string, Kept>();
  let moment = '';
  let bytes = 0;
  return {
    moveTo(now: string) {
      if (now === moment) return;
      moment = now;
      pages.clear();
      bytes = 0;
    },
    get: (key: string) => pages.get(key),
    put(key: string, page: Kept) {
      bytes += page.body.length - (pages.get(key)?.body.length ?? 0);
      pages.set(key, page);
      for (const [oldest, { body }] of pages) {
        if (bytes <= mostBytes) break;
        pages.delete(oldest);
        bytes -= body.length;
      }
    },
  };
}
