import KDBush from 'kdbush';
import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import type { Catalogue, PlaceAnswer, PublishedPlace, RemovedPlace } from './place.ts';

export interface CatalogueInput {
  revision: number;
  refreshedAt: Date;
  places: readonly PublishedPlace[];
  merged: ReadonlyMap<string, string>;
  removed: ReadonlyMap<string, RemovedPlace>;
}

/** The read model of the directory: immutable, so that a search never sees half of an update. */
export function buildCatalogue(input: CatalogueInput): Catalogue {
  const places = [...input.places].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(places.map((place) => [place.id, place]));
  const located = places.filter(
    ({ fields }) =>
      fields.latitude !== undefined &&
      fields.longitude !== undefined &&
      fields.coordinatesPrecision !== 'doubtful',
  );
  const nearest = nearestFinder(located);
  const find = (id: string): PlaceAnswer => {
    const place = byId.get(id);
    if (place) return { kind: 'published', place };
    const into = input.merged.get(id);
    if (into !== undefined) return { kind: 'merged', into };
    const removed = input.removed.get(id);
    return removed ? { kind: 'removed', ...removed } : { kind: 'unknown' };
  };
  const { revision, refreshedAt, merged, removed } = input;
  return { revision, refreshedAt, places, merged, removed, find, nearest };
}

/** A degree of latitude, shortened by 1 % so that a box in degrees never cuts a circle in metres. */
const METRES_PER_DEGREE = 110_000;
const FIRST_RADIUS_METRES = 5_000;
const HALF_TURN_METRES = 20_100_000;

function nearestFinder(located: readonly PublishedPlace[]): Catalogue['nearest'] {
  const index = new KDBush(located.length);
  for (const { fields } of located) index.add(fields.longitude!, fields.latitude!);
  index.finish();
  return (point, options = {}) => {
    const { limit = Number.POSITIVE_INFINITY, radiusMetres = HALF_TURN_METRES, accept } = options;
    // Grow the circle until it holds enough places: exact, since every place nearer than the radius is inside.
    for (
      let radius = Math.min(FIRST_RADIUS_METRES, radiusMetres);
      ;
      radius = Math.min(radius * 4, radiusMetres)
    ) {
      const found = within(index, located, { point, radius }).filter(({ place }) => !accept || accept(place));
      if (found.length >= limit || radius >= radiusMetres) return found.slice(0, limit);
    }
  };
}

function within(
  index: KDBush,
  located: readonly PublishedPlace[],
  { point, radius }: { point: Point; radius: number },
): { place: PublishedPlace; distanceMetres: number }[] {
  return candidates(index, point, radius)
    .map((rank) => located[rank]!)
    .map((place) => ({
      place,
      distanceMetres: distanceMetres(point, {
        latitude: place.fields.latitude!,
        longitude: place.fields.longitude!,
      }),
    }))
    .filter((found) => found.distanceMetres <= radius)
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.place.id < b.place.id ? -1 : 1));
}

/** Ranks in a box around the circle; near the poles or across the date line, everything. */
function candidates(index: KDBush, { latitude, longitude }: Point, radius: number): number[] {
  const degrees = radius / METRES_PER_DEGREE;
  const widest = Math.abs(latitude) + degrees;
  const width = widest < 89 ? degrees / Math.cos((widest * Math.PI) / 180) : 360;
  if (longitude - width < -180 || longitude + width > 180) return index.range(-180, -90, 180, 90);
  return index.range(longitude - width, latitude - degrees, longitude + width, latitude + degrees);
}
