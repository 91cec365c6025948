import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LocalDate, localDate, parseLocalDate } from '../../../kernel/dates.ts';
import { bankBusinessDayFrom, isBankBusinessDay, nextBankBusinessDay } from './business-days.ts';

const day = (text: string): LocalDate => parseLocalDate(text)!;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

const anyDay = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())!);

test('banks settle nothing on Saturdays, Sundays and the six closing days of TARGET', () => {
  const closed = ['2026-11-28', '2026-11-29', '2027-01-01', '2026-05-01', '2026-12-25', '2028-12-26'];
  expect(closed.filter((text) => isBankBusinessDay(day(text)))).toEqual([]);
});

// Easter: 23 March 2008, 31 March 2024, 20 April 2025, 5 April 2026, 28 March 2027, 25 April 2038; 18 April 2049 and 19 April 2076 are exceptions of the calendar.
test.each([
  '2008-03-21',
  '2024-03-29',
  '2025-04-18',
  '2026-04-03',
  '2027-03-26',
  '2038-04-23',
  '2049-04-16',
  '2076-04-17',
])('Good Friday is closed, the Thursday before it open: %s', (text) => {
  expect(isBankBusinessDay(day(text))).toBe(false);
  const [year, month, date] = text.split('-').map(Number);
  expect(isBankBusinessDay(localDate(year!, month!, date! - 1)!)).toBe(true);
});

test('after the Thursday before Easter comes the Tuesday', () => {
  expect(nextBankBusinessDay(day('2026-04-02'))).toBe('2026-04-07');
  expect(nextBankBusinessDay(day('2024-03-28'))).toBe('2024-04-02');
});

test('other French holidays are open: Ascension, 14 July, 11 November', () => {
  for (const text of ['2026-05-14', '2026-07-14', '2026-11-11'])
    expect(bankBusinessDayFrom(day(text))).toBe(text);
});

test('years end on Christmas days and a weekend', () => {
  expect(nextBankBusinessDay(day('2026-12-24'))).toBe('2026-12-28');
  expect(bankBusinessDayFrom(day('2027-01-01'))).toBe('2027-01-04');
});

test('the next business day is the first open one, five days later at most', () => {
  const property = fc.property(anyDay, (from) => {
    const next = nextBankBusinessDay(from);
    const last = localDate(Number(next.slice(0, 4)), Number(next.slice(5, 7)), Number(next.slice(8)) - 1);
    const isFirst = last === null || last <= from || nextBankBusinessDay(last) === next;
    return isBankBusinessDay(next) && isFirst && next > from && daysBetween(from, next) <= 5;
  });
  fc.assert(property, { numRuns: 2000 });
});
