import { expect, test } from 'vitest';
import { allCommunes } from '../../../../test/support/catalogue.ts';
import { suggestCommunes, townsMisspelt } from './suggest-communes.ts';

const namesFor = (text: string) => suggestCommunes(text, allCommunes(), 5).map(({ name }) => name);

test('a slip of the finger still finds the town', () => {
  expect(namesFor('Vileurbanne')).toContain('Villeurbanne');
  expect(namesFor('Venisieux')).toContain('Vénissieux');
});

test('the beginning of a name finds the largest towns that start so', () => {
  expect(namesFor('Vaulx-en')).toContain('Vaulx-en-Velin');
});

test('two letters suggest nothing', () => {
  expect(namesFor('Ly')).toEqual([]);
});

const behind = (text: string, names: readonly string[]) =>
  townsMisspelt(text, names, allCommunes()).map(({ name }) => name);

test('places found by a name that is nearly theirs do not hide the towns meant', () => {
  expect(behind('mulouse', ['Agence de Mulhouse'])).toEqual(['Mulhouse']);
  expect(behind('Sant Etiene', ['Maison de Saint-Étienne'])[0]).toBe('Saint-Étienne');
});

test('the very name of a place makes one think of a large town only', () => {
  expect(behind('bordeau', ['Centre du Pont-Bordeau'])).toEqual(['Bordeaux']);
  expect(behind('maison', ['Maison des Tilleuls'])).toEqual([]);
});
