import { expect, test } from 'vitest';
import { isolated, plural } from './public-languages.ts';
import { theHour } from './spanish-clock.ts';

test('Ukrainian and Arabic count with all their forms', () => {
  const uk = (count: number) => plural('uk', count, { one: '# місце', few: '# місця', many: '# місць' });
  expect([1, 2, 5, 11, 21, 24].map(uk)).toEqual([
    '1 місце',
    '2 місця',
    '5 місць',
    '11 місць',
    '21 місце',
    '24 місця',
  ]);
  const forms = { zero: 'zero', one: 'one', two: 'two', few: '# few', many: '# many', other: '# other' };
  const ar = (count: number) => plural('ar', count, forms);
  expect([0, 1, 2, 3, 11, 100].map(ar)).toEqual(['zero', 'one', 'two', '3 few', '11 many', '100 other']);
});

test('nothing is counted in the singular in French, in the plural in English', () => {
  expect(plural('fr', 0, { one: '# lieu', other: '# lieux' })).toBe('0 lieu');
  expect(plural('en', 0, { one: '# place', other: '# places' })).toBe('0 places');
});

test('a name keeps its own direction inside an Arabic sentence', () => {
  expect([...isolated('Bron')].map((sign) => sign.codePointAt(0)!.toString(16))).toEqual([
    '2068',
    '42',
    '72',
    '6f',
    '6e',
    '2069',
  ]);
});

test('Spanish says one o’clock in the singular, ten and thirteen in the plural', () => {
  expect(['1:00', '1:30', '10:00', '13:00'].map(theHour)).toEqual([
    'la 1:00',
    'la 1:30',
    'las 10:00',
    'las 13:00',
  ]);
});
