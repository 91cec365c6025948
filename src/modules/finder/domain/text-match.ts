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

/** At most this many slips: letters added, lost or changed, and neighbours exchanged, no letter twice. */
export function hasSlip(a: string, b: string, allowed: 0 | 1 | 2): boolean {
  return allowed > 0 && isLeft(0, 0, allowed);

  /** What is left of both words, with so many slips to spend: each is tried where they begin to differ. */
  function isLeft(fromA: number, fromB: number, slips: number): boolean {
    let atA = fromA;
    let atB = fromB;
    while (atA < a.length && atB < b.length && a.charCodeAt(atA) === b.charCodeAt(atB)) {
      atA += 1;
      atB += 1;
    }
    const leftA = a.length - atA;
    const leftB = b.length - atB;
    if (leftA === 0 || leftB === 0) return leftA + leftB <= slips;
    if (Math.abs(leftA - leftB) > slips) return false;
    if (slips === 1) return isLastSlip(atA, atB);
    return (
      isLeft(atA + 1, atB + 1, slips - 1) ||
      isLeft(atA + 1, atB, slips - 1) ||
      isLeft(atA, atB + 1, slips - 1) ||
      (isSwap(atA, atB) && isLeft(atA + 2, atB + 2, slips - 1))
    );
  }

  /** The words differ here; but for one slip, they end alike. */
  function isLastSlip(atA: number, atB: number): boolean {
    let endA = a.length;
    let endB = b.length;
    while (endA > atA && endB > atB && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
      endA -= 1;
      endB -= 1;
    }
    const isOneLetter = endA - atA <= 1 && endB - atB <= 1;
    return isOneLetter || (endA - atA === 2 && endB - atB === 2 && isSwap(atA, atB));
  }

  function isSwap(atA: number, atB: number): boolean {
    return a.charCodeAt(atA) === b.charCodeAt(atB + 1) && a.charCodeAt(atA + 1) === b.charCodeAt(atB);
  }
}
