import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceMetres, fromLambert93, reachOf } from './geo.ts';

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

test('no point of a circle is beyond its reach, at the poles and across the date line too', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  const point = fc.record({ latitude: degrees(90), longitude: degrees(180) });
  const near = fc.record({ latitude: degrees(0.5), longitude: degrees(2) });
  fc.assert(
    fc.property(point, near, degrees(1), (centre, step, share) => {
      const other = {
        latitude: Math.max(-90, Math.min(90, centre.latitude + step.latitude)),
        longitude: centre.longitude + step.longitude + (share < 0 ? 360 : 0),
      };
      const reach = reachOf(centre, distanceMetres(centre, other));
      const turn = Math.abs(other.longitude - centre.longitude);
      expect(Math.abs(other.latitude - centre.latitude)).toBeLessThanOrEqual(reach.latitude);
      expect(Math.min(turn, 360 - turn)).toBeLessThanOrEqual(reach.longitude);
    }),
    { numRuns: 1_000 },
  );
});

test('the reach of a circle is hardly more than the circle', () => {
  const { latitude, longitude } = reachOf({ latitude: 60, longitude: 5 }, 111_195);
  expect(latitude).toBeCloseTo(1, 3);
  expect(longitude).toBeCloseTo(2, 2);
});
