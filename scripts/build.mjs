// Builds dist/: the reference of communes, an empty database, the public assets, then the program itself, last, since its date marks the whole.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
mkdirSync(DIST, { recursive: true });

for (const step of ['build-communes.mjs', 'build-database.mjs', 'build-assets.mjs']) {
  const path = join(ROOT, 'scripts', step);
  if (existsSync(path)) await import(pathToFileURL(path).href);
}

/** Hundreds of small files, which take Node a second to find and read at each command: in the bundle, 100 ms. */
const BUNDLED = /^drizzle-orm(\/|$)/;

function leavePackagesOutside({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
    kind === 'entry-point' || BUNDLED.test(path) ? undefined : { path, external: true },
  );
}

// Written beside, then renamed: a command that starts during a build reads the old program or the new one, never half of it.
async function bundle(entryPoint, name, options = {}) {
  const draft = join(DIST, `${name}.${process.pid}.mjs`);
  await build({
    entryPoints: [join(ROOT, entryPoint)],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    plugins: [{ name: 'packages', setup: leavePackagesOutside }],
    sourcemap: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    ...options,
  });
  renameSync(draft, join(DIST, `${name}.mjs`));
}

// Given with every export of the ledger: a Node of some years ago must do, and a person must be able to read it.
await bundle('src/modules/vouchers/actions/verify-alone.ts', 'verify-journal', {
  target: 'node18',
  sourcemap: false,
});
// What the threads of a large resolution run.
await bundle('src/modules/matching/actions/hand-worker.ts', 'hand-worker');
await bundle('src/entrypoints/cli.ts', 'maillon');
