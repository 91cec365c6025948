import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** What the server reads or computes and a phone does without: each has a light double. */
const DOUBLES = {
  'platform/html/assets.ts': 'platform/html/assets.worker.ts',
  'platform/web/app.ts': 'platform/web/answer-error.ts',
  'platform/web/keep-pages.ts': 'platform/web/keep-pages.worker.ts',
  'standard/domain/opening-hours/osm-library.ts':
    'modules/standard/domain/opening-hours/osm-library.worker.ts',
  'standard/domain/phone.ts': 'modules/standard/domain/phone.worker.ts',
};

/** The program in the phone, one classic script: browsers that people still use know no other worker. */
export async function buildWorker({ root, shell, version }) {
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
    logLevel: 'error',
    define: {
      SHELL_FILES: JSON.stringify(Object.values(shell).map((name) => `/assets/${name}`)),
      SHELL_NAMES: JSON.stringify(shell),
      // Files of the server that no page uses, before they are left out.
      'import.meta.dirname': '""',
      SHELL_VERSION: JSON.stringify(version),
    },
    plugins: [{ name: 'worker', setup: (plugin) => setup(plugin, join(root, 'src')) }],
  });
  return outputFiles[0].text;
}

function setup({ onResolve, onLoad }, source) {
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
}
