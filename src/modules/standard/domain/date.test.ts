import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, parseLocalDate } from '../../../kernel/dates.ts';
import { parseDate } from '../index.ts';

const today = parseLocalDate('2026-11-23')!;
const dateOf = (text: string) => {
  const read = parseDate(text, { today });
  return read.ok ? read.value : read.refusal.kind;
};

test.each([
  '2023-03-01',
  '2023-03-01T23:30:00.000Z',
  '2023/03/01 10:20:30.000',
  '20230301',
  '01/03/2023',
  '1-3-23',
  '01.03.2023 à 10 h',
  'labellisée le 01/03/2023',
  '01/032023',
  '1er mars 2023',
  'Mercredi 1 mars 2023',
  'Wed Mar 01 2023 10:00:00 GMT+0100',
  'mars 2023',
  '03/2023',
  '44986',
  '44986,5',
  '1677628800000',
  '1677628800',
])('%s is the first of March 2023', (text) => {
  expect(dateOf(text)).toBe('2023-03-01');
});

test('the day comes first, unless it cannot', () => {
  expect(dateOf('04/03/2023')).toBe('2023-03-04');
  expect(dateOf('03/31/2023')).toBe('2023-03-31');
});

test('June and July are told apart', () => {
  expect(dateOf('3 juin 2022')).toBe('2022-06-03');
  expect(dateOf('3 juil. 2022')).toBe('2022-07-03');
});

describe('refusals', () => {
  test('the future is refused, today is not', () => {
    expect(dateOf('2026-11-24')).toBe('in-future');
    expect(dateOf('2026-11-23')).toBe('2026-11-23');
  });

  test('sentinels of the past, days that do not exist, words and blanks', () => {
    expect(dateOf('1900-01-01')).toBe('too-old');
    expect(dateOf('1970-01-01')).toBe('too-old');
    expect(dateOf('2023-02-30')).toBe('unreadable');
    expect(dateOf('hier')).toBe('unreadable');
    expect(dateOf('2023')).toBe('unreadable');
    expect(dateOf(' - ')).toBe('empty');
  });
});

test('every day of these years is read back from its usual forms', () => {
  const days = fc.date({ min: new Date('1990-01-02'), max: new Date('2026-11-22'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (instant) => {
      const [year, month, day] = [instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate()];
      const expected = localDate(year, month, day);
      const forms = [
        `${day}/${month}/${year}`,
        instant.toISOString(),
        String(instant.getTime()),
        `${year}-${month}-${day}`,
      ];
      return forms.every((form) => dateOf(form) === expected || instant.getTime() < 6e11);
    }),
  );
});

test('every text gets an answer, and an accepted date is read as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d/. -]{0,14}$/)), (text) => {
      const read = parseDate(text, { today });
      return !read.ok || dateOf(read.value) === read.value;
    }),
  );
});
