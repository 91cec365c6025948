import { expect, test } from 'vitest';
import { splitBonus, usualCounts } from './amount.ts';

test.each([
  [60, [1, 2, 3, 4, 6]],
  [30, [1, 2, 3, 4, 6, 8]],
  [90, [1, 2, 4]],
  [50, [1, 2, 3, 4, 5, 10]],
  [null, [1, 2, 3, 4, 5, 10]],
])('V1 passes of %s minutes are proposed by round times of help', (passMinutes, counts) => {
  expect(usualCounts({ passMinutes, passesPerBooklet: 10 })).toEqual(counts);
});

test('V1 nothing is proposed beyond what a booklet holds', () => {
  expect(usualCounts({ passMinutes: 60, passesPerBooklet: 2 })).toEqual([1, 2]);
});

test('V18 a bonus among the passes that were taken is told apart by its worth', () => {
  expect(splitBonus({ passCents: 1500n }, { count: 2, cents: 3000n })).toEqual({
    ordinary: 2,
    bonusCents: 0n,
  });
  expect(splitBonus({ passCents: 1500n }, { count: 2, cents: 4500n })).toEqual({
    ordinary: 1,
    bonusCents: 3000n,
  });
});
