import type { SearchablePlace } from '../world.ts';
import type { PlaceIndex } from './index-query.ts';
import { buildPlaceIndex } from './place-index.ts';

/** One index per catalogue, which never changes. */
const BUILT = new WeakMap<readonly SearchablePlace[], PlaceIndex<SearchablePlace>>();

export function placeIndexOf<Place extends SearchablePlace>(places: readonly Place[]): PlaceIndex<Place> {
  const known = BUILT.get(places) as PlaceIndex<Place> | undefined;
  if (known) return known;
  const built = buildPlaceIndex(places);
  BUILT.set(places, built);
  return built;
}
