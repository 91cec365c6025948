export interface Point {
  /** WGS 84, decimal degrees. */
  latitude: number;
  longitude: number;
}

/** Mean Earth radius of the IUGG, in metres. */
const EARTH_RADIUS_METRES = 6_371_008.8;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/** Great-circle distance (haversine): within 0.5 % of the ellipsoid, enough for « à 450 m ». */
export const distanceMetres = (a: Point, b: Point): number => metresFrom(a)(b.latitude, b.longitude);

/** The distance from one point to many, without an object for each. */
export function metresFrom(origin: Point): (latitude: number, longitude: number) => number {
  const cosine = Math.cos(toRadians(origin.latitude));
  return (latitude, longitude) => {
    const deltaLatitude = toRadians(latitude - origin.latitude);
    const deltaLongitude = toRadians(longitude - origin.longitude);
    const h =
      Math.sin(deltaLatitude / 2) ** 2 +
      cosine * Math.cos(toRadians(latitude)) * Math.sin(deltaLongitude / 2) ** 2;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
  };
}

/** What no point of a box of longitudes and latitudes can be nearer than, and what none can be farther than. */
export interface BoxBounds {
  atLeastMetres: number;
  atMostMetres: number;
}

/** In degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Bounds that hold for every box, whatever its size, at the poles and across the date line too. */
export function boundsFrom(origin: Point): (box: Box) => BoxBounds {
  const cosine = Math.cos(toRadians(origin.latitude));
  return ([west, south, east, north]) => {
    const gap = Math.max(0, south - origin.latitude, origin.latitude - north);
    const reach = Math.max(Math.abs(north - origin.latitude), Math.abs(origin.latitude - south));
    const width = Math.max(Math.abs(east - origin.longitude), Math.abs(origin.longitude - west));
    const isBeside = origin.longitude < west || origin.longitude > east;
    // Every way into the box crosses the meridian of one of its sides.
    const aside = isBeside ? Math.min(sine(west - origin.longitude), sine(east - origin.longitude)) : 0;
    return {
      atLeastMetres: EARTH_RADIUS_METRES * Math.max(toRadians(gap), Math.asin(cosine * aside)),
      // Along the parallel of the origin, then along a meridian: one way among others.
      atMostMetres: EARTH_RADIUS_METRES * (toRadians(reach) + cosine * toRadians(Math.min(width, 180))),
    };
  };
}

/** A metre: no rounding of either side is as large. */
const SAFETY_DEGREES = 1e-5;

/** In degrees. */
export interface Reach {
  latitude: number;
  longitude: number;
}

/**
 * No point of a circle is farther from its centre than this, in latitude nor in longitude, whichever way one turns
 * around the Earth: 180 when the circle holds a pole.
 */
export function reachOf({ latitude }: Point, radiusMetres: number): Reach {
  const angle = radiusMetres / EARTH_RADIUS_METRES;
  const holdsPole = toRadians(Math.abs(latitude)) + angle >= Math.PI / 2;
  // The meridians that touch the circle.
  const sine = Math.min(1, Math.sin(angle) / Math.cos(toRadians(latitude)));
  return {
    latitude: toDegrees(angle) + SAFETY_DEGREES,
    longitude: holdsPole ? 180 : toDegrees(Math.asin(sine)) + SAFETY_DEGREES,
  };
}

const sine = (degrees: number): number => Math.abs(Math.sin(toRadians(degrees)));

// Lambert 93 (EPSG:2154) to WGS 84: inverse conic projection with the constants published by IGN (ALG0004).
const LAMBERT_93 = {
  exponent: 0.725607765053267,
  constant: 11_754_255.4261,
  falseEasting: 700_000,
  falseNorthing: 12_655_612.0499,
  centralMeridian: toRadians(3),
  eccentricity: 0.0818191910428158,
};

/** Shapes: metres in, decimal degrees out. Source: IGN, NTG 71, algorithms 2 and 4. */
export function fromLambert93(x: number, y: number): Point {
  const { exponent, constant, falseEasting, falseNorthing, centralMeridian, eccentricity } = LAMBERT_93;
  const radius = Math.hypot(x - falseEasting, y - falseNorthing);
  const angle = Math.atan((x - falseEasting) / (falseNorthing - y));
  const isometric = (-1 / exponent) * Math.log(Math.abs(radius / constant));
  let phi = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  for (let turn = 0; turn < 8; turn += 1) {
    const sine = eccentricity * Math.sin(phi);
    phi = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (eccentricity / 2) * Math.exp(isometric)) - Math.PI / 2;
  }
  return {
    latitude: (phi * 180) / Math.PI,
    longitude: ((centralMeridian + angle / exponent) * 180) / Math.PI,
  };
}
