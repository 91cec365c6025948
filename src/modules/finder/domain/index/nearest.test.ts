import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstNames, nearestList } from './nearest.ts';

/** Few distances, so that many are equal; the numbers in the order of names are all different. */
const offers = fc
  .array(fc.constantFrom(0, 1, 2.5, 7, Number.POSITIVE_INFINITY), { minLength: 1, maxLength: 400 })
  .chain((metres) =>
    fc.shuffledSubarray([...metres.keys()], { minLength: metres.length }).map((names) => ({ metres, names })),
  );
const limit = fc.integer({ min: 1, max: 300 });

test('the closest are kept in order, whatever the order in which they come; equal ones follow their names', () => {
  fc.assert(
    fc.property(offers, limit, ({ metres, names }, most) => {
      const shown = Math.min(most, names.length);
      const nearest = nearestList(shown);
      for (const [at, name] of names.entries()) nearest.offer(name, metres[at]!);
      const sorted = names
        .map((name, at) => ({ name, metres: metres[at]! }))
        .sort((a, b) => (a.metres === b.metres ? a.name - b.name : a.metres < b.metres ? -1 : 1))
        .slice(0, shown);
      expect(nearest.worstMetres).toBe(sorted.at(-1)!.metres);
      const { names: kept, metres: distances } = nearest.list();
      expect([...kept]).toEqual(sorted.map(({ name }) => name));
      expect([...distances]).toEqual(sorted.map((one) => one.metres));
    }),
  );
});

test('until the list is full, nothing is too far', () => {
  const nearest = nearestList(2);
  nearest.offer(1, 5);
  expect(nearest.worstMetres).toBe(Number.POSITIVE_INFINITY);
  nearest.offer(0, 3);
  expect(nearest.worstMetres).toBe(5);
});

test('without distances, the first names are those of the sorted list', () => {
  fc.assert(
    fc.property(offers, limit, ({ names }, most) => {
      const list = { room: Uint32Array.from(names.keys()), count: names.length };
      const first = [...names].sort((a, b) => a - b).slice(0, most);
      expect([...firstNames(list, most, Uint32Array.from(names))]).toEqual(first);
    }),
  );
});
