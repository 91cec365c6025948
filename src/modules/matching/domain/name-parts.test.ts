import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindsOf } from './kinds.ts';
import { NameReader } from './name-parts.ts';
import { Interner } from './vocabulary.ts';

const words = new Interner();
const reader = new NameReader(words);
const read = (name: string, commune = ''): { kinds: string[]; core: string[]; numerals: string[] } => {
  const communeTokens = new Set(commune.split(' ').map((word) => words.id(word)));
  const parts = reader.read(name, { communeTokens, departement: '14' });
  const texts = (tokens: readonly number[]): string[] => tokens.map((token) => words.texts[token]!);
  return { kinds: kindsOf(parts.kinds), core: texts(parts.core), numerals: texts(parts.numerals) };
};

test.each([
  ['C.C.A.S. de Brumeval', 'ccas'],
  ['CTRE COM ACTION SOCIALE', 'ccas'],
  ['Ville de Brumeval', 'mairie'],
  ['COMMUNE DE BRUMEVAL', 'mairie'],
  ['Maison de services au public', 'franceServices'],
  ['Communauté de communes de la Lance', 'epci'],
  ['Bureau de poste', 'laPoste'],
  ['Tiers-lieu La Ruche', 'tiersLieu'],
  ['E P N des Vallons', 'epn'],
])('« %s » is a %s', (name, kind) => {
  expect(read(name).kinds).toEqual([kind]);
});

test('a town inside a name does not make it a town hall', () => {
  expect(read('Médiathèque de la ville haute').kinds).toEqual(['library']);
});

test('words of its own are what remains without kind, commune and articles', () => {
  expect(read('Espace France services des Vallons de Brumeval', 'brumeval')).toEqual({
    kinds: ['franceServices'],
    core: ['vallons'],
    numerals: [],
  });
});

test('numbers are kept apart; months and the number of the département are not numbers', () => {
  expect(read('EPN n°2 Nord').numerals).toEqual(['2']);
  expect(read('Pôle social 12/22').numerals).toEqual([]);
  expect(read('Point Info 14').numerals).toEqual([]);
});

test('long forms and initials give one word', () => {
  expect(read('Union départementale des associations familiales').core).toEqual(read('UDAF').core);
});

test('any name is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => read(name).core.every((word) => word.length > 1)),
  );
});
