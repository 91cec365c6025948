// Everything that must hold before a change is kept, in the same order here and in continuous integration.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '../node_modules/.bin');

const STEPS = [
  ['format and lint', 'biome', ['ci', '--error-on-warnings', ...plainOutput(), '.']],
  ['types', 'tsc', ['--noEmit']],
  ['boundaries', 'depcruise', ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'err']],
  ['dead code', 'knip', ['--treat-config-hints-as-errors']],
  ['tests', 'vitest', ['run', ...reporters()]],
];

/** In a log file, colours are noise that hides the message. */
function plainOutput() {
  return process.stdout.isTTY ? [] : ['--colors=off'];
}

/** Continuous integration counts the tests from a file; people read the usual list. */
function reporters() {
  const report = process.env.MAILLON_TEST_REPORT;
  return report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
}

for (const [name, command, args] of STEPS) {
  process.stdout.write(`\n── ${name}: ${command} ${args.join(' ')}\n`);
  const startedAt = performance.now();
  const { status, error } = spawnSync(join(BIN, command), args, {
    cwd: join(BIN, '../..'),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (error) throw error;
  process.stdout.write(`── ${name}: ${status === 0 ? 'holds' : 'FALLS SHORT'} (${seconds} s)\n`);
  if (status !== 0) process.exit(1);
}
