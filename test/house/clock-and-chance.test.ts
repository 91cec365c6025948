import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const BIOME = resolve(ROOT, 'node_modules/.bin/biome');

const FORBIDDEN = [
  'new Date()',
  'Date.now()',
  'Math.random()',
  'crypto.randomUUID()',
  'globalThis.crypto.randomUUID()',
  'Temporal.Now.instant()',
  '[Date.now]',
];
const ALLOWED = ['new Date(0)', 'new Date(2026, 10, 23)', 'Date.UTC(2026, 10)', "'Math.random()'"];

let tree = '';

/** Messages of our own lint rule for one file that holds one expression per line. */
function complaints(path: string, expressions: readonly string[]): string[] {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(
    join(tree, path),
    expressions.map((text, rank) => `export const v${rank} = ${text};`).join('\n'),
  );
  const args = ['lint', path, '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=100'];
  try {
    return readLines(execFileSync(BIOME, args, { cwd: tree, encoding: 'utf8', stdio: 'pipe' }));
  } catch (error) {
    return readLines((error as { stdout: string }).stdout);
  }
}

function readLines(report: string): string[] {
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { category: string; location: { start: { line: number } } }[];
  };
  const lines = diagnostics.filter(({ category }) => category === 'plugin');
  return [...new Set(lines.map(({ location }) => String(location.start.line)))];
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'maillon-clock-'));
  for (const file of ['biome.json', 'scripts/lint/clock-and-chance.grit']) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    copyFileSync(resolve(ROOT, file), join(tree, file));
  }
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(['src/modules/places/domain/age.ts', 'src/modules/places/actions/open.ts', 'src/kernel/dates.ts'])(
  'the clock and chance are refused in %s, every way of asking for them',
  (path) => {
    const everyLine = FORBIDDEN.map((_, rank) => String(rank + 1));
    expect(complaints(path, FORBIDDEN)).toEqual(everyLine);
  },
);

test('a date made from given numbers is no clock', () => {
  expect(complaints('src/modules/places/domain/given.ts', ALLOWED)).toEqual([]);
});

test.each(['src/platform/clock.ts', 'src/entrypoints/web.ts', 'src/modules/places/domain/age.test.ts'])(
  '%s may ask for the present instant',
  (path) => {
    expect(complaints(path, FORBIDDEN)).toEqual([]);
  },
);
