import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, endOfDay, startOfDay } from './calendar.ts';
import { type LocalDate, localDateAt } from './dates.ts';

const date = (text: string) => text as LocalDate;

test('a month that has no such day gives its last one', () => {
  expect(addMonths(date('2026-08-31'), 6)).toBe('2027-02-28');
  expect(addMonths(date('2027-08-31'), 6)).toBe('2028-02-29');
  expect(addMonths(date('2026-12-15'), 1)).toBe('2027-01-15');
  expect(addMonths(date('2026-01-31'), -2)).toBe('2025-11-30');
});

test('days are counted across a change of the clocks', () => {
  expect(addDays(date('2026-10-24'), 2)).toBe('2026-10-26');
  expect(daysBetween(date('2026-03-28'), date('2026-03-30'))).toBe(2);
});

test('days have 23 or 25 hours when clocks change', () => {
  const hours = (day: string) =>
    (endOfDay(date(day)).getTime() - startOfDay(date(day)).getTime()) / 3_600_000;
  expect(['2026-03-29', '2026-10-25', '2026-11-28'].map(hours)).toEqual([23, 25, 24]);
  expect(startOfDay(date('2026-07-01')).toISOString()).toBe('2026-06-30T22:00:00.000Z');
});

test('an instant stands between the start and the end of its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
      const instant = new Date(seconds * 1000);
      const day = localDateAt(instant);
      expect(startOfDay(day) <= instant && instant < endOfDay(day)).toBe(true);
    }),
  );
});
