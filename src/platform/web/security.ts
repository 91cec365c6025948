import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';

interface PolicyChanges {
  /** Origins of images besides ours. */
  images?: readonly string[];
  /** Who may show the page inside theirs. */
  frameAncestors?: '*';
  /** May show pages of ours inside itself. */
  ownFrames?: true;
}

/** What a page may load, and who may show it: nothing of others', unless the page says so. */
export const contentSecurityPolicy = ({
  images = [],
  frameAncestors,
  ownFrames,
}: PolicyChanges = {}): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The design system draws its arrows and ticks with `data:` images.
    ["img-src 'self' data:", ...images].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-src ${ownFrames ? "'self'" : "'none'"}`,
    `frame-ancestors ${frameAncestors ?? "'none'"}`,
  ].join('; ');

/** What the machine of whoever reads a page may be asked for; the camera only where a page says so. */
export const permissionsPolicy = ({ camera = false } = {}): string =>
  `camera=(${camera ? 'self' : ''}), microphone=(), payment=(), usb=(), geolocation=(self)`;

const HEADERS: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // `same-origin` rather than `no-referrer`: with the latter browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'permissions-policy': permissionsPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** A handler that set one of these headers itself keeps its own: open data may be read from other sites. */
export const secureHeaders = (options: { isHttps: boolean }): MiddlewareHandler<WebEnv> =>
  createMiddleware<WebEnv>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    // Older browsers obey this header even where the policy says otherwise.
    if (c.res.headers.get('content-security-policy')?.includes('frame-ancestors *'))
      c.res.headers.delete('x-frame-options');
    // One year, the least that browsers' preload lists accept.
    if (options.isHttps) c.res.headers.set('strict-transport-security', 'max-age=31536000');
  });

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A request that may change something must come from our own pages: another site's form is refused. */
export const sameOriginForms = (options: {
  publicUrl: string | undefined;
  refuse: (c: Context<WebEnv>) => Response;
}): MiddlewareHandler<WebEnv> =>
  createMiddleware<WebEnv>(async (c, next) => {
    if (SAFE_METHODS.has(c.req.method) || isFromOurPages(c, options.publicUrl)) return next();
    return options.refuse(c);
  });

/** `Sec-Fetch-Site` cannot be forged by a page; browsers too old to send it send `Origin` with every form. */
function isFromOurPages(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const expected = publicUrl ? new URL(publicUrl).host : c.req.header('host');
  return new URL(origin).host === expected;
}

export interface BodyLimits {
  /** Bytes accepted where nothing else is said. */
  usualBytes: number;
  /** Longest prefix wins: pages that receive files. */
  paths?: readonly { prefix: string; bytes: number }[];
}

export const bodyLimits = (
  limits: BodyLimits,
  refuse: (c: Context<WebEnv>) => Response,
): MiddlewareHandler<WebEnv> => {
  const usual = bodyLimit({ maxSize: limits.usualBytes, onError: refuse });
  const special = (limits.paths ?? [])
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .map(({ prefix, bytes }) => ({ prefix, limit: bodyLimit({ maxSize: bytes, onError: refuse }) }));
  return (c, next) => {
    const found = special.find(({ prefix }) => c.req.path.startsWith(prefix));
    return (found?.limit ?? usual)(c, next);
  };
};
