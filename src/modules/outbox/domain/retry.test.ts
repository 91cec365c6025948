import { expect, test } from 'vitest';
import { nextAttemptAt } from './retry.ts';

const now = new Date('2026-11-24T13:10:00Z');

test('each wait is longer than the one before, and a message is given up after a day and a half', () => {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttemptAt(attempts, now);
    if (next === null) break;
    waits.push(next.getTime() - now.getTime());
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  const totalHours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(totalHours).toBeGreaterThan(30);
  expect(totalHours).toBeLessThan(48);
});
