import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBit, bitPool, newBits } from './bits.ts';
import { countMasks } from './mask-counts.ts';
import { keepListed, keepWhere, listBits, newRankList, type RankList, toBits } from './rank-list.ts';

const COUNT = 300;
const ranks = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 200 });

const listOf = (some: readonly number[]): RankList => {
  const list = newRankList(COUNT);
  list.room.set(some);
  list.count = some.length;
  return list;
};
const read = ({ room, count }: RankList): number[] => [...room.subarray(0, count)];
const bitsOf = (some: readonly number[]) => {
  const bits = newBits(COUNT);
  for (const rank of some) addBit(bits, rank);
  return bits;
};

test('a list keeps those of its places that are in a set, or that fit, in their order', () => {
  fc.assert(
    fc.property(ranks, ranks, (some, others) => {
      const [byBits, byTest] = [listOf(some), listOf(some)];
      keepListed(byBits, bitsOf(others));
      keepWhere(byTest, (rank) => others.includes(rank));
      const kept = some.filter((rank) => others.includes(rank));
      expect([read(byBits), read(byTest)]).toEqual([kept, kept]);
    }),
  );
});

test('a set becomes a list, and a list the same set', () => {
  fc.assert(
    fc.property(ranks, (some) => {
      const list = newRankList(COUNT);
      listBits(list, bitsOf(some));
      expect(read(list)).toEqual([...some].sort((a, b) => a - b));
      expect(toBits(list, bitPool(COUNT))).toEqual(bitsOf(some));
    }),
  );
});

test('bits of masks are counted as one by one, whatever the number of places', () => {
  const masks = fc.array(fc.integer(), { minLength: COUNT, maxLength: COUNT });
  fc.assert(
    fc.property(masks, ranks, (all, some) => {
      const counts = countMasks(listOf(some), Uint32Array.from(all));
      const expected = Array.from(
        { length: 32 },
        (_, place) => some.filter((rank) => (all[rank]! >>> place) & 1).length,
      );
      expect([...counts]).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
