import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../support/shared-data.ts';
import { filesMatching, PROJECT } from './project.ts';

/** Shorter files say too little to be anyone's. */
const SHORTEST_BYTES = 64;

const isLongFile = (path: string): boolean => {
  const stat = statSync(path);
  return stat.isFile() && stat.size >= SHORTEST_BYTES;
};
const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describeWithSharedData('the real public data', () => {
  test('stay where they are: no file of theirs is copied into the project', () => {
    const ours = filesMatching('{src,test,demo,docs,scripts,migrations}/**')
      .map((path) => join(PROJECT, path))
      .filter(isLongFile);
    const sizes = new Set(ours.map((path) => statSync(path).size));
    const theirs = globSync('**', { cwd: sharedPath('.') })
      .map((path) => sharedPath(path))
      .filter((path) => isLongFile(path) && sizes.has(statSync(path).size));
    const known = new Set(theirs.map(fingerprint));
    expect(ours.filter((path) => known.has(fingerprint(path)))).toEqual([]);
  });
});
