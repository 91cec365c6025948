// Builds what browsers load into dist/public: style sheets, fonts, icon, client scripts, with a hash in each name.
// Plain Node ≥ 20 and esbuild; imported by the build, or alone: node scripts/build-assets.mjs.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildWorker } from './build-worker.mjs';
import { trimStyles } from './trim-styles.mjs';

const ROOT = resolve(import.meta.dirname ?? '.', '..');
const STYLES = join(ROOT, 'src/platform/html/styles');
const FONTS = join(ROOT, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files');
/** Browsers of phones that people still use ten years after buying them. */
const TARGETS = ['chrome80', 'firefox78', 'safari14'];

/** Those of public pages (`src/platform/i18n/public-languages.ts`). */
const LANGUAGES = ['fr', 'falc', 'en', 'ar', 'uk', 'es'];
/** The best one takes ten times as long for a twentieth of the weight, at each build, in each language. */
const WORKER_QUALITY = 9;

/** Writes every asset into `folder` and returns the manifest: plain name to hashed name. */
async function buildAssets(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  const manifest = {};
  const write = (name, contents) => {
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10);
    const hashed = `${basename(name, extname(name))}.${hash}${extname(name)}`;
    manifest[name] = hashed;
    if (extname(name) === '.woff2') writeFileSync(join(draft, hashed), contents);
    else writeCompressed(join(draft, hashed), contents, constants.BROTLI_MAX_QUALITY);
  };
  for (const subset of ['latin', 'latin-ext']) {
    const font = readFileSync(join(FONTS, `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`));
    write(`atkinson-${subset}.woff2`, font);
  }
  write('icon.svg', readFileSync(join(STYLES, 'icon.svg')));
  for (const { name, text } of await buildStyles(manifest)) write(name, text);
  for (const { path, text } of await buildScripts()) write(basename(path), text);
  const version = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 10);
  for (const lang of LANGUAGES) {
    const worker = await buildWorker({ root: ROOT, shell: shellOf(manifest), version, lang });
    writeCompressed(join(draft, `hors-ligne.${lang}.js`), worker, WORKER_QUALITY);
  }
  writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  replaceFolder(draft, folder);
  return manifest;
}

function writeCompressed(path, contents, quality) {
  writeFileSync(path, contents);
  writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  writeFileSync(`${path}.br`, brotliCompressSync(contents, { params }));
}

/** The first is of every page; the others are loaded after it by the pages that need them. */
const SHEETS = ['public.css', 'pro.css', 'map.css', 'kiosk.css'];

/** What every public page asks for. */
const shellOf = (manifest) =>
  Object.fromEntries(
    Object.entries(manifest).filter(
      ([name]) => !/^pro\.|^follow-|^review-|^pass-|latin-ext|^map\.|leaflet/.test(name),
    ),
  );

async function buildStyles(manifest) {
  const { outputFiles } = await build({
    entryPoints: SHEETS.map((name) => join(STYLES, name)),
    outdir: 'out',
    bundle: true,
    write: false,
    legalComments: 'none',
    target: TARGETS,
    // The images of Leaflet are never shown: our markers are drawn by rules.
    external: ['*.woff2', '*.png'],
  });
  const sheets = SHEETS.map((name) => {
    const text = outputFiles.find(({ path }) => basename(path) === name).text;
    return text.replace(/url\("?([\w-]+\.woff2)"?\)/g, (_, font) => `url(${manifest[font]})`);
  });
  return trimStyles(sheets).map((text, rank) => ({ name: SHEETS[rank], text }));
}

/** Every `client/*.ts(x)` of the sources is one script; its name must be unique. */
async function buildScripts() {
  const entryPoints = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter((path) => /(^|\/)client\/[\w-]+\.tsx?$/.test(path) && !/\.test\./.test(path))
    .map((path) => join(ROOT, 'src', path));
  if (entryPoints.length === 0) return [];
  const { outputFiles } = await build({
    entryPoints,
    outdir: 'out',
    entryNames: '[name]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2019',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles;
}

/** Readers see the old folder or the new one, whole; another build may do the same at the same time. */
function replaceFolder(draft, folder) {
  const old = `${draft}-old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(draft, folder);
      break;
    } catch (error) {
      if (attempt === 3) throw error;
      rmSync(old, { recursive: true, force: true });
    }
  }
  rmSync(old, { recursive: true, force: true });
}

const startedAt = Date.now();
const manifest = await buildAssets(join(ROOT, 'dist/public'));
process.stderr.write(`assets: ${Object.keys(manifest).length} files (${Date.now() - startedAt} ms)\n`);
