import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from '../index.ts';

test.each([
  ['8 rue Neuve - 33000 Bordeaux', '8 rue Neuve', '33000', 'Bordeaux'],
  ['8, rue Neuve 33000 BORDEAUX', '8 rue Neuve', '33000', 'BORDEAUX'],
  ['8 rue Neuve\n33000 Bordeaux', '8 rue Neuve', '33000', 'Bordeaux'],
  ['8 rue Neuve, 33077 Bordeaux Cedex', '8 rue Neuve', '33077', 'Bordeaux'],
  ['8 Rue Neuve, 51200, Épernay, Marne, Grand Est, FRA', '8 Rue Neuve', '51200', 'Épernay'],
  ['17 Rue Neuve, Nouméa 98800, Nouvelle-Calédonie', '17 Rue Neuve', '98800', 'Nouméa'],
  ['17 Rue Neuve, 98 800 Nouméa', '17 Rue Neuve', '98800', 'Nouméa'],
  ['20224 CORSCIA', '', '20224', 'CORSCIA'],
])('%s holds a street, a postal code and a commune', (text, ...expected) => {
  const [street, postalCode, commune] = expected;
  expect(parseAddress(text)).toEqual({ street, postalCode, commune });
});

test('post-office boxes, buildings and floors are details', () => {
  expect(parseAddress('14 Rue Neuve CS 10070')).toEqual({ street: '14 Rue Neuve', detail: 'CS 10070' });
  expect(parseAddress('Maison des services - 285 rue du village')).toEqual({
    street: '285 rue du village',
    detail: 'Maison des services',
  });
  expect(parseAddress('6 rue Pierre France - 1er étage')).toEqual({
    street: '6 rue Pierre France',
    detail: '1er étage',
  });
});

test('the number of a post-office box is no postal code', () => {
  expect(parseAddress('Carré Neuf BP 40208')).toEqual({ street: 'Carré Neuf', detail: 'BP 40208' });
});

test('numbers with their marks stay with their street', () => {
  expect(parseAddress('13 - 15, rue Neuve').street).toBe('13 - 15 rue Neuve');
  expect(parseAddress('2 bis, place Neuve').street).toBe('2 bis place Neuve');
});

test('what cannot be told apart stays whole', () => {
  expect(parseAddress('Le Bourg')).toEqual({ street: 'Le Bourg' });
});

const addressLike = fc
  .array(
    fc.constantFrom(
      '8',
      ' ',
      'rue',
      'Neuve',
      ',',
      '\n',
      ' - ',
      '33000',
      'Bordeaux',
      'BP 12',
      'CEDEX',
      'bis',
      'place',
      'France',
      '(',
      ')',
      '.',
    ),
  )
  .map((pieces) => pieces.join(' '));

test('every text gets an answer, and the street of an address is a street by itself', () => {
  fc.assert(
    fc.property(fc.oneof(addressLike, fc.string({ unit: 'grapheme' })), (text) => {
      const { street } = parseAddress(text);
      return parseAddress(street).street === street;
    }),
  );
});
