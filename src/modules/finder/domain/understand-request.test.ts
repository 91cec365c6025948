import { expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace } from '../../../../test/support/catalogue.ts';
import { NEED_SENTENCES } from '../../../../test/support/need-sentences.ts';
import { understandRequest } from './understand-request.ts';

const world = {
  communes: allCommunes(),
  catalogue: aCatalogue([
    aPlace('saules', { name: 'Espace numérique des Trois-Saules' }),
    aPlace('souris', { name: 'Un ordinateur pour tous' }),
  ]),
};
const read = (text: string): [need: string, ou: string] => {
  const { understanding, ou } = understandRequest(text, world);
  return [understanding.need, ou];
};

test('a sentence may say what and where', () => {
  expect(read('refaire ma carte vitale à Bron')).toEqual(['demarche', 'Bron']);
  expect(read('imprimer près de Vaulx-en-Velin')).toEqual(['internet', 'Vaulx-en-Velin']);
  expect(read('faire un cv 69500')).toEqual(['travail', '69500']);
  expect(read('69 120 caf')).toEqual(['demarche', '69120']);
  expect(read('impots vaulx en velin')).toEqual(['demarche', 'vaulx en velin']);
});

test('a town, an address or the name of a place says where only', () => {
  expect(read('Lyon')).toEqual(['tout', 'Lyon']);
  expect(read('12 rue des Essais, Vaulx-en-Velin')).toEqual(['tout', '12 rue des Essais, Vaulx-en-Velin']);
  expect(read('trois saules')).toEqual(['tout', 'trois saules']);
  // The word of a need is one, though a place has it in its name.
  expect(read('espace numérique des trois saules')).toEqual(['tout', 'espace numérique des trois saules']);
  expect(read('ordinateur')).toEqual(['apprendre', '']);
});

test('an arrondissement says where, however it is said, alone or after a need', () => {
  for (const ou of [
    'marseille',
    'marseille 13',
    '13e arrondissement marseille',
    'lyon troisième',
    'Paris XX',
  ])
    expect(read(ou)).toEqual(['tout', ou]);
  expect(read('refaire ma carte vitale à marseille 13e')).toEqual(['demarche', 'marseille 13e']);
  expect(read('imprimer dans le 3e à Lyon')).toEqual(['internet', 'le 3e à Lyon']);
  expect(read('faire un cv paris vingtième')).toEqual(['travail', 'paris vingtième']);
  // A day and the number of a street are no arrondissements.
  expect(read('imprimer le 8 mai à Lyon')).toEqual(['internet', 'Lyon']);
  expect(read('rue des 13 vents, Lyon')[1]).not.toMatch(/^13/);
});

test('what is not understood does not hide where', () => {
  expect(read('une boulangerie à Lyon')).toEqual(['tout', 'Lyon']);
  // « Vaulx » sounds like « vol », which is a need.
  expect(read('une boulangerie à Vaulx-en-Velin')).toEqual(['tout', 'Vaulx-en-Velin']);
});

test('a word that says a need is not a town, though communes bear the names of Cours, Ligné and Pas', () => {
  expect(read('cours')).toEqual(['apprendre', '']);
  expect(read('payer en ligne')).toEqual(['demarche', '']);
  expect(read('je ne sais pas')).toEqual(['tout', '']);
});

test('what narrows is neither a need nor a town', () => {
  const request = (text: string) => {
    const { understanding, filters, ou } = understandRequest(text, world);
    return [understanding.need, [...filters].sort(), ou];
  };
  expect(request('sans rendez-vous à Bron')).toEqual(['tout', ['sans-rendez-vous'], 'Bron']);
  expect(request('ordinateur gratuit le samedi')).toEqual(['materiel', ['gratuit', 'ouvert-samedi'], '']);
  expect(request('faire un cv en arabe Vaulx-en-Velin')).toEqual([
    'travail',
    ['autres-langues'],
    'Vaulx-en-Velin',
  ]);
  expect(request('le dimanche')).toEqual(['tout', ['ouvert-dimanche'], '']);
  expect(request('ouvert maintenant')).toEqual(['tout', ['ouvert-maintenant'], '']);
});

test('saying a filter besides changes nothing of the need', () => {
  const sentences = Object.values(NEED_SENTENCES).flat();
  const changed = sentences.filter(([, text]) => {
    const { understanding, filters } = understandRequest(`${text}, sans rendez-vous`, world);
    return understanding.need !== read(text)[0] || !filters.includes('sans-rendez-vous');
  });
  expect(changed).toEqual([]);
});

test('no sentence of the collection loses its need to the name of a town', () => {
  const sentences = Object.values(NEED_SENTENCES).flat();
  const taken = sentences.filter(([meant, text]) => meant !== 'tout' && read(text)[1] !== '');
  expect(taken).toEqual([]);
});
