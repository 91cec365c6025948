import type { RankList } from './rank-list.ts';

/** Planes of 32 counters side by side: bit `p` of plane `n` is worth 2^n in the count of bit `p` of the masks. */
const PLANES = new Int32Array(32);

/** How many of the places listed have each bit of their mask set. All 32 are counted at once, one adder for each plane. */
export function countMasks({ room, count }: RankList, masks: Uint32Array): Uint32Array {
  PLANES.fill(0);
  let ones = 0;
  let twos = 0;
  let at = 0;
  // Four masks at a time: the higher planes are touched a quarter as often.
  for (; at + 3 < count; at += 4) {
    const first = masks[room[at]!]!;
    const second = masks[room[at + 1]!]!;
    const third = masks[room[at + 2]!]!;
    const fourth = masks[room[at + 3]!]!;
    const carried = (first & second) | ((first ^ second) & ones);
    ones ^= first ^ second;
    const carriedAgain = (third & fourth) | ((third ^ fourth) & ones);
    ones ^= third ^ fourth;
    carry((carried & carriedAgain) | ((carried ^ carriedAgain) & twos), 2);
    twos ^= carried ^ carriedAgain;
  }
  PLANES[0] = ones;
  PLANES[1] = twos;
  for (; at < count; at += 1) carry(masks[room[at]!]!, 0);
  return readCounts(32 - Math.clz32(count));
}

function carry(bits: number, firstPlane: number): void {
  let left = bits;
  for (let plane = firstPlane; left !== 0; plane += 1) {
    const before = PLANES[plane]!;
    PLANES[plane] = before ^ left;
    left &= before;
  }
}

function readCounts(planes: number): Uint32Array {
  const counts = new Uint32Array(32);
  for (let plane = 0; plane < planes; plane += 1) {
    const bits = PLANES[plane]!;
    for (let place = 0; place < 32; place += 1) counts[place]! += ((bits >>> place) & 1) << plane;
  }
  return counts;
}
