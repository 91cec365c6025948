import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlip, meaningfulWords } from './text-match.ts';

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

  test('the length that decides is that of the shorter word, whichever was typed', () => {
    expect(isSlip('bbc', 'bbca')).toBe(false);
    expect(isSlip('bbca', 'bbc')).toBe(false);
  });
});
