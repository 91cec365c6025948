import type { PairNumbering } from './pair-ids.ts';

/** Keeps chained ids apart from communes, which are fewer. */
const FIRST_CHAINED = 0x100000;

/** Pairs of pairs: commune and number, then each word of the way. -1 without a way. */
export function addressKey(
  ids: PairNumbering,
  { commune, way, number }: { commune: number; way: readonly number[]; number: number },
): number {
  if (way.length === 0) return -1;
  return way.reduce((id, word) => ids.id(id + FIRST_CHAINED, word), ids.id(commune + 1, number));
}

/** Numbers again, in `ids`, addresses that others numbered: the new number of each. */
export function renumberAddresses(
  pairs: Float64Array,
  { ids, communes, words }: { ids: PairNumbering; communes: Int32Array; words: Int32Array },
): Int32Array {
  const renumbered = new Int32Array(pairs.length / 2);
  for (let at = 0; at < renumbered.length; at += 1) {
    const [first, second] = [pairs[2 * at]!, pairs[2 * at + 1]!];
    // What a chain goes on from was numbered before it.
    if (first >= FIRST_CHAINED)
      renumbered[at] = ids.id(renumbered[first - FIRST_CHAINED]! + FIRST_CHAINED, words[second]!);
    else renumbered[at] = ids.id(first === 0 ? 0 : communes[first - 1]! + 1, second);
  }
  return renumbered;
}
