import { type Closeness, hasSlip, SHORTEST_PREFIX, slipsAllowed } from '../text-match.ts';
import { addBit, type BitPool, type Bits, keep, unite } from './bits.ts';
import { firstFrom, type IndexData, type Lists, listAt } from './index-data.ts';

/** Finds the places that hold every word, at a degree of closeness; each degree includes those before it. */
export type WordSearch = (sought: readonly string[], degree: Closeness) => Bits;

export function openWordSearch({ words }: IndexData, pool: BitPool): WordSearch {
  const slips = openSlips(words.vocabulary);
  return (sought, degree) => {
    const named = pool.take();
    let found: Bits | null = null;
    for (const word of sought) {
      const inName = pool.take();
      const anywhere = pool.take();
      for (const known of knownWords(words.vocabulary, { word, degree, slips })) {
        addAll(inName, words.names, known);
        addAll(anywhere, words.towns, known);
      }
      unite(anywhere, inName);
      unite(named, inName);
      if (found) keep(found, anywhere);
      else found = anywhere;
    }
    // The town may help; the name alone decides that it is about this place.
    if (found) keep(named, found);
    return named;
  };
}

function addAll(bits: Bits, lists: Lists, word: number): void {
  for (const rank of listAt(lists, word)) addBit(bits, rank);
}

interface Sought {
  word: string;
  degree: Closeness;
  slips: Slips;
}

function* knownWords(vocabulary: readonly string[], { word, degree, slips }: Sought): Generator<number> {
  const start = firstFrom(vocabulary, word);
  const isPrefix = degree !== 'exact' && word.length >= SHORTEST_PREFIX;
  for (let at = start; at < vocabulary.length; at += 1) {
    const fits = isPrefix ? vocabulary[at]!.startsWith(word) : vocabulary[at] === word;
    if (!fits) break;
    yield at;
  }
  if (degree === 'typo') yield* slips(word);
}

/** Numbers of the words that differ by a slip of the finger. */
type Slips = (word: string) => number[];

interface Shelf {
  words: number[];
  masks: Int32Array;
}

/**
 * By length, then by the letters that words hold: two words one slip apart hold the same letters but one. What passes
 * both, about one word in a hundred, is compared letter by letter.
 */
function openSlips(vocabulary: readonly string[]): Slips {
  const shelves = shelve(vocabulary);
  return (word) => {
    const found: number[] = [];
    if (/\d/.test(word)) return found;
    for (let length = word.length - 2; length <= word.length + 2; length += 1) {
      const shelf = shelves.get(length);
      const allowed = slipsAllowed(Math.min(length, word.length));
      if (shelf && Math.abs(length - word.length) <= allowed)
        addSlips(found, shelf, { word, allowed, vocabulary });
    }
    return found;
  };
}

function shelve(vocabulary: readonly string[]): ReadonlyMap<number, Shelf> {
  const shelves = new Map<number, Shelf>();
  for (const [number, word] of vocabulary.entries()) {
    if (/\d/.test(word)) continue;
    const shelf = shelves.get(word.length) ?? { words: [], masks: new Int32Array(0) };
    shelf.words.push(number);
    shelves.set(word.length, shelf);
  }
  for (const shelf of shelves.values())
    shelf.masks = Int32Array.from(shelf.words, (number) => lettersOf(vocabulary[number]!));
  return shelves;
}

interface Typed {
  word: string;
  allowed: 0 | 1 | 2;
  vocabulary: readonly string[];
}

function addSlips(found: number[], { words, masks }: Shelf, { word, allowed, vocabulary }: Typed): void {
  const letters = lettersOf(word);
  for (let at = 0; at < masks.length; at += 1) {
    const isClose = hasAtMost(letters & ~masks[at]!, allowed) && hasAtMost(masks[at]! & ~letters, allowed);
    if (isClose && hasSlip(word, vocabulary[words[at]!]!, allowed)) found.push(words[at]!);
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** One bit or two, no more: taking the lowest away leaves nothing. */
function hasAtMost(bits: number, allowed: number): boolean {
  const rest = bits & (bits - 1);
  return rest === 0 || (allowed === 2 && (rest & (rest - 1)) === 0);
}
