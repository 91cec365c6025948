import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSlip, isSlip, meaningfulWords } from './text-match.ts';

describe('a name typed by a person', () => {
  test('linking words are left out, unless there is nothing else', () => {
    expect(meaningfulWords(['mediatheque', 'du', 'bachut'])).toEqual(['mediatheque', 'bachut']);
    expect(meaningfulWords(['le'])).toEqual(['le']);
  });

  test.each([
    ['bron', 'brno'],
    ['villeurbanne', 'vileurbane'],
    ['oullins', 'oulins'],
  ])('« %s » and « %s » differ by a slip', (a, b) => {
    expect(isSlip(a, b)).toBe(true);
  });

  test.each([
    ['bus', 'but'],
    ['lyon3', 'lyon8'],
    ['bron', 'lyon'],
  ])('« %s » and « %s » are two words', (a, b) => {
    expect(isSlip(a, b)).toBe(false);
  });

  test('a slip is the same in both directions', () => {
    const word = fc.stringMatching(/^[a-e]{1,10}$/);
    fc.assert(fc.property(word, word, (a, b) => isSlip(a, b) === isSlip(b, a)));
  });

  test('slips are counted as optimal string alignment does, whatever the length of the words', () => {
    const word = fc.stringMatching(/^[a-c]{0,9}$/);
    const start = fc.constantFrom('', 'abcd'.repeat(20));
    fc.assert(
      fc.property(start, fc.tuple(word, word), fc.constantFrom<1 | 2>(1, 2), (same, [a, b], allowed) => {
        expect(hasSlip(same + a, same + b, allowed)).toBe(alignment(a, b) <= allowed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the length that decides is that of the shorter word, whichever was typed', () => {
    expect(isSlip('bbc', 'bbca')).toBe(false);
    expect(isSlip('bbca', 'bbc')).toBe(false);
  });
});

/** Every cell of the matrix, as the definition says. */
function alignment(a: string, b: string): number {
  const cost = (row: number, column: number): number => {
    if (row === 0 || column === 0) return row + column;
    const change = a[row - 1] === b[column - 1] ? 0 : 1;
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    return Math.min(
      at(row - 1, column) + 1,
      at(row, column - 1) + 1,
      at(row - 1, column - 1) + change,
      isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  };
  const known = new Map<number, number>();
  const at = (row: number, column: number): number => {
    const key = row * (b.length + 1) + column;
    const value = known.get(key) ?? cost(row, column);
    known.set(key, value);
    return value;
  };
  return at(a.length, b.length);
}
