import { expect, test } from 'vitest';
import { splitItems } from './value-items.ts';

test.each([
  ['Jeunes|Seniors;Femmes\nÉtudiants', ['Jeunes', 'Seniors', 'Femmes', 'Étudiants']],
  ['Imprimante, Scanner / Wifi', ['Imprimante', 'Scanner', 'Wifi']],
  ['Atelier (texte, image), Prêt', ['Atelier (texte, image)', 'Prêt']],
])('%s is parted at its separators, brackets left whole', (text, items) => {
  expect(splitItems(text)).toEqual(items);
});

test.each([
  ['{Médiathèque,"Point info"}', ['Médiathèque', 'Point info']],
  ['"Seniors","Jeunes"', ['Seniors', 'Jeunes']],
  ['["Aide, soutien", "Prêt"]', ['Aide, soutien', 'Prêt']],
  ['{"Aide; soutien"}', ['Aide; soutien']],
  ['{}', []],
])('%s is a list of a database: between quotes, nothing parts it', (text, items) => {
  expect(splitItems(text)).toEqual(items);
});

test('quotes inside a sentence make no list of it', () => {
  expect(splitItems('Atelier "photo" du mardi, Prêt')).toEqual(['Atelier "photo" du mardi', 'Prêt']);
});

test('a comma before an article goes on with the same item', () => {
  expect(splitItems('Prendre en main un ordinateur, une tablette ou un smartphone, Wifi')).toEqual([
    'Prendre en main un ordinateur, une tablette ou un smartphone',
    'Wifi',
  ]);
});
