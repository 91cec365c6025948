import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../test/support/shared-data.ts';
import { parsePairs } from './domain/pair-files.ts';
import { parseRecordLine } from './domain/record-line.ts';
import { openMatcher } from './index.ts';

/** Floors of docs/resolve.md: a change of rules may not go under them. */
const PRECISION_FLOOR = 0.93;
const F1_FLOOR = 0.91;

describeWithSharedData('the labelled pairs', () => {
  test('precision and F1 stay above their floors, without training on the labels', () => {
    const lines = readFileSync(sharedPath('gold/records.jsonl'), 'utf8').trimEnd().split('\n');
    const records = lines
      .map((line) => parseRecordLine(line))
      .flatMap((record) => (record.ok ? [record.value] : []));
    const pairs = parsePairs(readFileSync(sharedPath('gold/pairs-dev.csv'), 'utf8'), ['a', 'b', 'label']);
    if (!pairs.ok) throw new Error('The labelled pairs cannot be read.');
    const judged = pairs.value.filter(({ isSame }) => isSame !== null);
    const verdicts = openMatcher(records).score(judged.map(({ pair }) => pair));
    const isFound = (at: number): boolean => verdicts[at]!.verdict === 'same';
    const found = judged.filter((_, at) => isFound(at));
    const right = found.filter(({ isSame }) => isSame).length;
    const known = judged.filter(({ isSame }) => isSame).length;
    expect(right / found.length).toBeGreaterThanOrEqual(PRECISION_FLOOR);
    expect((2 * right) / (found.length + known)).toBeGreaterThanOrEqual(F1_FLOOR);
  });
});
