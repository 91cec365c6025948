import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeness, isSlip, queryWords } from './text-match.ts';

describe('a name typed by a person', () => {
  const name = ['mediatheque', 'du', 'bachut'];

  test('whole words, beginnings and slips are three degrees of closeness', () => {
    expect(closeness(['bachut'], name)).toBe('exact');
    expect(closeness(['media', 'bachut'], name)).toBe('prefix');
    expect(closeness(['mediateque'], name)).toBe('typo');
    expect(closeness(['piscine'], name)).toBeNull();
  });

  test('every word counts: one that is nowhere refuses the whole', () => {
    expect(closeness(['mediatheque', 'lyon'], name)).toBeNull();
  });

  test('linking words are left out, unless there is nothing else', () => {
    expect(queryWords('Médiathèque du Bachut')).toEqual(['mediatheque', 'bachut']);
    expect(queryWords('Le')).toEqual(['le']);
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
