interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Bounding boxes of France in decimal degrees, rounded outwards: mainland first, then overseas. */
const FRANCE: readonly Box[] = [
  { south: 41.2, north: 51.3, west: -5.4, east: 9.8 },
  { south: 14.3, north: 18.2, west: -63.3, east: -60.7 },
  { south: 2, north: 6, west: -54.7, east: -51.5 },
  { south: -21.5, north: -20.8, west: 55.1, east: 55.9 },
  { south: -13.1, north: -12.6, west: 44.9, east: 45.4 },
  { south: -23, north: -17.5, west: 157.5, east: 172.5 },
  { south: -28, north: -7.5, west: -155, east: -134 },
  { south: 46.7, north: 47.2, west: -56.6, east: -56 },
  { south: -14.5, north: -13, west: -178.5, east: -176 },
];

const DECIMAL = /^[+-]?\d{1,3}[.,]\d{2,}$/;
const toNumber = (text: string): number => Number(text.replace(',', '.').replace(/\s/g, ''));

export function isLatitude(text: string): boolean {
  const value = toNumber(text);
  return DECIMAL.test(text) && FRANCE.some(({ south, north }) => value >= south && value <= north);
}

export function isLongitude(text: string): boolean {
  const value = toNumber(text);
  return DECIMAL.test(text) && FRANCE.some(({ west, east }) => value >= west && value <= east);
}

/** Latitude first: is the point inside one territory? */
export function isInFrance(latitude: string, longitude: string): boolean {
  const [y, x] = [toNumber(latitude), toNumber(longitude)];
  return FRANCE.some(({ south, north, west, east }) => y >= south && y <= north && x >= west && x <= east);
}

const METRES = /^\d{5,7}(?:[.,]\d+)?$/;

/** Lambert 93, in metres: the whole of mainland France (IGN). */
export const isLambertX = (text: string): boolean =>
  METRES.test(text) && toNumber(text) > 90_000 && toNumber(text) < 1_300_000;

export const isLambertY = (text: string): boolean =>
  METRES.test(text) && toNumber(text) > 6_000_000 && toNumber(text) < 7_200_000;

const POINT =
  /^(?:point ?\(|\[|\{|")?\D{0,40}?(-?\d{1,3}[.,]\d{2,})["']?(?:\s*[;|/]\s*|,\s*|\s+)\D{0,30}?(-?\d{1,3}[.,]\d{2,})\D*$/i;

/** Both coordinates in one cell, in either order: « 45.75, 4.83 », « POINT(4.83 45.75) », `[4.83, 45.75]`. */
export function isPointText(text: string): boolean {
  const match = POINT.exec(text);
  if (!match) return false;
  const [, first = '', second = ''] = match;
  return isInFrance(first, second) || isInFrance(second, first);
}
