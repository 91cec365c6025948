import { expect, test } from 'vitest';
import type { Decision } from './decision.ts';
import {
  crossValidate,
  type Example,
  isNotWorse,
  LEAST_DECISIONS,
  learn,
  lessonsOf,
  missingLessons,
} from './learning.ts';
import { FIELDS, type Field, LEVELS, type Level, levelIndex } from './levels.ts';
import { DEFAULT_MODEL } from './model.ts';

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

const example = (id: number, isSame: boolean, levels: Partial<Record<Field, Level>>): Example => ({
  id,
  a: `a\n${String(id).padStart(4, '0')}`,
  b: `b\n${String(id).padStart(4, '0')}`,
  isSame,
  levels: Int32Array.from(FIELDS, (field) => levelIndex({ ...NOTHING, ...levels }[field])),
  isVetoed: levels.veto !== undefined,
});

/** Same door and other names: one place here, whatever the reasoned weights say. */
const SAME_DOOR = { place: 'place-same-door', name: 'name-differs' } as const;
const FAR = { place: 'place-far', name: 'name-equal-common' } as const;
const examples = (same: number, other: number): Example[] => [
  ...Array.from({ length: same }, (_, rank) => example(rank, true, SAME_DOOR)),
  ...Array.from({ length: other }, (_, rank) => example(same + rank, false, FAR)),
];
const largestMove = (model: { bits: Readonly<Record<Level, number>> }): number =>
  Math.max(...LEVELS.map((level) => Math.abs(model.bits[level] - DEFAULT_MODEL.bits[level])));

test('the same decisions give the same weights bit for bit, whatever their order', () => {
  const all = examples(40, 20);
  const [one, other] = [learn(all), learn(all.toReversed())];
  expect(other).toEqual(one);
  expect(largestMove(one)).toBeGreaterThan(0);
});

test('without decisions the weights are the reasoned ones', () => {
  expect(learn([]).bits).toEqual(DEFAULT_MODEL.bits);
});

test('one decision moves no weight by more than four tenths of a bit', () => {
  expect(largestMove(learn([example(1, true, SAME_DOOR)]))).toBeLessThan(0.4);
  expect(
    largestMove(learn([example(1, false, { name: 'name-equal-rare', place: 'place-same-door' })])),
  ).toBeLessThan(0.4);
});

test('what is missing stays neutral, and rules are not weights', () => {
  const model = learn([...examples(40, 20), example(99, true, { veto: 'veto-numerals' })]);
  for (const level of LEVELS.filter((name) => /unknown$|^veto-/.test(name)))
    expect(model.bits[level], level).toBe(DEFAULT_MODEL.bits[level]);
});

test('decisions that agree with one another improve agreement, judged by weights that have not read them', () => {
  const all = examples(40, 20);
  const before = crossValidate(all, () => false);
  const after = crossValidate(all, () => true);
  expect(before).toMatchObject({ decisions: 60, agreed: 20, missed: 40, wronglyJoined: 0 });
  expect(after.agreed).toBe(60);
  expect(isNotWorse(after, before)).toBe(true);
});

test('weights are worse when they are wrong more often, or wrong with more assurance', () => {
  const before = crossValidate(examples(40, 20), () => false);
  expect(isNotWorse(before, before)).toBe(true);
  expect(isNotWorse({ ...before, agreed: before.agreed - 1 }, before)).toBe(false);
  expect(isNotWorse({ ...before, surpriseBits: before.surpriseBits + 0.01 }, before)).toBe(false);
});

test('a pair that shares a record with another is never judged by what the other taught', () => {
  const twins = [example(1, true, SAME_DOOR), { ...example(2, true, SAME_DOOR), a: example(1, true, {}).a }];
  expect(crossValidate(twins, () => true)).toEqual(crossValidate(twins, () => false));
});

const decision = (id: number, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => ({
  id,
  a: `a\n${id}`,
  b: `b\n${id}`,
  verdict,
  undoes: null,
  reason: null,
  author: 'test',
  at: new Date(id * 1000),
  ...more,
});

test('each gesture is one lesson: what it implies for other records is not another judgement', () => {
  const at = new Date(0);
  const lessons = lessonsOf([
    decision(1, 'same', { at }),
    decision(2, 'same', { at }),
    decision(3, 'linked'),
  ]);
  expect(lessons.map(({ id, isSame }) => [id, isSame])).toEqual([
    [1, true],
    [3, false],
  ]);
});

test('what was undone, replaced or not known teaches nothing', () => {
  const pair = { a: 'a\n1', b: 'b\n1' };
  const lessons = lessonsOf([
    decision(1, 'same'),
    decision(2, 'withdrawn', { ...pair, undoes: 1 }),
    decision(3, 'unknown'),
    decision(4, 'same'),
    decision(5, 'distinct', { a: 'a\n4', b: 'b\n4' }),
  ]);
  expect(lessons.map(({ id, isSame }) => [id, isSame])).toEqual([[5, false]]);
});

test('nothing is learnt from fewer than fifty decisions, nor from answers that are all alike', () => {
  expect(missingLessons(examples(LEAST_DECISIONS - 11, 10))).toEqual({ decisions: 1, same: 0, other: 0 });
  expect(missingLessons(examples(LEAST_DECISIONS, 0))).toEqual({ decisions: 0, same: 0, other: 10 });
  expect(missingLessons(examples(40, 20))).toEqual({ decisions: 0, same: 0, other: 0 });
});
