import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { build } from 'esbuild';
import { findTables, keepOneLanguage } from './keep-one-language.mjs';

/** What the server reads or computes and a phone does without: each has a light double. */
const DOUBLES = {
  'platform/html/assets.ts': 'platform/html/assets.worker.ts',
  'platform/web/app.ts': 'platform/web/answer-error.ts',
  'finder/pages/parts/self-check.tsx': 'modules/finder/pages/parts/self-check.worker.tsx',
  'platform/web/keep-pages.ts': 'platform/web/keep-pages.worker.ts',
  'standard/domain/opening-hours/osm-library.ts':
    'modules/standard/domain/opening-hours/osm-library.worker.ts',
  'standard/domain/phone.ts': 'modules/standard/domain/phone.worker.ts',
};

/** Names every language, and is no words. */
const OF_EVERY_LANGUAGE = 'platform/i18n/public-languages.ts';

/** The program in the phone, in one language, as one classic script: browsers that people still use know no other worker. */
export async function buildWorker({ root, shell, version, lang }) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/entrypoints/offline-worker.ts')],
    outfile: 'hors-ligne.js',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    // Escaped, each letter of Arabic would weigh six bytes.
    charset: 'utf8',
    logLevel: 'error',
    define: {
      SHELL_FILES: JSON.stringify(Object.values(shell).map((name) => `/assets/${name}`)),
      SHELL_NAMES: JSON.stringify(shell),
      // Files of the server that no page uses, before they are left out.
      'import.meta.dirname': '""',
      SHELL_VERSION: JSON.stringify(version),
      SPOKEN: JSON.stringify(lang),
    },
    plugins: [{ name: 'worker', setup: (plugin) => setup(plugin, { source: join(root, 'src'), lang }) }],
  });
  return outputFiles[0].text;
}

function setup({ onResolve, onLoad }, { source, lang }) {
  // Pages import whole modules through their front doors: what no page uses stays out.
  onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
    const full = join(resolveDir, path);
    if (!full.startsWith(source)) return undefined;
    const double = Object.entries(DOUBLES).find(([suffix]) => full.endsWith(`/${suffix}`))?.[1];
    return { path: double ? join(source, double) : full, sideEffects: false };
  });
  onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'absent', sideEffects: false }));
  onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
    contents: 'module.exports = {};',
    resolveDir: dirname(source),
  }));
  onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
    path.startsWith(source) && !path.endsWith(OF_EVERY_LANGUAGE)
      ? { contents: readIn(path, lang), loader: extname(path) === '.tsx' ? 'tsx' : 'ts' }
      : undefined,
  );
}

/** Read once for the six workers. */
const SOURCES = new Map();

function readIn(path, lang) {
  if (!SOURCES.has(path)) {
    const text = readFileSync(path, 'utf8');
    SOURCES.set(path, { text, tables: findTables(text) });
  }
  const { text, tables } = SOURCES.get(path);
  return tables ? keepOneLanguage(text, tables, lang) : text;
}
