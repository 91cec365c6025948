import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace } from '../../../../test/support/catalogue.ts';
import { locate } from './locate.ts';

const world = {
  communes: allCommunes(),
  catalogue: aCatalogue([
    aPlace('mediatheque', {
      name: 'Médiathèque Jeanne-Plumier',
      address: '3 place du Modèle',
      commune: 'Vaulx-en-Velin',
      codeInsee: '69256',
      latitude: 45.772,
      longitude: 4.928,
    }),
    aPlace('maison-1', { name: 'Maison des Tilleuls', latitude: 45.73, longitude: 4.91 }),
    aPlace('maison-2', { name: 'Maison des Acacias', latitude: 45.73, longitude: 4.92 }),
  ]),
};

const codesOf = (ou: string) => locate(ou, world)?.communes.map(({ codeInsee }) => codeInsee);

describe('where a person means', () => {
  test.each([
    ['Vaulx-en-Velin', '69256'],
    ['vaulx en velin', '69256'],
    ['VAULX EN VELIN', '69256'],
    ['St Etienne', '42218'],
    ['  Bron  ', '69029'],
    ['Lyon', '69123'],
    ['Villeurbanne 69100', '69266'],
    ['69100 Villeurbanne', '69266'],
  ])('« %s » is the commune %s', (ou, codeInsee) => {
    expect(codesOf(ou)).toEqual([codeInsee]);
  });

  test('a postal code gives every commune that has it, and a point among them', () => {
    const located = locate('69670', world);
    expect(located?.kind).toBe('postal-code');
    expect(located?.communes.map(({ name }) => name)).toContain('Vaugneray');
    expect(located?.point?.latitude).toBeCloseTo(45.7, 0);
  });

  test.each([
    ['marseille 13', 'Marseille 13e Arrondissement'],
    ['13e arrondissement marseille', 'Marseille 13e Arrondissement'],
    ['lyon troisième', 'Lyon 3e Arrondissement'],
    ['Paris XX', 'Paris 20e Arrondissement'],
    ['paris 75020', 'Paris 20e Arrondissement'],
    ['75020', 'Paris 20e Arrondissement'],
    ['75116', 'Paris 16e Arrondissement'],
    ['13013', 'Marseille 13e Arrondissement'],
    // In brackets, or before the city, a number is that of the département.
    ['Marseille (13)', 'Marseille'],
    ['13 marseille', 'Marseille'],
    ['Paris 21', 'Paris'],
  ])('« %s » is %s, whose name says what was understood', (ou, label) => {
    const { label: understood, communes, point } = locate(ou, world)!;
    expect([understood, communes.length]).toEqual([label, 1]);
    expect(point).toEqual(communes[0]!.centre);
  });

  test('a postal code with spaces is still a postal code', () => {
    expect(locate('69 100', world)?.label).toBe('Villeurbanne');
  });

  test.each([
    ['69', 'Rhône (69)'],
    ['Rhône', 'Rhône (69)'],
    ['département de l’Isère', 'Isère (38)'],
    ['2A', 'Corse-du-Sud (2A)'],
  ])('« %s » is a département', (ou, label) => {
    expect(locate(ou, world)).toMatchObject({ kind: 'departement', label });
  });

  test('a town wins over the département of the same name, which stays one press away', () => {
    expect(locate('Vienne', world)).toMatchObject({ kind: 'commune', label: 'Vienne', departement: '86' });
    expect(locate('Paris', world)).not.toHaveProperty('departement');
    expect(locate('Bron', world)).not.toHaveProperty('departement');
  });

  test('a département wins over a village of the same name, which stays one press away', () => {
    for (const [ou, label, village] of [
      ['Creuse', 'Creuse (23)', '80225'],
      ['La Réunion', 'La Réunion (974)', '47222'],
    ]) {
      const located = locate(ou!, world);
      expect(located).toMatchObject({ kind: 'departement', label });
      expect(located?.namesakes.map(({ codeInsee }) => codeInsee)).toEqual([village]);
    }
    expect(codesOf('Creuse 80480')).toEqual(['80225']);
  });

  test('an address is in its commune, written with a comma, a postal code or neither', () => {
    for (const ou of ['12 rue des Essais, Bron', '12 rue des Essais 69500 Bron', '12 rue des Essais Bron']) {
      expect(locate(ou, world)).toMatchObject({ kind: 'address', label: 'Bron' });
    }
  });

  test('the address of a known place is at that very place', () => {
    const located = locate('3 place du Modèle, Vaulx-en-Velin', world);
    expect(located?.point).toEqual({ latitude: 45.772, longitude: 4.928 });
  });

  test('the name of one place is that place', () => {
    expect(locate('jeanne plumier', world)).toMatchObject({ kind: 'place', placeId: 'mediatheque' });
  });

  test('a name that several places bear names none of them', () => {
    const located = locate('maison', world);
    expect(located?.kind).toBe('place');
    expect(located?.placeId).toBeUndefined();
  });

  test('among communes of one name, the one near the places of the directory comes first', () => {
    const bron = locate('Saint-Priest', world);
    expect(bron?.communes[0]?.codeInsee).toBe('69290');
    expect(bron?.namesakes.map(({ codeInsee }) => codeInsee)).toEqual(
      expect.arrayContaining(['07288', '23234']),
    );
  });

  test('a code after the name tells which one is meant', () => {
    expect(codesOf('Saint-Denis 93200')).toEqual(['93066']);
    expect(codesOf('Saint-Denis (93)')).toEqual(['93066']);
    expect(locate('Saint-Denis (974)', world)?.namesakes).toEqual([]);
  });

  test.each(['', '   ', '!!!', 'zzzzzzzz', '99999', '6950'])('« %s » names nothing', (ou) => {
    expect(locate(ou, world)).toBeNull();
  });

  test('any text at all gives an answer, never an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (ou) => {
        const located = locate(ou, world);
        return located === null || located.label.length > 0;
      }),
      { numRuns: 300 },
    );
  });

  test('case and accents never change the answer', () => {
    fc.assert(
      fc.property(fc.constantFrom('Décines-Charpieu', 'Bron', 'Médiathèque', '12 rue X, Lyon'), (ou) => {
        const plain = ou
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .toUpperCase();
        const [a, b] = [locate(ou, world), locate(plain, world)];
        return a?.kind === b?.kind && a?.communes[0]?.codeInsee === b?.communes[0]?.codeInsee;
      }),
    );
  });
});
