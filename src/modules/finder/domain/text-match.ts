import { words } from '../../../kernel/text.ts';

/** How well a text answers a query: every word exactly, or some by their beginning, or some with a slip of the finger. */
export type Closeness = 'exact' | 'prefix' | 'typo';
const ORDER: readonly Closeness[] = ['exact', 'prefix', 'typo'];

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

/** Query words that must be found; linking words alone would match everything. */
export function queryWords(query: string): string[] {
  const all = words(query);
  const meaningful = all.filter((word) => !LINKING.has(word));
  return meaningful.length > 0 ? meaningful : all;
}

/** Null unless every word of the query is found in the text. */
export function closeness(query: readonly string[], text: readonly string[]): Closeness | null {
  if (query.length === 0) return null;
  let worst = 0;
  for (const word of query) {
    const rank = wordRank(word, text);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return ORDER[worst]!;
}

/** Shorter beginnings would match half of the names. */
const SHORTEST_PREFIX = 3;

function wordRank(word: string, text: readonly string[]): number | null {
  if (text.includes(word)) return 0;
  if (word.length >= SHORTEST_PREFIX && text.some((other) => other.startsWith(word))) return 1;
  return text.some((other) => isSlip(word, other)) ? 2 : null;
}

/**
 * One slip from 4 letters, two from 8, counted on the shorter word: whichever was typed, the answer is the same.
 * Digits are never a slip: « Lyon 3 » is not « Lyon 8 ».
 */
export function isSlip(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  const allowed = shortest >= 8 ? 2 : shortest >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed || /\d/.test(a + b)) return false;
  return editDistance(a, b) <= allowed;
}

/** Optimal string alignment: insertions, deletions, replacements, and neighbours exchanged. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + cost,
        isSwap ? beforeLast[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
