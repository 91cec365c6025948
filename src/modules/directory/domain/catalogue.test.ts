import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceMetres } from '../../../kernel/geo.ts';
import { buildCatalogue } from './catalogue.ts';
import type { PublishedPlace } from './place.ts';

const at = (id: string, latitude: number, longitude: number): PublishedPlace => ({
  id,
  fields: { name: id, latitude, longitude },
  provenance: {},
  sources: [],
  missingSince: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});
const catalogueOf = (places: PublishedPlace[]) =>
  buildCatalogue({
    revision: 1,
    refreshedAt: new Date(0),
    places,
    merged: new Map([['old', 'new']]),
    removed: new Map(),
  });

const anyPoint = fc.record({
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
});

test('the nearest places are those that a walk over all of them finds', () => {
  const cases = fc.tuple(fc.array(anyPoint, { maxLength: 40 }), anyPoint, fc.integer({ min: 1, max: 10 }));
  fc.assert(
    fc.property(cases, ([points, from, limit]) => {
      const places = points.map((point, rank) => at(`p${rank}`, point.latitude, point.longitude));
      const found = catalogueOf(places)
        .nearest(from, { limit })
        .map((one) => one.distanceMetres);
      const walked = points
        .map((point) => distanceMetres(from, point))
        .sort((a, b) => a - b)
        .slice(0, limit);
      return JSON.stringify(found) === JSON.stringify(walked);
    }),
  );
});

test('a merged identifier leads to its survivor, an unknown one nowhere', () => {
  const catalogue = catalogueOf([at('new', 45, 4)]);
  expect(catalogue.find('old')).toEqual({ kind: 'merged', into: 'new' });
  expect(catalogue.find('new').kind).toBe('published');
  expect(catalogue.find('nowhere').kind).toBe('unknown');
});
