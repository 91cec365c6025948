import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIds } from './pair-ids.ts';

const anyPair = fc.tuple(fc.nat({ max: 5_000_000 }), fc.nat({ max: 60_000_000 }));

test('each pair keeps the id it was first given, in order, through every growth', () => {
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 200 }), (pairs) => {
      const ids = new PairIds(1);
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${first}|${second}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(ids.id(first, second)).toBe(expected.get(key));
      }
      expect(ids.size).toBe(expected.size);
    }),
  );
});

test('a pair never seen has no id', () => {
  const ids = new PairIds(4);
  ids.id(1, 2);
  expect(ids.find(2, 1)).toBe(-1);
});
