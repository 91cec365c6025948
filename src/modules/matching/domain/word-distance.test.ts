import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameNameGlued, isSameWordMisspelt } from './word-distance.ts';

test.each([
  ['vignon', 'vigneon', true],
  ['aristide', 'aristde', true],
  ['agglo', 'agglomeration', true],
  ['tire', 'tires', true],
  ['sud', 'nord', false],
  ['est', 'ouest', false],
  ['nord', 'norm', false],
  ['1945', '1946', false],
])('%s and %s are one word: %s', (a, b, expected) => {
  expect(isSameWordMisspelt(a, b)).toBe(expected);
});

test('two names written with or without a space are one', () => {
  expect(isSameNameGlued('cyberbase', 'cyberbase')).toBe(true);
  expect(isSameNameGlued('mdsbrumevalest', 'mdsbrumevalouest')).toBe(false);
});

test('the comparison does not depend on the order', () => {
  const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 3, maxLength: 10 });
  fc.assert(fc.property(anyWord, anyWord, (a, b) => isSameWordMisspelt(a, b) === isSameWordMisspelt(b, a)));
});

/** Every cell of the table, where the code computes a band of it. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [at, letter] of [...a].entries()) {
    const above = row;
    row = [at + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = above[column - 1]! + (letter === b[column - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[column]! + 1, row[column - 1]! + 1));
    }
  }
  return row[b.length]!;
}

test('two names are one when at most one letter was added, lost or replaced', () => {
  const anyName = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 6, maxLength: 9 });
  fc.assert(
    fc.property(anyName, anyName, (a, b) => isSameNameGlued(a, b) === editsBetween(a, b) <= 1),
    { numRuns: 2000 },
  );
});
