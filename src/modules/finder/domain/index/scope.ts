import { metresFrom, type Point, reachOf } from '../../../../kernel/geo.ts';
import { addBit, type BitPool, type Bits, hasBit } from './bits.ts';
import { firstFrom, type IndexData, listAt } from './index-data.ts';
import type { IndexQuery } from './index-query.ts';
import { keepListed, keepWhere, type RankList } from './rank-list.ts';
import { addCircle, type Tree } from './spatial.ts';

interface Circle {
  origin: Point;
  radiusMetres: number;
}

/** Where places must stand: in a circle, or in one of the areas. */
export interface Scope {
  circle: Circle | null;
  /** The places of all the areas together, and perhaps those of the circle too; null when no area is asked for. */
  areas: Bits | null;
}

interface Ground {
  data: Pick<IndexData, 'tree' | 'communes' | 'departements'>;
  pool: BitPool;
}

/** Null when places may stand anywhere. */
export function scopeOf({ data, pool }: Ground, query: IndexQuery): Scope | null {
  const { origin, radiusMetres, communes, departement } = query;
  const circle = origin && radiusMetres !== undefined ? { origin, radiusMetres } : null;
  if (!communes && departement === undefined) return circle && { circle, areas: null };
  const areas = pool.take();
  for (const code of communes ?? []) addArea(areas, data.communes, code);
  if (departement !== undefined) addArea(areas, data.departements, departement);
  return { circle, areas };
}

function addArea(areas: Bits, { codes, places }: IndexData['communes'], code: string): void {
  const at = firstFrom(codes, code);
  if (codes[at] === code) for (const rank of listAt(places, at)) addBit(areas, rank);
}

/** By walking the tree: what that costs does not depend on how many places there are to choose from. */
export function placesIn({ circle, areas }: Scope, { data, pool }: Ground): Bits {
  const places = areas ?? pool.take();
  if (circle) addCircle(data.tree, places, circle);
  return places;
}

/** Walking the tree costs less than looking at so many places, of a million. */
const MANY = 20_000;

/** By measuring each place that stands in the square around the circle, unless they are too many. */
export function keepListedIn(scope: Scope, list: RankList, ground: Ground): void {
  const { circle, areas } = scope;
  if (circle && list.count <= MANY) {
    const isInside = insideOf(circle, ground.data.tree);
    keepWhere(list, areas ? (rank) => hasBit(areas, rank) || isInside(rank) : isInside);
  } else keepListed(list, placesIn(scope, ground));
}

function insideOf(
  { origin, radiusMetres }: Circle,
  { coordinates, placed }: Tree,
): (rank: number) => boolean {
  const metres = metresFrom(origin);
  const reach = reachOf(origin, radiusMetres);
  return (rank) => {
    if (rank >= placed) return false;
    const longitude = coordinates[2 * rank]!;
    const latitude = coordinates[2 * rank + 1]!;
    const turn = Math.abs(longitude - origin.longitude);
    const isAround =
      Math.abs(latitude - origin.latitude) <= reach.latitude &&
      (turn <= reach.longitude || turn >= 360 - reach.longitude);
    return isAround && metres(latitude, longitude) <= radiusMetres;
  };
}
