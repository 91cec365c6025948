import { hasSlip, slipsAllowed } from '../text-match.ts';

/** Numbers of the words of a vocabulary that differ from a word by a slip of the finger, as `isSlip` says. */
export type Slips = (word: string) => readonly number[];

export function openSlips(vocabulary: readonly string[]): Slips {
  const shelves = shelve(vocabulary);
  return (word) => {
    const found: number[] = [];
    if (hasDigit(word)) return found;
    const letters = lettersOf(word);
    for (let length = word.length - 2; length <= word.length + 2; length += 1) {
      const shelf = shelves[length];
      const allowed = slipsAllowed(Math.min(length, word.length));
      if (!shelf || allowed === 0 || Math.abs(length - word.length) > allowed) continue;
      for (const number of alike(shelf, letters, allowed))
        if (hasSlip(word, vocabulary[number]!, allowed)) found.push(number);
    }
    return found;
  };
}

const FIRST_LETTER = 'a'.charCodeAt(0);
const LETTERS = 26;
/** Told apart at once. */
const WORDS = 32;

/** The words of one length. */
interface Shelf {
  /** Their numbers in the vocabulary. */
  words: Uint32Array;
  /** Of each word, a bit for each letter that it holds. */
  letters: Int32Array;
  /** The same, turned: for 32 words, then for the next 32, a row for each letter, with a bit for each word that holds it. */
  rows: Int32Array;
}

function shelve(vocabulary: readonly string[]): readonly (Shelf | undefined)[] {
  const byLength: number[][] = [];
  for (const [number, word] of vocabulary.entries()) {
    if (hasDigit(word)) continue;
    const numbers = byLength[word.length] ?? [];
    numbers.push(number);
    byLength[word.length] = numbers;
  }
  return byLength.map((numbers) => {
    const letters = Int32Array.from(numbers, (number) => lettersOf(vocabulary[number]!));
    return { words: Uint32Array.from(numbers), letters, rows: turn(letters) };
  });
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) < FIRST_LETTER) return true;
  return false;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - FIRST_LETTER);
  return letters;
}

function turn(letters: Int32Array): Int32Array {
  const rows = new Int32Array(LETTERS * Math.ceil(letters.length / WORDS));
  for (let at = 0; at < letters.length; at += 1) {
    const block = LETTERS * Math.floor(at / WORDS);
    for (let left = letters[at]!; left !== 0; left &= left - 1)
      rows[block + lowest(left)]! |= 1 << (at % WORDS);
  }
  return rows;
}

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** The words of a shelf that may be so many slips away: each slip loses one letter at most, and adds one at most. */
function alike({ words, letters, rows }: Shelf, sought: number, slips: 1 | 2): number[] {
  const found: number[] = [];
  for (let block = 0; WORDS * block < words.length; block += 1) {
    for (let fits = ~lackMore(rows, { block, sought, slips }); fits !== 0; fits &= fits - 1) {
      const at = WORDS * block + lowest(fits);
      if (at < words.length && hasAtMost(letters[at]! & ~sought, slips)) found.push(words[at]!);
    }
  }
  return found;
}

/** The words of a block that lack more of the letters sought than slips can lose. */
function lackMore(
  rows: Int32Array,
  { block, sought, slips }: { block: number; sought: number; slips: 1 | 2 },
): number {
  let once = 0;
  let twice = 0;
  let thrice = 0;
  for (let left = sought; left !== 0; left &= left - 1) {
    const lacks = ~rows[LETTERS * block + lowest(left)]!;
    thrice |= twice & lacks;
    twice |= once & lacks;
    once |= lacks;
  }
  return slips === 1 ? twice : thrice;
}

/** Taking the lowest away once or twice leaves nothing. */
function hasAtMost(bits: number, count: 1 | 2): boolean {
  const rest = bits & (bits - 1);
  return rest === 0 || (count === 2 && (rest & (rest - 1)) === 0);
}
