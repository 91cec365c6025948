import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from './propose-assignment.ts';

const score = fc.integer({ min: -20, max: 20 });
const anyScores = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(score, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Every choice, one after the other. */
function bestSum(scores: readonly (readonly number[])[], used: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = scores;
  if (!row) return 0;
  const choices = row.flatMap((value, column) =>
    value > 0 && !used.has(column) ? [value + bestSum(rest, new Set([...used, column]))] : [],
  );
  return Math.max(bestSum(rest, used), ...choices);
}

test('the chosen columns have the largest sum of scores that any choice can reach', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      const chosen = assign(scores);
      const sum = chosen.reduce((total, column, row) => total + (scores[row]?.[column] ?? 0), 0);
      return sum === bestSum(scores);
    }),
  );
});

test('no column serves two fields, and a field without evidence has none', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      const used = assign(scores).filter((column) => column >= 0);
      const isPositive = assign(scores).every(
        (column, row) => column < 0 || (scores[row]?.[column] ?? 0) > 0,
      );
      return new Set(used).size === used.length && isPositive;
    }),
  );
});

test('impossible pairs are never chosen', () => {
  expect(assign([[Number.NEGATIVE_INFINITY, 1]])).toEqual([1]);
  expect(assign([[Number.NEGATIVE_INFINITY]])).toEqual([-1]);
  expect(assign([])).toEqual([]);
});
