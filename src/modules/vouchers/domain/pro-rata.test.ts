import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitProRata } from './pro-rata.ts';

const split = fc.record({
  cents: fc.bigInt(0n, 10n ** 12n),
  weights: fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 6 }),
});

test('V7 parts add up to the cent, and none is a cent away from its share', () => {
  fc.assert(
    fc.property(split, ({ cents, weights }) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0n);
      fc.pre(total > 0n);
      const named = new Map(weights.map((weight, rank) => [`funder ${rank}`, weight]));
      const parts = splitProRata(cents, named);
      expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(cents);
      for (const [name, part] of parts) {
        const exact = cents * named.get(name)!;
        expect(part * total > exact - total && part * total < exact + total).toBe(true);
      }
    }),
  );
});

test('V7 the same amount is split the same way, whatever the order of the funders', () => {
  const parts = (names: string[]) => splitProRata(100n, new Map(names.map((name) => [name, 1n])));
  expect(parts(['caf', 'etat', 'region'])).toEqual(
    new Map([
      ['caf', 34n],
      ['etat', 33n],
      ['region', 33n],
    ]),
  );
  expect(parts(['region', 'etat', 'caf']).get('caf')).toBe(34n);
});
