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
