import { expect, test } from 'vitest';
import type { LocalDate } from '../../../kernel/dates.ts';
import { type HeldBooklet, mayText, reminderDue, reminderKey } from './reminder.ts';

const DAY = (text: string) => text as LocalDate;
const held = (changes: Partial<HeldBooklet> = {}): HeldBooklet => ({
  id: 'C-1',
  handedOverOn: DAY('2026-01-01'),
  isUsed: false,
  lastDay: DAY('2026-12-31'),
  ...changes,
});
const on = (today: string, changes: Partial<HeldBooklet> = {}) =>
  reminderDue(held(changes), { silenceDays: 60, today: DAY(today) });

test.each([
  ['2026-03-01', null],
  ['2026-03-02', 'unused'],
  ['2026-11-30', 'unused'],
  ['2026-12-01', 'month-left'],
  ['2026-12-23', 'month-left'],
  ['2026-12-24', 'week-left'],
  ['2026-12-31', 'week-left'],
  ['2027-01-01', null],
] as const)('V16 unused, on %s: %s', (today, expected) => {
  expect(on(today)).toBe(expected);
});

test('V16 whoever came once is reminded before the end only', () => {
  expect(on('2026-06-01', { isUsed: true })).toBeNull();
  expect(on('2026-12-05', { isUsed: true })).toBe('month-left');
});

test('V16 a booklet given late is not reminded of the day it is given', () => {
  expect(on('2026-12-10', { handedOverOn: DAY('2026-12-10') })).toBeNull();
  expect(on('2026-12-24', { handedOverOn: DAY('2026-12-10') })).toBe('week-left');
  expect(on('2026-12-28', { handedOverOn: DAY('2026-12-28') })).toBeNull();
});

test('each reminder has one key, and a date that is put off another', () => {
  expect(reminderKey(held(), 'unused')).toBe('unused:C-1');
  expect(reminderKey(held(), 'week-left')).not.toBe(
    reminderKey(held({ lastDay: DAY('2027-01-31') }), 'week-left'),
  );
});

test('C1 text messages leave by day, and not on Sundays', () => {
  expect([mayText(8, 1), mayText(9, 1), mayText(18, 6), mayText(19, 6), mayText(12, 0)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
