import { expect, test } from 'vitest';
import { localDate, localDateAt, parseLocalDate } from './dates.ts';

test('the calendar refuses days that do not exist', () => {
  expect(localDate(2026, 2, 29)).toBeNull();
  expect(localDate(2028, 2, 29)).toBe('2028-02-29');
  expect(parseLocalDate('2026-13-01')).toBeNull();
  expect(parseLocalDate('1/2/2026')).toBeNull();
});

test('the day depends on the place: late evening in Cayenne is already tomorrow in Paris', () => {
  const instant = new Date('2026-11-24T01:30:00Z');
  expect(localDateAt(instant)).toBe('2026-11-24');
  expect(localDateAt(instant, 'America/Cayenne')).toBe('2026-11-23');
});
