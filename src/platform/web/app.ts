import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type { Config } from '../config.ts';
import { ASSET_FOLDER } from '../html/assets.ts';
import type { ErrorKind } from '../html/errors.tsx';
import type { Shell, View, WebApp, WebEnv } from '../html/view.ts';
import type { Logger } from '../log.ts';
import { answerError, type ErrorStatus } from './answer-error.ts';
import { serveAssets, serveWorker } from './assets.ts';
import { chooseLanguage } from './language.ts';
import { type Capacity, shedBeyond } from './overload.ts';
import { type BodyLimits, bodyLimits, sameOriginForms, secureHeaders } from './security.ts';

export { answerError } from './answer-error.ts';

export interface WebAppDeps {
  config: Pick<Config, 'publicUrl' | 'territoryName' | 'helpPhone'>;
  clock: () => Date;
  log: Logger;
  isAdmin: (c: Context<WebEnv>) => boolean | Promise<boolean>;
  /** Asked after `isAdmin`, for the same request. */
  isSignedIn?: (c: Context<WebEnv>) => boolean;
  /** True once the first data can be searched. */
  isReady: () => boolean;
  shell: Shell;
  /** The `mount`s of the modules, in order. */
  mounts: readonly ((app: WebApp) => void)[];
  limits?: BodyLimits;
  capacity?: Capacity;
}

const USUAL_BODY_BYTES = 256 * 1024;

export function createWebApp(deps: WebAppDeps): WebApp {
  const app: WebApp = new Hono<WebEnv>();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', (c) => (deps.isReady() ? c.text('ready') : c.text('starting', 503)));
  app.use(compress());
  app.use(secureHeaders({ isHttps: deps.config.publicUrl?.startsWith('https:') ?? false }));
  app.use('/assets/*', serveAssets(ASSET_FOLDER));
  app.get('/hors-ligne.js', serveWorker(ASSET_FOLDER));
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('view', viewOf(c, deps));
    c.header('x-request-id', c.get('requestId'));
    c.header('cache-control', 'private, no-cache');
    c.header('vary', 'Cookie, Accept-Language');
    await next();
  });
  app.use(chooseLanguage);
  // After health and assets, which are never refused, and before anything that costs.
  app.use(shedBeyond(deps.capacity));
  // After the view exists: the page that says a session could not be read needs one.
  app.use(async (c, next) => {
    const isAdmin = await deps.isAdmin(c);
    c.set('view', { ...c.get('view'), isAdmin, isSignedIn: deps.isSignedIn?.(c) ?? isAdmin });
    await next();
  });
  app.use(
    sameOriginForms({ publicUrl: deps.config.publicUrl, refuse: (c) => answerError(c, 403, 'foreignForm') }),
  );
  app.use(
    bodyLimits(deps.limits ?? { usualBytes: USUAL_BODY_BYTES }, (c) => answerError(c, 413, 'tooLarge')),
  );
  for (const mount of deps.mounts) mount(app);
  app.notFound((c) => answerError(c, 404, 'notFound'));
  app.onError((error, c) => onFailure(error, c, deps.log));
  return app;
}

function viewOf(c: Context<WebEnv>, deps: WebAppDeps): View {
  const url = new URL(c.req.url);
  return {
    lang: 'fr',
    publicLang: 'fr',
    url,
    now: c.env?.at ?? deps.clock(),
    territoryName: deps.config.territoryName,
    helpPhone: deps.config.helpPhone,
    publicUrl: deps.config.publicUrl ?? url.origin,
    isAdmin: false,
    shell: deps.shell,
  };
}

function onFailure(error: Error, c: Context<WebEnv>, log: Logger): Response {
  if (error instanceof HTTPException && error.status < 500) {
    const known = REFUSED[error.status] ?? { status: 400, kind: 'refused' };
    return answerError(c, known.status, known.kind);
  }
  if (isUnreadable(error)) return answerError(c, 400, 'refused');
  // The path only: what people search for is kept nowhere.
  log.error(
    { requestId: c.get('requestId'), method: c.req.method, path: c.req.path, err: error },
    'request failed',
  );
  return answerError(c, 500, 'broken');
}

/**
 * No page of ours sends these: a body that is not the form it says it is, and the character 0, which PostgreSQL keeps in no
 * text (SQLSTATE 22021). Nothing was written.
 */
const isUnreadable = (error: Error & { code?: unknown }): boolean =>
  error.code === '22021' ||
  (error instanceof TypeError && error.message === 'Failed to parse body as FormData.');

const REFUSED: Partial<Record<number, { status: ErrorStatus; kind: ErrorKind }>> = {
  403: { status: 403, kind: 'forbidden' },
  404: { status: 404, kind: 'notFound' },
  413: { status: 413, kind: 'tooLarge' },
};
