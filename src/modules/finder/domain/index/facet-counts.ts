import { type Bits, countCommon, filledWords, forEachBit, newBits } from './bits.ts';
import type { Lists } from './index-data.ts';

/** Counts how many of some places are in each of the sets, in the order of the sets. */
export type CountIn = (found: Bits, total: number) => Uint32Array;

/** With so many places a word of 32, intersecting the sets beats looking at what each place has. */
const DENSE = 8;

export function openCounts(sets: readonly Bits[], count: number): CountIn {
  const setsOf = listSetsOf(sets, count);
  const room = newBits(count);
  return (found, total) => {
    const filled = filledWords(found, room);
    const counts = new Uint32Array(sets.length);
    if (total > DENSE * filled.length) {
      for (const [at, set] of sets.entries()) counts[at] = countCommon(found, set, filled);
      return counts;
    }
    forEachBit(found, (rank) => {
      for (let at = setsOf.starts[rank]!; at < setsOf.starts[rank + 1]!; at += 1)
        counts[setsOf.values[at]!]! += 1;
    });
    return counts;
  };
}

/** The numbers of the sets that hold each place. */
function listSetsOf(sets: readonly Bits[], count: number): Omit<Lists, 'values'> & { values: Uint8Array } {
  const starts = new Uint32Array(count + 1);
  for (const set of sets) {
    forEachBit(set, (rank) => {
      starts[rank + 1]! += 1;
    });
  }
  for (let rank = 0; rank < count; rank += 1) starts[rank + 1]! += starts[rank]!;
  const next = starts.slice();
  const values = new Uint8Array(starts[count]!);
  for (const [number, set] of sets.entries()) {
    forEachBit(set, (rank) => {
      values[next[rank]!] = number;
      next[rank]! += 1;
    });
  }
  return { starts, values };
}
