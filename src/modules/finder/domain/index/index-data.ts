import type { Bits } from './bits.ts';
import type { SettledFacet } from './facets.ts';
import type { Tree } from './spatial.ts';

/** Lists of numbers one behind the other: list `n` is `values` from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  starts: Uint32Array;
  values: Uint32Array;
}

export const listAt = ({ starts, values }: Lists, at: number): Uint32Array =>
  values.subarray(starts[at], starts[at + 1]);

/** Where the first text that does not come before this one stands in a sorted list. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which words stand in which places. */
export interface WordIndex {
  /** Sorted, each once. */
  vocabulary: readonly string[];
  /** Ranks of the places whose name holds the word; whose town does. */
  names: Lists;
  towns: Lists;
}

/** Everything but the calendar, in plain columns: built once, kept in a file, the same in a browser. */
export interface IndexData {
  count: number;
  tree: Tree;
  /** Place of each rank in the order of names, then of identifiers: no two alike. */
  nameOrder: Uint32Array;
  facets: ReadonlyMap<SettledFacet, Bits>;
  words: WordIndex;
  /** INSEE codes, sorted, and the places of each. */
  communes: { codes: readonly string[]; places: Lists };
  departements: { codes: readonly string[]; places: Lists };
  /** What the hours of each place are, as a number of the calendar plus one; 0 when they are unknown. */
  schedules: Uint32Array;
}
