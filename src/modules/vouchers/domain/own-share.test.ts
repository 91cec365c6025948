import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EURO_STEPS, ownShare } from './own-share.ts';

const cents = () => fc.bigInt({ min: 0n, max: 10_000_000n });

test('V7 every cent that a funder paid is somewhere: nothing is lost in rounding', () => {
  fc.assert(
    fc.property(fc.array(cents(), { minLength: 5, maxLength: 5 }), cents(), (amounts, received) => {
      const standing = Object.fromEntries(EURO_STEPS.map((step, rank) => [step, amounts[rank]!]));
      const share = ownShare(
        { receivedCents: received, returnedCents: 0n },
        standing as Record<(typeof EURO_STEPS)[number], bigint>,
      );
      if (share === null) return received === 0n || amounts.every((amount) => amount === 0n);
      return EURO_STEPS.reduce((sum, step) => sum + share[step], 0n) === received;
    }),
  );
});

test('a funder who paid a third owns a third of each step', () => {
  const standing = { provision: 3000n, live: 600n, bonus: 300n, owed: 90n, paid: 9n };
  expect(ownShare({ receivedCents: 1333n, returnedCents: 0n }, standing)).toEqual({
    provision: 1000n,
    live: 200n,
    bonus: 100n,
    owed: 30n,
    paid: 3n,
  });
});

test('what was given back is nowhere else', () => {
  const standing = { provision: 0n, live: 0n, bonus: 0n, owed: 0n, paid: 50n };
  expect(ownShare({ receivedCents: 100n, returnedCents: 50n }, standing)?.paid).toBe(50n);
  expect(ownShare({ receivedCents: 100n, returnedCents: 100n }, standing)).toBeNull();
});
