import { expect, test } from 'vitest';
import { allCommunes } from '../../../../test/support/catalogue.ts';
import { suggestCommunes } from './suggest-communes.ts';

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
