import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Names carry a hash of their contents, so a copy is good for ever. The set is small and closed: read once, at the first call. */
export function serveAssets(folder: string) {
  let files: Map<string, Uint8Array<ArrayBuffer>> | undefined;
  return createMiddleware<WebEnv>(async (c, next) => {
    files ??= readAll(folder);
    const name = c.req.path.slice('/assets/'.length);
    const type = TYPES[extname(name)];
    if (!type || !files.has(name)) return next();
    const accepted = c.req.header('accept-encoding') ?? '';
    const variant = VARIANTS.find(
      ({ coding, suffix }) => accepted.includes(coding) && files?.has(name + suffix),
    );
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    };
    if (variant) headers['content-encoding'] = variant.coding;
    return new Response(files.get(name + (variant?.suffix ?? '')), { headers });
  });
}

/**
 * The worker stands at the root, or it would answer for `/assets/` only; its name never changes, so browsers ask for it
 * again each time.
 */
export function serveWorker(folder: string) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const path = join(folder, 'hors-ligne.js');
    if (!existsSync(path)) return next();
    c.header('cache-control', 'no-cache');
    c.header('content-type', 'text/javascript; charset=utf-8');
    return c.body(readFileSync(path, 'utf8'));
  });
}

const VARIANTS = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
];

function readAll(folder: string): Map<string, Uint8Array<ArrayBuffer>> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}
