import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';
import { pagesAhead } from './pages-ahead.ts';

interface Coding {
  name: 'br' | 'gzip';
  compress: (text: string) => Promise<Buffer>;
}

/** Brotli 5 takes twice the time of gzip 6 and weighs a tenth less: a millisecond for a list, on another thread. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    // 64 KB hold a page; the usual window of 4 MB is as much memory to make ready each time.
    [constants.BROTLI_PARAM_LGWIN]: 16,
  },
};
const toBrotli = promisify<string, BrotliOptions, Buffer>(brotliCompress);
const toGzip = promisify<string, Buffer>(gzip);
const CODINGS: readonly Coding[] = [
  { name: 'br', compress: (text) => toBrotli(text, BROTLI) },
  { name: 'gzip', compress: (text) => toGzip(text) },
];

/** A few thousand lists of 5 KB: what a region asks for in one minute. */
const MOST_BYTES = 32 * 1024 * 1024;

const MINUTE_MS = 60_000;
const HTML = 'text/html; charset=UTF-8';

interface Options {
  /** Changes whenever what the pages show changes; null when they show nothing yet. */
  version: () => number | null;
  /** What a page also depends on, besides its address and the language; null for one that nobody else will ask for. */
  alsoFrom?: (c: Context<WebEnv>) => string | null;
  mostBytes?: number;
  /** How the program asks itself for a page as it will be at an instant; absent, no page is ready before it is asked. */
  askItself?: (request: Request, env: { at: Date }) => Response | Promise<Response>;
}

/**
 * Public pages are the same for everyone during a minute: rendered and compressed once, for one data, one language and
 * one address, and those asked for twice are ready when the next minute begins. A page for someone in particular (a
 * session, a cookie just set) is never kept; nor is one whose handler answers otherwise than by `c.render`.
 */
export function keepPages({ version, alsoFrom = () => '', mostBytes = MOST_BYTES, askItself }: Options) {
  const shelf = openShelf(mostBytes);
  const ahead = pagesAhead({ askItself, isPast: (minute) => minute <= shelf.minute() });
  return createMiddleware<WebEnv>(async (c, next) => {
    const data = version();
    const also = alsoFrom(c);
    if (data === null || also === null || !isForEveryone(c)) return next();
    const { lang, publicLang, now } = c.get('view');
    const coding = acceptedCoding(c);
    const moment = { data, minute: Math.floor(now.getTime() / MINUTE_MS) };
    const key = [c.req.url, lang, publicLang, coding?.name ?? '', also].join('\n');
    const isAhead = c.env?.at !== undefined;
    if (!isAhead) shelf.moveTo(moment);
    const known = shelf.take(key, moment);
    if (known?.timesAsked === 2) ahead.add(c.req, moment.minute + 1);
    const body = known?.body ?? (await draw(c, next, coding));
    if (body === null) return;
    if (!known) shelf.put(key, moment, { body, isAhead });
    const { headers } = c.res;
    headers.set('content-type', HTML);
    headers.set('vary', 'Cookie, Accept-Language, Accept-Encoding');
    if (coding) headers.set('content-encoding', coding.name);
    // Forgotten first, or the answer that holds the text would be copied to no purpose.
    c.res = undefined;
    c.res = new Response(body, { headers });
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

type Body = Uint8Array<ArrayBuffer>;

/** The text of the page, taken on its way: read back from the answer, it would be encoded and decoded again. */
async function draw(
  c: Context<WebEnv>,
  next: () => Promise<void>,
  coding: Coding | undefined,
): Promise<Body | null> {
  let drawn: string | null = null;
  c.setRenderer(async (content) => {
    drawn = await content;
    return c.html(drawn);
  });
  await next();
  const { status, headers } = c.res;
  // Only bodies are kept: a page that may load or be shown more than others would come back without its leave.
  const isPlain = !headers.has('set-cookie') && !headers.has('content-security-policy');
  if (drawn === null || status !== 200 || !isPlain) return null;
  return new Uint8Array(coding ? await coding.compress(drawn) : Buffer.from(drawn));
}

interface Moment {
  data: number;
  minute: number;
}

interface Kept {
  body: Body;
  moment: Moment;
  /** While it served. */
  timesAsked: number;
}

/** Pages of the present minute and those ready for the next one: time empties it, and the oldest leave when it is full. */
function openShelf(mostBytes: number) {
  const pages = new Map<string, Kept>();
  let present: Moment = { data: Number.NaN, minute: Number.NaN };
  let bytes = 0;
  const remove = (key: string): void => {
    bytes -= pages.get(key)?.body.length ?? 0;
    pages.delete(key);
  };
  const serves = ({ data, minute }: Moment): boolean =>
    data === present.data && (minute === present.minute || minute === present.minute + 1);
  // The moment is in the key: a page that was being rendered when the minute turned is not found in the next one.
  const placeOf = (key: string, { data, minute }: Moment): string => `${data} ${minute}\n${key}`;
  return {
    minute: () => present.minute,
    moveTo(moment: Moment): void {
      if (moment.data === present.data && moment.minute === present.minute) return;
      present = moment;
      for (const [place, page] of pages) if (!serves(page.moment)) remove(place);
    },
    take(key: string, moment: Moment): Kept | undefined {
      const page = pages.get(placeOf(key, moment));
      if (page) page.timesAsked += 1;
      return page;
    },
    put(key: string, moment: Moment, { body, isAhead }: { body: Body; isAhead: boolean }): void {
      // A page of the next minute pushes out none of this one.
      if (!serves(moment) || (isAhead && bytes + body.length > mostBytes)) return;
      const place = placeOf(key, moment);
      remove(place);
      pages.set(place, { body, moment, timesAsked: isAhead ? 0 : 1 });
      bytes += body.length;
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        remove(oldest);
      }
    },
  };
}
