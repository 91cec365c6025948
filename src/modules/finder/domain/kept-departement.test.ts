import { expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace, TUESDAY } from '../../../../test/support/catalogue.ts';
import { packDepartement } from './kept-departement.ts';

const { communes } = allCommunes();
const PLACES = [aPlace('bron'), aPlace('bron-2', { openingHours: 'Mo 09:00-12:00; PH off' })];
const pack = (code: string, places = PLACES, past: Parameters<typeof aCatalogue>[1] = {}) =>
  packDepartement(code, {
    catalogue: aCatalogue(places, past),
    communes,
    instance: { now: TUESDAY, territoryName: 'Territoire fictif', helpPhone: undefined },
  });

test('a phone keeps the places and the communes of one département, and when it did', () => {
  const away = aPlace('ailleurs', { commune: 'Ambert', codeInsee: '63003', postalCode: '63600' });
  const kept = pack('69', [aPlace('bron'), away]);
  expect(kept).toMatchObject({ code: '69', name: 'Rhône', keptAt: TUESDAY.toISOString() });
  expect(kept?.places.map(({ id }) => id)).toEqual(['bron']);
  expect(new Set(kept?.communes.map(({ departement }) => departement))).toEqual(new Set(['69']));
});

test('links to places that moved or left are kept too, those of this département, without what they offered', () => {
  const gone = {
    name: 'Espace fermé',
    commune: 'Bron',
    codeInsee: '69029',
    services: ['Prendre des risques'],
  };
  const kept = pack('69', PLACES, {
    merged: new Map([
      ['ancien-bron', 'bron'],
      ['ancien-ambert', 'ambert'],
    ]),
    removed: new Map([
      ['ferme', { fields: gone, removedAt: TUESDAY }],
      ['ferme-ailleurs', { fields: { ...gone, codeInsee: '63003' }, removedAt: TUESDAY }],
    ]),
  });
  expect(kept?.merged).toEqual([['ancien-bron', 'bron']]);
  expect(kept?.removed).toEqual([
    { id: 'ferme', removedAt: TUESDAY.toISOString(), fields: { name: 'Espace fermé', codeInsee: '69029' } },
  ]);
});

test('hours leave the dates of holidays behind', () => {
  expect(pack('69')?.places[1]?.fields.openingHours).toBe('Mo 09:00-12:00');
});

test('what is not a département keeps nothing', () => {
  expect(pack('20')).toBeNull();
  expect(pack('../etc')).toBeNull();
});
