import { expect, test } from 'vitest';
import { type LocatedAddress, lacksPoint, withLocation } from './address-location.ts';
import type { NormalisedRow } from './plan-import.ts';

const row = (fields: NormalisedRow['fields']): NormalisedRow => ({
  row: { position: 7, cells: {}, raw: {} },
  hash: 'h',
  fields,
  issues: [],
  rejected: null,
});
const unlocated = row({ name: 'Espace Mimosa', address: '1 rue des Essais', codeInsee: '69266' });
const found: LocatedAddress = {
  point: { latitude: 45.77, longitude: 4.88 },
  score: 0.9,
  precision: 'housenumber',
  label: '1 Rue des Essais 69100 Villeurbanne',
  codeInsee: '69266',
};

test('an address found at its door gives the point, keeps its precision, and is told to the producer', () => {
  const located = withLocation(unlocated, found);
  expect(located.fields).toMatchObject({
    latitude: 45.77,
    longitude: 4.88,
    coordinatesPrecision: 'housenumber',
  });
  expect(located.issues).toMatchObject([
    { position: 7, reason: 'coordinates-from-address', decision: 'repaired' },
  ]);
});

test('a doubtful answer, another commune, or the middle of a commune locates nothing', () => {
  for (const doubtful of [
    null,
    { ...found, score: 0.4 },
    { ...found, codeInsee: '69123' },
    { ...found, precision: 'municipality' as const },
  ])
    expect(withLocation(unlocated, doubtful)).toBe(unlocated);
});

test('only accepted records with an address and no point are asked', () => {
  expect(lacksPoint(unlocated)).toBe(true);
  expect(lacksPoint(row({ name: 'A', address: '1 rue', latitude: 45, longitude: 4 }))).toBe(false);
  expect(lacksPoint(row({ name: 'A' }))).toBe(false);
  expect(lacksPoint({ ...unlocated, rejected: 'no-location' })).toBe(false);
});
