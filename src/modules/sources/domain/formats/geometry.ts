import type { Point } from '../../../../kernel/geo.ts';

const SHAPES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']);

/** A GeoJSON geometry (RFC 7946, section 3.1), wherever it stands in a record. */
export function isGeometry(value: object): value is { type: string; coordinates: unknown } {
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  return typeof type === 'string' && SHAPES.has(type) && Array.isArray(coordinates);
}

/** The point itself, or the centre of the bounding box of a larger shape: a building is a place too. */
export function geometryCentre(coordinates: unknown): Point | null {
  const longitudes: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const latitudes: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  extend(coordinates, longitudes, latitudes);
  if (longitudes[0] > longitudes[1]) return null;
  return { longitude: middle(longitudes), latitude: middle(latitudes) };
}

function extend(coordinates: unknown, longitudes: [number, number], latitudes: [number, number]): void {
  if (!Array.isArray(coordinates)) return;
  const [longitude, latitude] = coordinates;
  if (typeof longitude === 'number' && typeof latitude === 'number') {
    widen(longitudes, longitude);
    widen(latitudes, latitude);
    return;
  }
  for (const child of coordinates) extend(child, longitudes, latitudes);
}

function widen(range: [number, number], value: number): void {
  range[0] = Math.min(range[0], value);
  range[1] = Math.max(range[1], value);
}

/** A point keeps its own digits: halving a sum would add some. */
const middle = ([low, high]: [number, number]): number => (low === high ? low : (low + high) / 2);
