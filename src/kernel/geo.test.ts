import { expect, test } from 'vitest';
import { distanceMetres, fromLambert93 } from './geo.ts';

test('a place is at no distance from itself, and as far one way as the other', () => {
  const lyon = { latitude: 45.764, longitude: 4.8357 };
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  expect(distanceMetres(lyon, lyon)).toBe(0);
  expect(distanceMetres(lyon, paris)).toBe(distanceMetres(paris, lyon));
  expect(distanceMetres(lyon, paris) / 1000).toBeCloseTo(391.5, 0);
});

test('Lambert 93 gives back the origin of its projection (3° E, 46° 30 N)', () => {
  const origin = fromLambert93(700_000, 6_600_000);
  expect(origin.latitude).toBeCloseTo(46.5, 6);
  expect(origin.longitude).toBeCloseTo(3, 6);
});
