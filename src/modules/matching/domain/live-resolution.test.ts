import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decision, orderedPair, rulingOf, rulings } from './decision.ts';
import { LEVELS } from './levels.ts';
import { openLiveResolution } from './live-resolution.ts';
import type { MatchRecord } from './match-record.ts';
import { resolve } from './matcher.ts';
import { DEFAULT_MODEL, type MatchModel } from './model.ts';
import { reviewQueue } from './review-queue.ts';

const NAMES = [
  'Espace numérique Mimosa',
  'Mimosa',
  'Médiathèque des Lilas',
  'CCAS',
  'Mairie',
  'Lilas numérique',
];
const STREETS = ['1 rue des Essais', '3 rue des Essais', '20 avenue du Modèle', null];
const PHONES = ['01 99 00 11 22', '01 99 00 11 23', null];

const COUNT = 12;
const anyRecords = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    address: fc.constantFrom(...STREETS),
    phone: fc.constantFrom(...PHONES),
  }),
  { minLength: COUNT, maxLength: COUNT },
);
const anyDecisions = fc.array(
  fc.record({
    x: fc.nat(COUNT - 1),
    y: fc.nat(COUNT - 1),
    verdict: fc.constantFrom('same', 'linked', 'distinct', 'unknown', 'withdrawn'),
  }),
  { maxLength: 8 },
);

const ridOf = (rank: number) => `source-${rank % 3}\n${rank}`;
const toRecords = (drafts: readonly Pick<MatchRecord, 'name' | 'address' | 'phone'>[]): MatchRecord[] =>
  drafts.map((draft, rank) => ({
    rid: ridOf(rank),
    source: `source-${rank % 3}`,
    city: 'Lyon',
    postalCode: '69003',
    ...draft,
  }));

const decided = (x: string, y: string, verdict: Decision['verdict']): Decision => ({
  ...orderedPair(x, y),
  id: 1,
  verdict,
  undoes: null,
  reason: null,
  author: 'test',
  at: new Date(0),
});

/** Weights that decisions may have moved. */
const anyModel = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 }).map(
  ([prior, name, place, phone]): MatchModel => ({
    ...DEFAULT_MODEL,
    priorBits: DEFAULT_MODEL.priorBits + prior!,
    bits: Object.fromEntries(
      LEVELS.map((level) => {
        const by = level.startsWith('name') ? name! : level.startsWith('place') ? place! : phone!;
        return [level, DEFAULT_MODEL.bits[level] + (DEFAULT_MODEL.bits[level] === 0 ? 0 : by)];
      }),
    ) as MatchModel['bits'],
  }),
);

test('decisions applied one by one end in the groups that resolving everything gives, under any weights', () => {
  fc.assert(
    fc.property(anyRecords, anyDecisions, anyModel, (drafts, answers, model) => {
      const records = toRecords(drafts);
      const live = openLiveResolution(records, model);
      const decisions = answers
        .filter(({ x, y }) => x !== y)
        .map(({ x, y, verdict }) => decided(ridOf(x), ridOf(y), verdict));
      for (const { a, b, verdict } of decisions) live.apply([{ a, b, verdict: rulingOf(verdict) }]);
      const { clusterOf } = resolve(records, { decisions: rulings(decisions), model });
      return records.every(({ rid }) => {
        const together = records.filter((other) => clusterOf.get(other.rid) === clusterOf.get(rid));
        const expected = together.map((other) => other.rid).sort();
        return [...live.membersWith(rid)].sort().join() === expected.join();
      });
    }),
    { numRuns: 300 },
  );
});

test('the records around a pair are all those whose group a decision about it can change', () => {
  fc.assert(
    fc.property(anyRecords, fc.nat(COUNT - 1), fc.nat(COUNT - 1), (drafts, x, y) => {
      fc.pre(x !== y);
      const records = toRecords(drafts);
      const live = openLiveResolution(records);
      const groups = () => new Map(records.map(({ rid }) => [rid, live.membersWith(rid).join()]));
      const before = groups();
      live.apply([{ a: ridOf(x), b: ridOf(y), verdict: 'same' }]);
      const touched = live.around([ridOf(x), ridOf(y)]);
      return [...groups()].every(([rid, group]) => group === before.get(rid) || touched.has(rid));
    }),
  );
});

const record = (rid: string, more: Partial<MatchRecord>): MatchRecord => ({
  rid,
  source: rid.slice(0, 1),
  name: '',
  city: 'Lyon',
  postalCode: '69003',
  ...more,
});
const DOUBTFUL = [
  record('a\n1', { name: 'Espace numérique Mimosa', address: '1 rue des Essais', phone: '01 99 00 11 22' }),
  record('b\n1', { name: 'Mimosa', address: '9 rue des Essais' }),
];

test('the queue holds the pairs that a person may correct, and leaves those already answered', () => {
  const live = openLiveResolution(DOUBTFUL);
  expect(reviewQueue(live, () => false).map(({ a, b }) => [a, b])).toEqual([['a\n1', 'b\n1']]);
  expect(reviewQueue(live, () => true)).toEqual([]);
});

test('a record that nobody knows any more takes no part in any group', () => {
  const live = openLiveResolution(DOUBTFUL);
  live.apply([{ a: 'a\n1', b: 'gone\n1', verdict: 'same' }]);
  expect(live.membersWith('a\n1')).toEqual(['a\n1', 'b\n1']);
  expect(live.membersWith('gone\n1')).toEqual([]);
  expect(live.explain({ a: 'a\n1', b: 'gone\n1' })).toBeNull();
});
