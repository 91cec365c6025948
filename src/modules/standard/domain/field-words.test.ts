import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainRanges, wordsOfField } from './field-words.ts';
import { parseOpeningHours, weekOf } from './opening-hours.ts';

test('hours, telephones and codes of lists are said in plain words', () => {
  const fields = {
    openingHours: 'Mo 09:00-12:00,14:00-18:30; We 14:00-17:00',
    phones: ['+33199001122'],
    fees: ['Gratuit'],
  };
  expect(wordsOfField('horaires', fields, 'fr')).toBe('lundi 9h-12h, 14h-18h30 ; mercredi 14h-17h');
  expect(wordsOfField('telephone', fields, 'fr').replace(/\s/g, ' ')).toBe('01 99 00 11 22');
  expect(wordsOfField('courriels', fields, 'fr')).toBe('');
});

test('each language writes its days and its marks', () => {
  const fields = { openingHours: 'Mo 09:00-12:00; We 14:00-17:00' };
  expect(wordsOfField('horaires', fields, 'en')).toBe('Monday 9h-12h; Wednesday 14h-17h');
  expect(wordsOfField('horaires', fields, 'uk')).toBe('понеділок 9h-12h; середа 14h-17h');
  expect(wordsOfField('horaires', fields, 'ar')).toBe('الاثنين 9h-12h؛ الأربعاء 14h-17h');
});

test('hours written for people are read back as the same hours', () => {
  const half = fc.integer({ min: 14, max: 46 }).map((count) => count * 30);
  const anyRanges = fc
    .uniqueArray(half, { minLength: 2, maxLength: 4 })
    .map((times) => times.toSorted((a, b) => a - b))
    .filter((times) => times.length % 2 === 0)
    .map((times) =>
      times.flatMap((time, rank) => (rank % 2 === 0 ? [[time, times[rank + 1]!] as [number, number]] : [])),
    );
  fc.assert(
    fc.property(anyRanges, (ranges) => {
      const read = parseOpeningHours({ days: { Tu: [plainRanges(ranges)] } });
      const tuesday = read.ok ? weekOf(read.value.osm)?.[1] : undefined;
      return JSON.stringify(tuesday?.ranges) === JSON.stringify(ranges);
    }),
  );
});
