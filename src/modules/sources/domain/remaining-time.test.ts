import { expect, test } from 'vitest';
import { remainingSeconds } from './remaining-time.ts';

test('the time left follows the pace so far', () => {
  expect(remainingSeconds({ done: 305, total: 412, elapsedMs: 30_500 })).toBe(11);
});

test('no time is told before the pace is known', () => {
  expect(remainingSeconds({ done: 0, total: 412, elapsedMs: 5_000 })).toBeNull();
  expect(remainingSeconds({ done: 10, total: 412, elapsedMs: 20 })).toBeNull();
});

test('nothing is left when all is done', () => {
  expect(remainingSeconds({ done: 412, total: 412, elapsedMs: 5_000 })).toBe(0);
});
