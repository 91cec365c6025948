import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';
import { isPublicLang, type PublicLang } from '../i18n/public-languages.ts';

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

interface Worker {
  files: Map<string, Uint8Array<ArrayBuffer>>;
  etag: string;
}

/**
 * The worker stands at the root, or it would answer for `/assets/` only; its name never changes, so browsers ask for it
 * again at each page: told that it is the same, they do not load it again. `?langue=` says whose words it speaks.
 */
export function serveWorker(folder: string) {
  const workers = new Map<PublicLang, Worker>();
  return createMiddleware<WebEnv>(async (c, next) => {
    const asked = c.req.query('langue');
    const lang = isPublicLang(asked) ? asked : 'fr';
    const worker = workers.get(lang) ?? readWorker(folder, lang);
    if (!worker) return next();
    workers.set(lang, worker);
    const headers: Record<string, string> = {
      'content-type': TYPES['.js']!,
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
      etag: worker.etag,
    };
    if (c.req.header('if-none-match') === worker.etag) return new Response(null, { status: 304, headers });
    const accepted = c.req.header('accept-encoding') ?? '';
    const variant = VARIANTS.find(({ coding }) => accepted.includes(coding));
    if (variant) headers['content-encoding'] = variant.coding;
    return new Response(worker.files.get(variant?.suffix ?? ''), { headers });
  });
}

function readWorker(folder: string, lang: PublicLang): Worker | null {
  const path = join(folder, `hors-ligne.${lang}.js`);
  if (!existsSync(path)) return null;
  const suffixes = ['', ...VARIANTS.map(({ suffix }) => suffix)];
  const files = new Map(suffixes.map((suffix) => [suffix, new Uint8Array(readFileSync(path + suffix))]));
  const hash = createHash('sha256').update(files.get('')!).digest('base64url').slice(0, 16);
  // Weak: the same program, whatever the coding.
  return { files, etag: `W/"${hash}"` };
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
