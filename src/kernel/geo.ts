export interface Point {
  /** WGS 84, decimal degrees. */
  latitude: number;
  longitude: number;
}

/** Mean Earth radius of the IUGG, in metres. */
const EARTH_RADIUS_METRES = 6_371_008.8;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine): within 0.5 % of the ellipsoid, enough for « à 450 m ». */
export function distanceMetres(a: Point, b: Point): number {
  const deltaLatitude = toRadians(b.latitude - a.latitude);
  const deltaLongitude = toRadians(b.longitude - a.longitude);
  const h =
    Math.sin(deltaLatitude / 2) ** 2 +
    Math.cos(toRadians(a.latitude)) * Math.cos(toRadians(b.latitude)) * Math.sin(deltaLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

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
