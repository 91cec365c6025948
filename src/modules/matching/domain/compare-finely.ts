import { distanceMetres } from '../../../kernel/geo.ts';
import type { Corpus } from './corpus.ts';
import { DISTANCE_LEVELS, DISTANCE_STEPS_METRES, SPELLING_EIGHTHS, SPELLING_LEVELS } from './fine-levels.ts';
import { levelIndex } from './levels.ts';

const DISTANCE = DISTANCE_LEVELS.map((level) => levelIndex(level));
const DISTANCE_UNREAD = levelIndex('distance-unread');
const SPELLING = SPELLING_LEVELS.map((level) => levelIndex(level));
const SPELLING_UNREAD = levelIndex('spelling-unread');
const EIGHTHS = SPELLING_EIGHTHS.length - 1;

/** The distance between the points as written, whatever they stand for. */
export function distanceComparer({ latitude, longitude }: Corpus): (a: number, b: number) => number {
  return (a, b) => {
    if (Number.isNaN(latitude[a]!) || Number.isNaN(latitude[b]!)) return DISTANCE_UNREAD;
    const metres = distanceMetres(
      { latitude: latitude[a]!, longitude: longitude[a]! },
      { latitude: latitude[b]!, longitude: longitude[b]! },
    );
    const step = DISTANCE_STEPS_METRES.findIndex((limit) => metres <= limit);
    return DISTANCE[step < 0 ? DISTANCE.length - 1 : step]!;
  };
}

/** Share of the pairs of letters (Dice) of the whole names, spaces left out. */
export function spellingComparer({ nameKey, nameTexts }: Corpus): (a: number, b: number) => number {
  const pairsOf = new Map<number, string[]>();
  const letterPairs = (key: number): string[] => {
    const known = pairsOf.get(key) ?? sortedLetterPairs(nameTexts[key]!);
    pairsOf.set(key, known);
    return known;
  };
  return (a, b) => {
    if (nameKey[a]! < 0 || nameKey[b]! < 0) return SPELLING_UNREAD;
    const [left, right] = [letterPairs(nameKey[a]!), letterPairs(nameKey[b]!)];
    const share = (2 * countShared(left, right)) / (left.length + right.length);
    return SPELLING[Math.floor(share * EIGHTHS)]!;
  };
}

/** Both ends count as letters, so that short names have pairs and beginnings weigh. */
function sortedLetterPairs(name: string): string[] {
  const text = ` ${name.replaceAll(' ', '')} `;
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).sort();
}

function countShared(left: readonly string[], right: readonly string[]): number {
  let shared = 0;
  let x = 0;
  let y = 0;
  while (x < left.length && y < right.length) {
    if (left[x] === right[y]) shared += 1;
    const [isLeftDone, isRightDone] = [left[x]! <= right[y]!, right[y]! <= left[x]!];
    if (isLeftDone) x += 1;
    if (isRightDone) y += 1;
  }
  return shared;
}
