import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { WebEnv } from '../../../platform/html/view.ts';
import { isKnownVersion } from '../domain/etag.ts';

type Web = Context<WebEnv>;

const allowReading = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  exposeHeaders: ['ETag', 'Last-Modified', 'Link'],
  maxAge: 86_400,
});

/** Open data may be read by the pages of any site; nothing here depends on who asks. */
export const openToEverySite: MiddlewareHandler<WebEnv> = async (c, next) => {
  c.header('cross-origin-resource-policy', 'cross-origin');
  c.header('cache-control', 'public, no-cache');
  return allowReading(c, next);
};

/** A body whose version is its contents: the client that already holds it receives 304 and nothing else. */
export function versioned(c: Web, body: string, contentType: string): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  c.header('etag', etag);
  if (isKnownVersion(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  return c.body(body, 200, { 'content-type': contentType });
}

export interface ProblemFacts {
  status: 400 | 404 | 410 | 503;
  /** Last part of the address that explains the problem, on the API page. */
  kind: string;
  title: string;
  detail: string;
  parametres?: { nom: string; detail: string }[];
}

/** RFC 9457. */
export function problem(c: Web, { kind, ...facts }: ProblemFacts): Response {
  const type = `${c.get('view').publicUrl}/api#erreur-${kind}`;
  const { title, status, detail, ...more } = facts;
  const body = { type, title, status, detail, instance: c.req.path, requestId: c.get('requestId'), ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
