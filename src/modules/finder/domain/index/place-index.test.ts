import { describe, expect, test } from 'vitest';
import { aPlace, TUESDAY } from '../../../../../test/support/catalogue.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import { FACETS, type Facet, isFacet } from './facets.ts';
import type { IndexQuery } from './index-query.ts';
import { placeIndexOf } from './place-index-of.ts';

const BRON = { latitude: 45.7344, longitude: 4.9118 };
const search = (places: Record<string, PlaceFields>, query: IndexQuery) =>
  placeIndexOf(Object.entries(places).map(([id, fields]) => aPlace(id, fields))).search(query);
const idsOf = (places: Record<string, PlaceFields>, query: IndexQuery) =>
  search(places, query).hits.map(({ place }) => place.id);

describe('what a list can be narrowed by', () => {
  const CASES: [Facet, PlaceFields][] = [
    ['gratuit', { fees: ['Gratuit'] }],
    ['sans-rendez-vous', { accessModes: ['Se présenter'] }],
    ['a-distance', { supportModes: ['À distance'] }],
    ['pass', { acceptsPassNumerique: true }],
    ['itinerant', { mobility: ['Itinérant'] }],
    ['accessible', { accessibilityUrl: 'https://acceslibre.example/ici' }],
    ['seniors', { audiences: ['Seniors'] }],
    ['surdite', { specialCare: ['Surdité'] }],
    ['anglais', { specialCare: ['Langues étrangères (anglais)'] }],
    ['Utilisation sécurisée du numérique', { services: ['Utilisation sécurisée du numérique'] }],
    ['ouvert-maintenant', { openingHours: 'Tu 14:00-17:00' }],
    ['ouvert-mardi', { openingHours: 'Tu 14:00-17:00' }],
    ['ouvert-samedi', { openingHours: 'Sa 09:00-12:00' }],
    ['ouvert-soir', { openingHours: 'Th 16:00-18:30' }],
  ];

  test.each(CASES)('« %s » keeps the places that say so, never those that say nothing', (facet, fields) => {
    expect(idsOf({ yes: fields, silent: {} }, { facets: [facet], openAt: TUESDAY })).toEqual(['yes']);
  });

  test('a place that is free for some only is not free; one that closes at 18 h is not open in the evening', () => {
    expect(idsOf({ some: { fees: ['Gratuit', 'Payant'] } }, { facets: ['gratuit'] })).toEqual([]);
    expect(idsOf({ day: { openingHours: 'Mo 09:00-18:00' } }, { facets: ['ouvert-soir'] })).toEqual([]);
  });

  test('a place that receives nobody is never open now', () => {
    const closed = { openingHours: '24/7', accessModes: ["Ce lieu n'accueille pas de public"] };
    expect(idsOf({ closed }, { facets: ['ouvert-maintenant'], openAt: TUESDAY })).toEqual([]);
  });

  test('names of facets are told from any other text', () => {
    expect(FACETS.every(isFacet)).toBe(true);
    expect(isFacet('toString')).toBe(false);
  });
});

test('each facet says how many places it would leave beside those already chosen', () => {
  const { total, counts } = search(
    {
      a: { fees: ['Gratuit'], audiences: ['Seniors'] },
      b: { fees: ['Gratuit'] },
      c: { audiences: ['Seniors'] },
    },
    { facets: ['gratuit'] },
  );
  expect([total, counts.gratuit, counts.seniors, counts.femmes]).toEqual([2, 2, 1, 0]);
});

describe('where', () => {
  const places = {
    here: { ...BRON, codeInsee: '69029' },
    near: { latitude: BRON.latitude + 0.05, longitude: BRON.longitude, codeInsee: '69266' },
    unplaced: { codeInsee: '69029' },
    far: { latitude: 43.3, longitude: 5.4, codeInsee: '13055' },
  };

  test('within a distance, or in the commune wherever it stands', () => {
    expect(idsOf(places, { origin: BRON, radiusMetres: 10_000 })).toEqual(['here', 'near']);
    const around = { origin: BRON, radiusMetres: 10_000, communes: new Set(['69029']) };
    expect(idsOf(places, around)).toEqual(['here', 'near', 'unplaced']);
  });

  test('across the date line, by name too', () => {
    const wallis = {
      east: { latitude: -13.3, longitude: 179.99 },
      west: { latitude: -13.3, longitude: -179.99 },
    };
    const around = { origin: wallis.west, radiusMetres: 10_000 };
    expect(idsOf(wallis, around)).toEqual(['west', 'east']);
    const named = {
      east: { ...wallis.east, name: 'Lac' },
      far: { name: 'Lac', latitude: -13.3, longitude: 0 },
    };
    expect(idsOf(named, { ...around, text: 'lac' })).toEqual(['east']);
  });

  test('places nowhere come after all those that stand somewhere, however many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, rank) => [`p${1000 + rank}`, rank % 2 ? BRON : {}]),
    );
    const ids = idsOf(many, { origin: BRON, offset: 248, limit: 4 });
    expect(ids).toEqual(['p1497', 'p1499', 'p1000', 'p1002']);
  });

  test('in a département; without any limit, everything', () => {
    expect(idsOf(places, { departement: '13' })).toEqual(['far']);
    expect(idsOf(places, { origin: BRON })).toEqual(['here', 'near', 'far', 'unplaced']);
  });

  test('a page is a part of the whole list, and the total is that of the whole', () => {
    const { hits, total } = search(places, { origin: BRON, offset: 1, limit: 2 });
    expect([hits.map(({ place }) => place.id), total]).toEqual([['near', 'far'], 4]);
  });
});

describe('words of the name and of the town', () => {
  const places = {
    right: { name: 'Médiathèque du Bachut' },
    slip: { name: 'Médiatèque du Bachut' },
    other: { name: 'Maison Saint-Jean', commune: 'Saint-Étienne' },
    fs: { name: 'FS de Bron' },
    ccas: { name: 'Centre communal d’action sociale' },
  };

  test.each([
    ['mediatheque bachut', ['right']],
    ['Mediathe', ['right']],
    ['bibliothèque', ['right']],
    ['mediateqe bachut', ['slip', 'right']],
    ['st jean', ['other']],
    ['jean ST ETIENNE', ['other']],
    ['france services bron', ['fs']],
    ['CCAS', ['ccas']],
    ['mediatheque piscine', []],
    ['bron', ['fs']],
  ])('« %s » finds %j: exact names hide beginnings, which hide slips', (text, ids) => {
    expect(idsOf(places, { text }).sort()).toEqual([...ids].sort());
  });
});
