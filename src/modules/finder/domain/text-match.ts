/** How well a text answers a query: every word exactly, or some by their beginning, or some with a slip of the finger. */
export type Closeness = 'exact' | 'prefix' | 'typo';

/** Words that carry no meaning of their own in a name. */
const LINKING = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'sur',
]);

/** Words that must be found; linking words would match everything, and count when there is nothing else. */
export function meaningfulWords(all: readonly string[]): readonly string[] {
  const meaningful = all.filter((word) => !LINKING.has(word));
  return meaningful.length > 0 ? meaningful : all;
}

/** Shorter beginnings would match half of the names. */
export const SHORTEST_PREFIX = 3;

/** One slip from 4 letters, two from 8, counted on the shorter word: whichever was typed, the answer is the same. */
export const slipsAllowed = (shortestLength: number): 0 | 1 | 2 =>
  shortestLength >= 8 ? 2 : shortestLength >= 4 ? 1 : 0;

/** Digits are never a slip: « Lyon 3 » is not « Lyon 8 ». */
export function isSlip(a: string, b: string): boolean {
  const allowed = slipsAllowed(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > allowed || /\d/.test(a + b)) return false;
  return hasSlip(a, b, allowed);
}

/** At most this many slips: letters added, lost or changed, and neighbours exchanged. */
export function hasSlip(a: string, b: string, allowed: 0 | 1 | 2): boolean {
  if (allowed === 0) return false;
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  // What the two words have in common at both ends costs nothing, and most of a word is there.
  return editDistance(a.slice(start, endA), b.slice(start, endB), allowed) <= allowed;
}

const LONGEST_WORD = 64;
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST_WORD + 1));

/** Optimal string alignment, given up when every way costs more than allowed. */
function editDistance(a: string, b: string, allowed: number): number {
  if (a.length > LONGEST_WORD || b.length > LONGEST_WORD) return Number.POSITIVE_INFINITY;
  let [beforeLast, last, current] = ROWS as [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (isSwap(a, b, [row, column])) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current[column] = cost;
      best = Math.min(best, cost);
    }
    // A row costs at most one more than the row before: a swap, which looks two rows back, cannot do better either.
    if (best > allowed) return best;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length]!;
}

const isSwap = (a: string, b: string, [row, column]: [number, number]): boolean =>
  row > 1 &&
  column > 1 &&
  a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
  a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
