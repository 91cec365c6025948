import { addBit, type BitPool, type Bits } from './bits.ts';

/** A set of places as a list: the first `count` of a room for all of them, each rank once, in any order. */
export interface RankList {
  readonly room: Uint32Array;
  count: number;
}

export const newRankList = (capacity: number): RankList => ({ room: new Uint32Array(capacity), count: 0 });

/** Makes a list of a set. */
export function listBits(list: RankList, bits: Bits): void {
  const { room } = list;
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      room[count++] = (word << 5) + (31 - Math.clz32(left & -left));
  }
  list.count = count;
}

export function toBits({ room, count }: RankList, pool: BitPool): Bits {
  const bits = pool.take();
  for (let at = 0; at < count; at += 1) addBit(bits, room[at]!);
  return bits;
}

/** Keeps the places of a set. Each one is written, and the next one over it unless it stays: no branch to guess. */
export function keepListed(list: RankList, bits: Bits): void {
  const { room, count } = list;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const rank = room[at]!;
    room[kept] = rank;
    kept += (bits[rank >>> 5]! >>> (rank & 31)) & 1;
  }
  list.count = kept;
}

export function keepWhere(list: RankList, fits: (rank: number) => boolean): void {
  const { room, count } = list;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const rank = room[at]!;
    if (fits(rank)) room[kept++] = rank;
  }
  list.count = kept;
}
