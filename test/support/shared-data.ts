import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../shared/data');

/** Absolute path of a file of the shared real data, which lives beside the project and is never copied into it. */
export const sharedPath = (path: string): string => resolve(ROOT, path);

/** Runs a group of tests on the shared real data, and says aloud that it is skipped where the data is absent. */
export function describeWithSharedData(name: string, tests: () => void): void {
  const isPresent = existsSync(ROOT);
  if (!isPresent) process.stderr.write(`SKIPPED, no shared data at ${ROOT}: ${name}\n`);
  const group = isPresent ? describe : describe.skip;
  group(isPresent ? name : `${name} (skipped: no shared data)`, tests);
}
