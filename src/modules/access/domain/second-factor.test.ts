import { expect, test } from 'vitest';
import {
  afterFailure,
  backupCode,
  cleanCode,
  type Failures,
  isLocked,
  isProven,
  openSteps,
} from './second-factor.ts';

const now = new Date('2026-11-28T09:00:00Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('a code is worth something for a minute and a half, and serves once', () => {
  const steps = openSteps(now, 0);
  expect(steps).toHaveLength(3);
  expect(openSteps(now, steps[1]!)).toEqual([steps[2]]);
  expect(openSteps(minutesLater(2), 0).some((step) => steps.includes(step))).toBe(false);
});

test('five wrong codes close the door for a quarter of an hour', () => {
  let state: Failures = { failures: 0, lockedUntil: null };
  for (let wrong = 0; wrong < 4; wrong += 1) state = afterFailure(state, now);
  expect(isLocked(state, now)).toBe(false);
  state = afterFailure(state, now);
  expect(isLocked(state, minutesLater(14))).toBe(true);
  expect(isLocked(state, minutesLater(16))).toBe(false);
});

test('a code typed in the morning is worth the day, not the next one', () => {
  expect(isProven(now, minutesLater(11 * 60))).toBe(true);
  expect(isProven(now, minutesLater(12 * 60))).toBe(false);
  expect(isProven(null, now)).toBe(false);
});

test('a code kept on paper is read back whatever the case, the spaces, and the letters taken for digits', () => {
  const code = backupCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  expect(code).toBe('01234-56789');
  expect(cleanCode(' ol234 56789 ')).toBe('0123456789');
});
