import { decisiveKinds } from './compare-kind.ts';
import type { Corpus } from './corpus.ts';
import { kindBit } from './kinds.ts';
import { levelIndex } from './levels.ts';

const MAIRIE_CCAS = levelIndex('veto-mairie-ccas');
const NUMERALS = levelIndex('veto-numerals');
const MOBILE = levelIndex('veto-mobile');
const STOPS = levelIndex('veto-stops');
const NONE = levelIndex('veto-none');

const BUS = kindBit('mobile');
const MOVES = BUS | kindBit('itinerant');
const MAIRIE = kindBit('mairie');
const CCAS = kindBit('ccas');

/**
 * What no amount of agreement can overcome: patterns 3, 6 and 14 of the duplicates seen in French sources.
 * `areOtherStops`: another place, or another phone, which is another vehicle.
 */
export function vetoFinder(corpus: Corpus): (a: number, b: number, areOtherStops: boolean) => number {
  const { kinds, source } = corpus;
  return (a, b, areOtherStops) => {
    const left = kinds[a]!;
    const right = kinds[b]!;
    if (isMairieAgainstCcas(left, right)) return MAIRIE_CCAS;
    if (((left & BUS) !== 0 && (right & MOVES) === 0) || ((right & BUS) !== 0 && (left & MOVES) === 0))
      return MOBILE;
    if ((left & MOVES) !== 0 && (right & MOVES) !== 0 && source[a] === source[b] && areOtherStops)
      return STOPS;
    return haveOtherNumerals(corpus, a, b) ? NUMERALS : NONE;
  };
}

const isMairieAgainstCcas = (left: number, right: number): boolean =>
  (decisiveKinds(left) === MAIRIE && (right & (CCAS | MAIRIE)) === CCAS) ||
  (decisiveKinds(right) === MAIRIE && (left & (CCAS | MAIRIE)) === CCAS);

/** « EPN n° 1 » and « EPN n° 2 »: both are numbered and no number is common. */
function haveOtherNumerals({ numerals }: Corpus, a: number, b: number): boolean {
  const { offsets, items } = numerals;
  if (offsets[a] === offsets[a + 1] || offsets[b] === offsets[b + 1]) return false;
  for (let x = offsets[a]!; x < offsets[a + 1]!; x += 1) {
    for (let y = offsets[b]!; y < offsets[b + 1]!; y += 1) if (items[x] === items[y]) return false;
  }
  return true;
}
