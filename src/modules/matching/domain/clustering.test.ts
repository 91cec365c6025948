import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cluster } from './clustering.ts';
import { PairList, type RowPair } from './pair-list.ts';

const ROWS = 9;
const VETOED = Number.NEGATIVE_INFINITY;

interface Case {
  /** What each pair of rows weighs; minus infinity is a veto. */
  bits: number[];
  certain: RowPair[];
  forbidden: RowPair[];
}

const anyRow = fc.nat(ROWS - 1);
const anyPairs = fc
  .array(fc.tuple(anyRow, anyRow), { maxLength: 6 })
  .map((pairs) =>
    pairs.flatMap(([x, y]): RowPair[] => (x === y ? [] : [{ a: Math.min(x, y), b: Math.max(x, y) }])),
  );
const anyCase: fc.Arbitrary<Case> = fc.record({
  bits: fc.array(fc.oneof(fc.integer({ min: -9, max: 12 }), fc.constant(VETOED)), {
    minLength: ROWS * ROWS,
    maxLength: ROWS * ROWS,
  }),
  certain: anyPairs,
  forbidden: anyPairs,
});

const bitsOf = ({ bits }: Case, x: number, y: number): number =>
  bits[Math.min(x, y) * ROWS + Math.max(x, y)]!;
const holds = (pairs: readonly RowPair[], x: number, y: number): boolean =>
  pairs.some(({ a, b }) => a === Math.min(x, y) && b === Math.max(x, y));

function group(one: Case): Int32Array {
  const found = new PairList();
  for (let a = 0; a < ROWS; a += 1) {
    for (let b = a + 1; b < ROWS; b += 1) {
      const bits = bitsOf(one, a, b);
      if (bits >= 0 && !holds(one.forbidden, a, b)) found.add({ a, b, bits, verdict: 'same' });
    }
  }
  return cluster(
    ROWS,
    { certain: one.certain, found },
    { weigh: (x, y) => bitsOf(one, x, y), isForbidden: (x, y) => holds(one.forbidden, x, y) },
  );
}

describe('what people decided', () => {
  test('records said to be one place stay together, whatever the evidence and its vetoes', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const groups = group({ ...one, forbidden: [] });
        return one.certain.every(({ a, b }) => groups[a] === groups[b]);
      }),
    );
  });

  test('a pair that a person keeps apart is apart, also when it stands between two decided groups', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const groups = group(one);
        return one.forbidden.every(({ a, b }) => groups[a] !== groups[b]);
      }),
    );
  });

  test('one decision more about pairs already together changes nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(20), (one, at) => {
        const pair = one.certain[at % Math.max(1, one.certain.length)];
        fc.pre(pair !== undefined);
        expect(group({ ...one, certain: [...one.certain, pair!] })).toEqual(group(one));
      }),
    );
  });

  test('the order in which decisions are told changes nothing', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(group({ ...one, certain: one.certain.toReversed() })).toEqual(group(one));
      }),
    );
  });
});

/** Three rows: 0 and 1 are said to be one place, 2 is like 0. */
const like = (bits: Record<string, number>): Case => ({
  bits: Array.from({ length: ROWS * ROWS }, (_, at) => bits[`${Math.floor(at / ROWS)}-${at % ROWS}`] ?? -9),
  certain: [{ a: 0, b: 1 }],
  forbidden: [],
});

test('a record at the former address of a place that moved joins it', () => {
  const groups = group(like({ '0-2': 6, '1-2': -9 }));
  expect(groups[2]).toBe(groups[0]);
});

test('a veto that a person overruled within a place keeps no record like its other description out', () => {
  const groups = group(like({ '0-1': VETOED, '0-2': 6, '1-2': VETOED }));
  expect(groups[2]).toBe(groups[0]);
});

test('a veto that nobody overruled holds against the whole place', () => {
  const groups = group(like({ '0-1': 3, '0-2': 6, '1-2': VETOED }));
  expect(groups[2]).not.toBe(groups[0]);
});

test('without decisions, two groups join only if all their pairs together speak for it', () => {
  const apart = { ...like({ '0-1': 8, '0-2': 2, '1-2': -9 }), certain: [] };
  expect(group(apart)[2]).not.toBe(group(apart)[0]);
});
