import { describe, expect, test } from 'vitest';
import { estimateModel } from './estimate.ts';
import { FIELDS, type Field, LEVELS, type Level, levelIndex } from './levels.ts';
import { DEFAULT_MODEL } from './model.ts';
import { PatternHistogram } from './pattern-histogram.ts';

const NOTHING: Record<Field, Level> = {
  name: 'name-unknown',
  kind: 'kind-unknown',
  place: 'place-unknown',
  phone: 'phone-unknown',
  email: 'email-unknown',
  website: 'website-unknown',
  siret: 'siret-unknown',
  branch: 'branch-none',
  origin: 'origin-unknown',
  source: 'source-other',
  veto: 'veto-none',
  spelling: 'spelling-unread',
  distance: 'distance-unread',
};
const pattern = (reached: Partial<Record<Field, Level>>): Int32Array =>
  Int32Array.from(FIELDS, (field) => levelIndex({ ...NOTHING, ...reached }[field]));

interface Shown {
  levels: Int32Array;
  times: number;
}

function histogramOf(shown: readonly Shown[]): PatternHistogram {
  const histogram = new PatternHistogram();
  for (const { levels, times } of shown) for (let at = 0; at < times; at += 1) histogram.add(levels);
  return histogram;
}

/** Pairs of two classes, where an equal phone is as frequent among pairs of one place as `equalPhones` says. */
const pairsWith = (equalPhones: number): Shown[] => [
  {
    levels: pattern({ name: 'name-equal-rare', place: 'place-same-door', phone: 'phone-equal' }),
    times: equalPhones,
  },
  {
    levels: pattern({ name: 'name-equal-rare', place: 'place-same-door', phone: 'phone-differs' }),
    times: 400 - equalPhones,
  },
  { levels: pattern({ name: 'name-rivals', place: 'place-far', phone: 'phone-equal' }), times: 20 },
  { levels: pattern({ name: 'name-rivals', place: 'place-far', phone: 'phone-differs' }), times: 3980 },
];

describe('the weights estimated without labels', () => {
  test('give more to what pairs of one place share more often', () => {
    const phoneBits = (equalPhones: number): number =>
      estimateModel(DEFAULT_MODEL, histogramOf(pairsWith(equalPhones)).patterns()).bits['phone-equal'];
    expect(phoneBits(300)).toBeGreaterThan(phoneBits(30));
  });

  test('are the same for the same pairs, in any order', () => {
    const shown = pairsWith(200);
    const [one, other] = [shown, shown.toReversed()].map((pairs) =>
      estimateModel(DEFAULT_MODEL, histogramOf(pairs).patterns()),
    );
    expect(one).toEqual(other);
  });

  test('leave vetoes and missing values as they are', () => {
    const { bits } = estimateModel(DEFAULT_MODEL, histogramOf(pairsWith(200)).patterns());
    const fixed = LEVELS.filter((level) => /^veto-|-unknown$/.test(level));
    expect(fixed.map((level) => bits[level])).toEqual(fixed.map((level) => DEFAULT_MODEL.bits[level]));
  });

  test('are the base weights when there is no pair', () => {
    const { bits, priorBits } = estimateModel(DEFAULT_MODEL, []);
    expect({ bits, priorBits }).toEqual({ bits: DEFAULT_MODEL.bits, priorBits: DEFAULT_MODEL.priorBits });
  });

  test('say how many pairs they come from', () => {
    expect(estimateModel(DEFAULT_MODEL, histogramOf(pairsWith(200)).patterns()).version).toBe('1~4400');
  });
});

test('a histogram gives back the combinations it was shown, counted', () => {
  const levels = pattern({ siret: 'siren-equal', veto: 'veto-stops', distance: 'distance-beyond' });
  expect(histogramOf([{ levels, times: 3 }]).patterns()).toEqual([{ levels: [...levels], count: 3 }]);
});
