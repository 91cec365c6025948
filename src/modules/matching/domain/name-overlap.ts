import type { Corpus } from './corpus.ts';
import type { Statistics } from './statistics.ts';
import { isSameWordMisspelt } from './word-distance.ts';

/** Weights in quarters of a bit. */
export interface Overlap {
  left: number;
  right: number;
  shared: number;
}

/** A word misspelt is worth a little less than the word itself. */
const MISSPELT_SHARE = 0.9;

/** Weighs the words of two names: each name's own, and those they share. The result is valid until the next call. */
export function overlapMeter(
  corpus: Corpus,
  { nameWordWeight }: Statistics,
): (a: number, b: number) => Overlap {
  const { core, words, commune, communeWords } = corpus;
  const leftAlone: number[] = [];
  const rightAlone: number[] = [];
  const result: Overlap = { left: 0, right: 0, shared: 0 };

  const holds = (row: number, token: number): boolean => {
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1) {
      if (core.items[slot] === token) return true;
    }
    return false;
  };

  /** Weight of the words of `row` that `other` has too; the rest goes to `alone`. */
  const split = (row: number, other: number, alone: number[]): number => {
    alone.length = 0;
    let shared = 0;
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1) {
      const token = core.items[slot]!;
      if (holds(other, token)) shared += nameWordWeight[token]!;
      else alone.push(token);
    }
    return shared;
  };

  /** A word that names the other record's commune is no word of its own. */
  const weightAlone = (tokens: readonly number[], other: number): number => {
    const communeOfOther = commune[other]! < 0 ? undefined : communeWords[commune[other]!];
    let weight = 0;
    for (const token of tokens) if (!communeOfOther?.has(token)) weight += nameWordWeight[token]!;
    return weight;
  };

  /** What the words of one side weigh that the other side misspells. */
  const weightFound = (tokens: readonly number[], others: readonly number[]): number => {
    let weight = 0;
    for (const token of tokens) {
      let best = 0;
      for (const other of others) {
        if (isSameWordMisspelt(words.texts[token]!, words.texts[other]!))
          best = Math.max(best, Math.min(nameWordWeight[token]!, nameWordWeight[other]!));
      }
      weight += best;
    }
    return weight;
  };

  // The lighter of the two readings: one word that resembles two others counts once, from whichever side it is read.
  const weightMisspelt = (): number => {
    const fromLeft = weightFound(leftAlone, rightAlone);
    if (fromLeft === 0) return 0;
    return Math.min(fromLeft, weightFound(rightAlone, leftAlone)) * MISSPELT_SHARE;
  };

  return (a, b) => {
    const exact = split(a, b, leftAlone);
    split(b, a, rightAlone);
    const nearly = leftAlone.length > 0 && rightAlone.length > 0 ? weightMisspelt() : 0;
    result.left = exact + weightAlone(leftAlone, b);
    result.right = exact + weightAlone(rightAlone, a);
    result.shared = Math.min(exact + nearly, result.left, result.right);
    return result;
  };
}
