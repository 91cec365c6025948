import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Closeness, isSlip, SHORTEST_PREFIX } from '../text-match.ts';
import type { Lists } from './index-data.ts';
import { newRankList } from './rank-list.ts';
import { openSlips } from './slips.ts';
import { openWordSearch } from './word-search.ts';

/** Letters put in, taken away, changed or exchanged, up to three times. */
const typedFor = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      word,
      fc.array(fc.tuple(fc.nat(11), fc.constantFrom('', 'a', 'z', 'ba', '7', 'swap')), { maxLength: 3 }),
    )
    .map(([known, edits]) => edits.reduce((text, [at, put]) => edited(text, at, put), known))
    .filter((text) => text !== '');

function edited(text: string, at: number, put: string): string {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return put === 'swap'
    ? before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2)
    : before + put + after.slice(1);
}

test('slips of a vocabulary are those that a comparison with each word finds, also of very long words', () => {
  const cases = fc
    .oneof(fc.stringMatching(/^[a-k]{2,12}$/), fc.constant('abcdefghij'.repeat(4)))
    .chain((word) =>
      fc.tuple(typedFor(fc.constant(word)), fc.uniqueArray(typedFor(fc.constant(word)), { maxLength: 60 })),
    );
  fc.assert(
    fc.property(cases, ([sought, words]) => {
      const vocabulary = [...words].sort();
      const found = openSlips(vocabulary)(sought).map((number) => vocabulary[number]!);
      expect(found.sort()).toEqual(vocabulary.filter((known) => isSlip(sought, known)));
    }),
    { numRuns: 300 },
  );
});

interface Texts {
  name: string[];
  town: string[];
}

const fits = (sought: string, known: string, degree: Closeness): boolean =>
  known === sought ||
  (degree !== 'exact' && sought.length >= SHORTEST_PREFIX && known.startsWith(sought)) ||
  (degree === 'typo' && isSlip(sought, known));

/** Ranks of the places that hold every word, one at least in their name, by looking at each. */
function holders(places: readonly Texts[], sought: readonly string[], degree: Closeness): number[] {
  const isIn = (texts: readonly string[], one: string) => texts.some((known) => fits(one, known, degree));
  return places.flatMap(({ name, town }, rank) =>
    sought.every((one) => isIn([...name, ...town], one)) && sought.some((one) => isIn(name, one))
      ? [rank]
      : [],
  );
}

function wordsOf(places: readonly Texts[]) {
  const vocabulary = [...new Set(places.flatMap(({ name, town }) => [...name, ...town]))].sort();
  const lists = (part: keyof Texts): Lists => {
    const own = vocabulary.map((known) =>
      places.flatMap((place, rank) => (place[part].includes(known) ? [rank] : [])),
    );
    const starts = Uint32Array.from([0, ...own.map((_, at) => own.slice(0, at + 1).flat().length)]);
    return { starts, values: Uint32Array.from(own.flat()) };
  };
  return { vocabulary, names: lists('name'), towns: lists('town') };
}

test('words are looked for in every place, one search after another', () => {
  // Beginnings and slips of one another, and words of their own.
  const word = fc.constantFrom(
    'mediatheque',
    'mediateque',
    'media',
    'medi',
    'lac',
    'lace',
    'lyon',
    'lion',
    '69500',
    '69',
  );
  const words = fc.uniqueArray(word, { maxLength: 2 });
  const texts = fc.record({ name: words, town: words });
  const query = fc.tuple(
    fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    fc.constantFrom<Closeness>('exact', 'prefix', 'typo'),
  );
  fc.assert(
    fc.property(
      fc.array(texts, { maxLength: 30 }),
      fc.array(query, { minLength: 5, maxLength: 5 }),
      (places, queries) => {
        const search = openWordSearch({ words: wordsOf(places), count: places.length });
        for (const [sought, degree] of queries) {
          const list = newRankList(places.length);
          search(list, sought, degree);
          expect([...list.room.subarray(0, list.count)].sort((a, b) => a - b)).toEqual(
            holders(places, sought, degree),
          );
        }
      },
    ),
    { numRuns: 200 },
  );
});
