import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { renderErrorPage } from '../html/errors.tsx';
import type { WebEnv } from '../html/view.ts';
import type { PublicLang } from '../i18n/public-languages.ts';
import { problem } from './problem.ts';

export interface Capacity {
  /** Requests under way at once. */
  mostActive: number;
  /** How long the requests of one turn of the loop may have waited for each other before the next ones are sent away. */
  longestWaitMs: number;
}

/** A second is what a person waits without noticing a fault; a third of it leaves the rest to their network. */
const USUAL: Capacity = { mostActive: 250, longestWaitMs: 350 };

const RETRY_AFTER_SECONDS = '5';

/** One long computation is no crowd: the first requests after it are always answered. */
const ALWAYS_ANSWERED = 16;

/**
 * Beyond what the machine can do, answering everyone late is answering nobody: whoever comes when the others already
 * wait too long is told so at once, in a page that costs nothing to send, and the others are answered in time.
 */
export function shedBeyond(capacity: Capacity = USUAL) {
  const heart = feelTheLoop();
  const pages = new Map<PublicLang, BusyPage>();
  let active = 0;
  let turn = { beat: 0, admitted: 0 };
  const isOver = (): boolean => {
    if (turn.beat !== heart.beats) turn = { beat: heart.beats, admitted: 0 };
    const isLate = heart.lateMs() > capacity.longestWaitMs && turn.admitted >= ALWAYS_ANSWERED;
    return isLate || active >= capacity.mostActive;
  };
  return createMiddleware<WebEnv>(async (c, next) => {
    // A call from inside the process came through no socket: nothing waits behind it.
    if (isFromNetwork(c) && isOver()) return sendAway(c, pages);
    active += 1;
    turn.admitted += 1;
    try {
      await next();
    } finally {
      active -= 1;
    }
  });
}

const isFromNetwork = (c: Context): boolean => c.env !== undefined && 'incoming' in c.env;

const BEAT_MS = 20;

interface Heart {
  beats: number;
  lateMs: () => number;
}

let shared: Heart | undefined;

/** A timer that should fire every 20 ms: how late it is tells how long the turn of the loop has lasted. */
function feelTheLoop(): Heart {
  if (shared) return shared;
  let lastAt = performance.now();
  const heart: Heart = { beats: 0, lateMs: () => performance.now() - lastAt - BEAT_MS };
  const timer = setInterval(() => {
    lastAt = performance.now();
    heart.beats += 1;
  }, BEAT_MS);
  timer.unref();
  shared = heart;
  return heart;
}

interface BusyPage {
  text: string;
  zipped: Uint8Array<ArrayBuffer>;
}

function sendAway(c: Context<WebEnv>, pages: Map<PublicLang, BusyPage>): Response {
  c.header('retry-after', RETRY_AFTER_SECONDS);
  if (c.req.path.startsWith('/api/')) return problem(c, { status: 503, kind: 'busy' });
  const { text, zipped } = busyPage(c, pages);
  c.header('content-type', 'text/html; charset=UTF-8');
  if (!c.req.header('accept-encoding')?.includes('gzip')) return c.body(text, 503);
  c.header('content-encoding', 'gzip');
  return c.body(zipped, 503);
}

/** Rendered and compressed once: its link leads to the address that the browser shows, whatever it is. */
function busyPage(c: Context<WebEnv>, pages: Map<PublicLang, BusyPage>): BusyPage {
  const view = c.get('view');
  const known = pages.get(view.publicLang);
  if (known) return known;
  const text = renderErrorPage({ ...view, url: new URL('/', view.url) }, 'busy');
  const page = { text, zipped: new Uint8Array(gzipSync(text)) };
  pages.set(view.publicLang, page);
  return page;
}
