import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bruteForceSearch } from '../../../../../test/support/brute-force-search.ts';
import { aPlace, TUESDAY } from '../../../../../test/support/catalogue.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import { SERVICES } from '../../../standard/index.ts';
import { FACETS } from './facets.ts';
import type { IndexQuery } from './index-query.ts';
import { placeIndexOf } from './place-index-of.ts';

const some = <Value>(values: readonly Value[]) =>
  fc.subarray([...values], { maxLength: Math.min(3, values.length) });
const HOURS = [
  'Mo-Fr 09:00-12:00,14:00-17:10',
  'Sa 10:00-12:00',
  'Tu 14:00-20:00; PH off',
  '24/7',
  'Mo-Fr 08:00-12:00',
];

/** A few streets, so that many stand at the same distance and bear the same name. */
const fields: fc.Arbitrary<PlaceFields> = fc
  .record(
    {
      name: fc.constantFrom(
        'Médiathèque',
        'Bibliothèque du Lac',
        'FS de Bron',
        'France Services',
        'Maison St Jean',
        'Mairie',
      ),
      point: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
      commune: fc.constantFrom('Bron', 'Saint-Étienne', 'Cayenne', 'Suva'),
      hours: fc.constantFrom(...HOURS),
      services: some(SERVICES),
      audiences: some(['Jeunes', 'Seniors']),
      fees: some(['Gratuit', 'Payant']),
      accessModes: some(['Se présenter', "Ce lieu n'accueille pas de public"]),
    },
    { requiredKeys: ['name', 'commune'] },
  )
  .map(({ point, commune, hours, ...rest }) => ({
    ...rest,
    ...TOWNS[commune],
    commune,
    ...(hours && { openingHours: hours }),
    ...(point && {
      latitude: TOWNS[commune].latitude + point[0] / 50,
      longitude: TOWNS[commune].longitude + point[1] / 50,
    }),
  }));

const TOWNS = {
  Bron: { codeInsee: '69029', postalCode: '69500', latitude: 45.73, longitude: 4.91 },
  'Saint-Étienne': { codeInsee: '42218', postalCode: '42000', latitude: 45.43, longitude: 4.39 },
  Cayenne: { codeInsee: '97302', postalCode: '97300', latitude: 4.93, longitude: -52.33 },
  // Across the date line, where longitudes jump.
  Suva: { codeInsee: '98601', postalCode: '98600', latitude: -13.3, longitude: 179.95 },
} as const;

const query: fc.Arbitrary<IndexQuery> = fc.record(
  {
    origin: fc.record({
      latitude: fc.constantFrom(45.73, 45.75, 4.95, -13.3, 89.9, -90),
      longitude: fc.constantFrom(4.91, 4.95, -52.3, 179.99, -179.99),
    }),
    radiusMetres: fc.constantFrom(0, 3_000, 20_000, 60_000, 30_000_000),
    communes: fc.constantFrom(new Set(['69029']), new Set(['42218', '97302']), new Set<string>()),
    departement: fc.constantFrom('69', '973', '01'),
    text: fc.constantFrom(
      'mediatheque',
      'bibliotheke',
      'st jean',
      'bron',
      'france services',
      'lac bron',
      'mai',
      'zzz',
      '',
    ),
    facets: some(FACETS),
    openAt: fc.constantFrom(TUESDAY, new Date('2026-12-25T09:59:59Z'), new Date('2027-03-01T18:05:00Z')),
    offset: fc.integer({ min: 0, max: 8 }),
    limit: fc.integer({ min: 0, max: 250 }),
  },
  { requiredKeys: [] },
);

type Search = ReturnType<typeof bruteForceSearch>;

const asText = ({ hits, total, counts }: ReturnType<Search>): string =>
  JSON.stringify([hits.map(({ place, distanceMetres }) => [place.id, distanceMetres]), total, counts]);

const toPlaces = (drafts: readonly PlaceFields[]): PublishedPlace[] =>
  drafts.map((draft, rank) => aPlace(`p${rank}`, draft));

function expectSame(places: readonly PublishedPlace[], reference: Search, one: IndexQuery): void {
  const index = placeIndexOf(places);
  const answer = index.search(one);
  expect(asText(answer)).toBe(asText(reference(one)));
  const { counts: _, ...list } = answer;
  expect(index.list(one)).toEqual(list);
}

describe('every answer is the one found by looking at every place: order, ties, total and counts', () => {
  test('in small directories', () => {
    const queries = fc.array(query, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 60 }), queries, (drafts, asked) => {
        const places = toPlaces(drafts);
        const reference = bruteForceSearch(places);
        for (const one of asked) expectSame(places, reference, one);
      }),
      { numRuns: 60 },
    );
  });

  test('among many places, where whole runs of the spatial tree are taken or skipped', () => {
    const places = toPlaces(fc.sample(fields, { numRuns: 900, seed: 1 }));
    const reference = bruteForceSearch(places);
    fc.assert(
      fc.property(query, (one) => expectSame(places, reference, one)),
      { numRuns: 100 },
    );
  });
});
