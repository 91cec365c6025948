import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace } from '../../../../test/support/catalogue.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { SERVICES } from '../../standard/index.ts';
import { locate } from './locate.ts';
import { DEFAULT_RADIUS_METRES, searchPlaces } from './search-places.ts';

const communes = allCommunes();
const BRON = { latitude: 45.7344, longitude: 4.9118 };
const searchIn = (places: readonly PublishedPlace[], query: Parameters<typeof searchPlaces>[1]) =>
  searchPlaces({ communes, catalogue: aCatalogue(places) }, query).hits;

const SOME = SERVICES.slice(0, 3);

const anyPlaces = fc
  .array(
    fc.record({
      name: fc.constantFrom('Atelier', 'Bibliothèque', 'atelier', 'Zèbre'),
      step: fc.integer({ min: 0, max: 5 }),
      isPlaced: fc.boolean(),
      isInBron: fc.boolean(),
      services: fc.subarray(SOME),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ name, step, isPlaced, isInBron, services }, rank) =>
      aPlace(`p${rank}`, {
        name,
        services,
        codeInsee: isInBron ? '69029' : '69266',
        ...(isPlaced && { latitude: BRON.latitude + step / 20, longitude: BRON.longitude }),
      }),
    ),
  );

describe('places around', () => {
  test('distances never decrease, and unknown ones come last', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const distances = searchIn(places, {
          located: locate('Bron', { communes, catalogue: aCatalogue([]) }),
        }).map(({ distanceMetres }) => distanceMetres ?? Number.POSITIVE_INFINITY);
        return distances.every((distance, rank) => rank === 0 || distance >= distances[rank - 1]!);
      }),
    );
  });

  test('the order does not depend on the order of the directory', () => {
    fc.assert(
      fc.property(anyPlaces, fc.infiniteStream(fc.nat()), (places, keys) => {
        const shuffled = places
          .map((place) => ({ place, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ place }) => place);
        const idsOf = (all: readonly PublishedPlace[]) =>
          searchIn(all, { near: BRON }).map(({ place }) => place.id);
        return idsOf(places).join() === idsOf(shuffled).join();
      }),
    );
  });

  test('every place found offers all the services asked, and none that does is forgotten', () => {
    fc.assert(
      fc.property(anyPlaces, fc.subarray(SOME), (places, services) => {
        const found = searchIn(places, { facets: services });
        const offering = places.filter(({ fields }) =>
          services.every((one) => fields.services?.includes(one)),
        );
        return found.length === offering.length;
      }),
    );
  });

  test('no place is listed twice', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const located = locate('Bron', { communes, catalogue: aCatalogue([]) });
        const ids = searchIn(places, { located }).map(({ place }) => place.id);
        return new Set(ids).size === ids.length;
      }),
    );
  });

  test('a place of the commune is listed even without coordinates; one of another commune is not', () => {
    const here = aPlace('here', { codeInsee: '69029' });
    const elsewhere = aPlace('elsewhere', { codeInsee: '13055' });
    const located = locate('Bron', { communes, catalogue: aCatalogue([]) });
    expect(searchIn([here, elsewhere], { located }).map(({ place }) => place.id)).toEqual(['here']);
  });

  test('beyond the usual radius, a place is listed only when a wider one is asked', () => {
    const far = aPlace('far', {
      codeInsee: '38185',
      latitude: BRON.latitude + 0.3,
      longitude: BRON.longitude,
    });
    expect(searchIn([far], { near: BRON })).toEqual([]);
    expect(searchIn([far], { near: BRON, radiusMetres: 2 * DEFAULT_RADIUS_METRES })).toHaveLength(1);
  });

  test('a département lists its own places by name', () => {
    const places = [
      aPlace('b', { name: 'Beta', codeInsee: '69029' }),
      aPlace('a', { name: 'Alpha', codeInsee: '69266' }),
      aPlace('c', { name: 'Gamma', codeInsee: '38185' }),
    ];
    const located = locate('Rhône', { communes, catalogue: aCatalogue([]) });
    expect(searchIn(places, { located }).map(({ place }) => place.id)).toEqual(['a', 'b']);
  });

  test('a place name lists the places that bear it', () => {
    const places = [aPlace('x', { name: 'Cyber-base du Lac' }), aPlace('y', { name: 'Maison du Lac' })];
    const located = locate('cyber base', { communes, catalogue: aCatalogue(places) });
    expect(searchIn(places, { located }).map(({ place }) => place.id)).toEqual(['x']);
  });
});
