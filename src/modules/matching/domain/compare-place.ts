import { distanceMetres } from '../../../kernel/geo.ts';
import type { Corpus } from './corpus.ts';
import { type Level, levelIndex } from './levels.ts';
import type { Statistics } from './statistics.ts';
import { isSameWordMisspelt } from './word-distance.ts';

/** From the nearest to the farthest: of what the address and the coordinates say, the nearer counts, never both. */
const BY_NEARNESS = [
  'place-same-door',
  'place-same-point',
  'place-same-way',
  'place-within-100-m',
  'place-within-300-m',
  'place-other-number',
  'place-within-1-km',
  'place-same-commune',
  'place-other-way',
  'place-within-5-km',
  'place-door-other-commune',
  'place-same-post',
  'place-near-commune',
  'place-far',
  'place-unknown',
] as const satisfies readonly Level[];
type Nearness = (typeof BY_NEARNESS)[number];
const LEVEL_OF = BY_NEARNESS.map((level) => levelIndex(level));
const rank = (level: Nearness): number => BY_NEARNESS.indexOf(level);

const DOOR = rank('place-same-door');
const POINT = rank('place-same-point');
const WAY = rank('place-same-way');
const IN_100_M = rank('place-within-100-m');
const IN_300_M = rank('place-within-300-m');
const OTHER_NUMBER = rank('place-other-number');
const IN_1_KM = rank('place-within-1-km');
const COMMUNE = rank('place-same-commune');
const OTHER_WAY = rank('place-other-way');
const IN_5_KM = rank('place-within-5-km');
const DOOR_ELSEWHERE = rank('place-door-other-commune');
const SAME_POST = rank('place-same-post');
const NEAR_COMMUNE = rank('place-near-commune');
const FAR = rank('place-far');
const NOTHING = rank('place-unknown');

/** Metres; below 30 m geocoders put the same address (measured spread of BAN against source points). */
const DISTANCES: readonly (readonly [number, number])[] = [
  [30, POINT],
  [100, IN_100_M],
  [300, IN_300_M],
  [1000, IN_1_KM],
  [5000, IN_5_KM],
  [15_000, NEAR_COMMUNE],
];
const WAY_AGREEMENT = 0.6;

export function placeComparer(corpus: Corpus, statistics: Statistics): (a: number, b: number) => number {
  const byAddress = addressRank(corpus, statistics);
  const byPoint = pointRank(corpus, statistics);
  return (a, b) => LEVEL_OF[combined(byAddress(a, b), byPoint(a, b))]!;
}

function combined(address: number, point: number): number {
  if (point === NOTHING) return address;
  if (address === NOTHING || address === COMMUNE) return point;
  if (Math.min(address, point) <= IN_1_KM) return Math.min(address, point);
  return Math.max(address, point);
}

function pointRank(
  { latitude, longitude }: Corpus,
  { isPrecise }: Statistics,
): (a: number, b: number) => number {
  return (a, b) => {
    if (Number.isNaN(latitude[a]!) || Number.isNaN(latitude[b]!)) return NOTHING;
    const metres = distanceMetres(
      { latitude: latitude[a]!, longitude: longitude[a]! },
      { latitude: latitude[b]!, longitude: longitude[b]! },
    );
    const isExact = isPrecise[a] === 1 && isPrecise[b] === 1;
    for (const [limit, level] of DISTANCES) {
      // A point that stands for a commune can only say that the other one is elsewhere.
      if (metres <= limit) return isExact || level >= NEAR_COMMUNE ? level : NOTHING;
    }
    return FAR;
  };
}

function addressRank(corpus: Corpus, statistics: Statistics): (a: number, b: number) => number {
  const { area, commune, codeInsee, postalCode, number, lastNumber, way } = corpus;
  const agree = wayAgreement(corpus, statistics);
  const isKnownAndEqual = (column: Int32Array, a: number, b: number): boolean =>
    column[a]! >= 0 && column[a] === column[b];
  const hasWay = (row: number): boolean => way.offsets[row] !== way.offsets[row + 1];

  const alongTheWay = (a: number, b: number): number => {
    if (number[a] === 0 || number[b] === 0) return WAY;
    return number[a]! <= lastNumber[b]! && number[b]! <= lastNumber[a]! ? DOOR : OTHER_NUMBER;
  };
  const inOneCommune = (a: number, b: number): number => {
    if (!hasWay(a) || !hasWay(b)) return COMMUNE;
    return agree(a, b) < WAY_AGREEMENT ? OTHER_WAY : alongTheWay(a, b);
  };
  // Neighbouring communes share a postal code and street names: only the same number tells one address.
  const isOneDoor = (a: number, b: number): boolean =>
    hasWay(a) && hasWay(b) && agree(a, b) >= WAY_AGREEMENT && alongTheWay(a, b) === DOOR;
  const underOnePost = (a: number, b: number): number => {
    if (namesCommuneOf(corpus, a, b) || namesCommuneOf(corpus, b, a)) return inOneCommune(a, b);
    return isOneDoor(a, b) ? DOOR : SAME_POST;
  };
  const elsewhere = (a: number, b: number): number => {
    if (commune[a]! < 0 || commune[b]! < 0) return NOTHING;
    return isOneDoor(a, b) && isKnownAndEqual(area, a, b) ? DOOR_ELSEWHERE : NEAR_COMMUNE;
  };
  // Without a département, the name of the commune is all there is to compare.
  const haveOneCommune = (a: number, b: number): boolean =>
    isKnownAndEqual(commune, a, b) ||
    isKnownAndEqual(codeInsee, a, b) ||
    ((area[a]! < 0 || area[b]! < 0) && areNamedAlike(corpus, a, b));
  return (a, b) => {
    if (haveOneCommune(a, b)) return inOneCommune(a, b);
    return isKnownAndEqual(postalCode, a, b) ? underOnePost(a, b) : elsewhere(a, b);
  };
}

function areNamedAlike({ commune, communeWords }: Corpus, a: number, b: number): boolean {
  if (commune[a]! < 0 || commune[b]! < 0) return false;
  const [left, right] = [communeWords[commune[a]!]!, communeWords[commune[b]!]!];
  return left.size === right.size && [...left].every((word) => right.has(word));
}

/**
 * Whether the first name tells the commune of the second record. Forms that offer one commune per postal code file many
 * records under a neighbour: the name is then the better witness.
 */
function namesCommuneOf({ core, commune, communeWords }: Corpus, named: number, other: number): boolean {
  if (commune[other]! < 0) return false;
  const wanted = communeWords[commune[other]!]!;
  let found = 0;
  for (let slot = core.offsets[named]!; slot < core.offsets[named + 1]!; slot += 1) {
    if (wanted.has(core.items[slot]!)) found += 1;
  }
  return found === wanted.size;
}

/** Share of the lighter way's words found in the other: « Victor Hugo » within « Maréchal Victor Hugo » is 1. */
function wayAgreement(
  { way, words }: Corpus,
  { wayWordWeight }: Statistics,
): (a: number, b: number) => number {
  const weightOf = (row: number): number => {
    let weight = 0;
    for (let slot = way.offsets[row]!; slot < way.offsets[row + 1]!; slot += 1)
      weight += wayWordWeight[way.items[slot]!]!;
    return weight;
  };
  const finds = (token: number, row: number): boolean => {
    for (let slot = way.offsets[row]!; slot < way.offsets[row + 1]!; slot += 1) {
      const other = way.items[slot]!;
      if (token === other || isSameWordMisspelt(words.texts[token]!, words.texts[other]!)) return true;
    }
    return false;
  };
  const shareFound = (row: number, other: number): number => {
    let shared = 0;
    let all = 0;
    for (let slot = way.offsets[row]!; slot < way.offsets[row + 1]!; slot += 1) {
      const token = way.items[slot]!;
      all += wayWordWeight[token]!;
      if (finds(token, other)) shared += wayWordWeight[token]!;
    }
    return shared / all;
  };
  return (a, b) => {
    const difference = weightOf(a) - weightOf(b);
    if (difference === 0) return Math.max(shareFound(a, b), shareFound(b, a));
    return difference < 0 ? shareFound(a, b) : shareFound(b, a);
  };
}
