import type { IndexAnswer } from './index/index-query.ts';
import { LONGEST_WALK_METRES } from './openness.ts';
import { listPlaces, type PlaceQuery, searchPlaces } from './search-places.ts';
import type { SearchablePlace, World } from './world.ts';

export interface OpenFirstAnswer<Place extends SearchablePlace> extends IndexAnswer<Place> {
  /** How many open places stand before the others, on all pages. */
  openFirst: number;
}

/** On a first page, as many open places may be moved without asking again for the closest; more stand in cities only. */
const SPARE = 20;

/**
 * Places that are open and that one can walk to, then all the others; in both, the order of `searchPlaces`, so that
 * this order is total too, and pages neither repeat nor skip a place.
 */
export function searchOpenFirst<Place extends SearchablePlace>(
  world: World<Place>,
  query: PlaceQuery & { openAt: Date; offset: number; limit: number },
): OpenFirstAnswer<Place> {
  const ranked = searchPlaces(world, { ...query, limit: query.limit + SPARE });
  const byDistance = { ...ranked, hits: ranked.hits.slice(0, query.limit) };
  const isMixed =
    byDistance.counts['ouvert-maintenant'] > 0 && byDistance.counts['ouvert-maintenant'] < byDistance.total;
  if (!isMixed || !isWalkable(byDistance.hits[0])) return { ...byDistance, openFirst: 0 };
  const open = openWithinWalk(world, query);
  const { offset, limit } = query;
  const first = open.slice(offset, offset + limit);
  if (first.length === limit) return { ...byDistance, hits: first, openFirst: open.length };
  const taken = new Set(open.map(({ place }) => place.id));
  const from = Math.max(0, offset - open.length);
  const upTo = from + limit - first.length;
  const needed = upTo + open.length;
  const isRanked = offset === 0 && open.length <= SPARE;
  const closest = isRanked
    ? ranked.hits.slice(0, needed)
    : listPlaces(world, { ...query, offset: 0, limit: needed }).hits;
  const others = closest.filter(({ place }) => !taken.has(place.id)).slice(from, upTo);
  return { ...byDistance, hits: [...first, ...others], openFirst: open.length };
}

const isWalkable = (found: { distanceMetres: number | null } | undefined): boolean =>
  found !== undefined && found.distanceMetres !== null && found.distanceMetres <= LONGEST_WALK_METRES;

function openWithinWalk<Place extends SearchablePlace>(world: World<Place>, query: PlaceQuery) {
  const { facets = [], radiusMetres = LONGEST_WALK_METRES } = query;
  const { hits } = listPlaces(world, {
    ...query,
    facets: [...facets, 'ouvert-maintenant'],
    radiusMetres: Math.min(radiusMetres, LONGEST_WALK_METRES),
    offset: 0,
    limit: Number.POSITIVE_INFINITY,
  });
  // Places of the commune itself are listed wherever they stand.
  return hits.filter(isWalkable);
}
