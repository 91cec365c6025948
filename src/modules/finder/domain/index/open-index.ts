import { metresFrom } from '../../../../kernel/geo.ts';
import type { Closeness } from '../text-match.ts';
import type { Found, SearchablePlace } from '../world.ts';
import {
  addBit,
  addRange,
  type BitPool,
  type Bits,
  bitPool,
  countBits,
  countCommon,
  filledWords,
  forEachBit,
  hasBit,
  isEmpty,
  keep,
  newBits,
} from './bits.ts';
import type { Facet } from './facets.ts';
import { firstFrom, type IndexData, listAt } from './index-data.ts';
import type { IndexQuery, PlaceIndex } from './index-query.ts';
import { soughtWords } from './lexicon.ts';
import { type Nearest, nearestList } from './nearest.ts';
import type { OpenHours } from './open-hours.ts';
import { addCircle, offerNearest } from './spatial.ts';
import { openWordSearch, type WordSearch } from './word-search.ts';

export interface IndexParts<Place extends SearchablePlace> {
  data: IndexData;
  /** The place of a rank. */
  placeAt: (rank: number) => Place;
  hours: OpenHours;
}

/** Answers from the columns alone: the same code in the server and in a browser. */
export function openIndex<Place extends SearchablePlace>(
  { data, placeAt, hours }: IndexParts<Place>,
  facets: readonly Facet[],
): PlaceIndex<Place> {
  const pool = bitPool(data.count);
  const engine: Engine = {
    data,
    hours,
    pool,
    words: openWordSearch(data, pool),
    nothing: newBits(data.count),
  };
  const words = newBits(data.count);
  return {
    search(query) {
      pool.reset();
      const found = select(engine, query);
      const filled = filledWords(found, words);
      const counts = {} as Record<Facet, number>;
      for (const facet of facets) counts[facet] = countCommon(found, bitsOf(engine, facet, query), filled);
      const total = countCommon(found, found, filled);
      return { hits: rank(engine, found, { query, total }).map(toFound(placeAt)), total, counts };
    },
  };
}

interface Engine {
  data: IndexData;
  hours: OpenHours;
  pool: BitPool;
  words: WordSearch;
  nothing: Bits;
}

const toFound =
  <Place extends SearchablePlace>(placeAt: (rank: number) => Place) =>
  ({ rank, metres }: { rank: number; metres: number }): Found<Place> => ({
    place: placeAt(rank),
    distanceMetres: Number.isFinite(metres) ? metres : null,
  });

function bitsOf({ data, hours, nothing }: Engine, facet: Facet, { openAt }: IndexQuery): Bits {
  const settled = data.facets as ReadonlyMap<Facet, Bits>;
  return settled.get(facet) ?? (openAt ? hours.bitsOf(facet, openAt) : undefined) ?? nothing;
}

/** The places that answer, in no order. */
function select(engine: Engine, query: IndexQuery): Bits {
  const chosen = (query.facets ?? []).map((facet) => bitsOf(engine, facet, query));
  const sought = soughtWords(query.text ?? '');
  if (sought.length > 0) {
    const named = closestWords(engine, query, sought);
    for (const bits of chosen) keep(named, bits);
    return named;
  }
  const all = engine.pool.take();
  if (engine.data.count > 0) addRange(all, 0, engine.data.count - 1);
  for (const bits of chosen) keep(all, bits);
  keepScope(engine, query, all);
  return all;
}

const DEGREES: readonly Closeness[] = ['exact', 'prefix', 'typo'];

/** Exact names of the area hide beginnings, which hide slips; whatever is chosen besides. */
function closestWords(engine: Engine, query: IndexQuery, sought: readonly string[]): Bits {
  for (const degree of DEGREES) {
    const found = engine.words(sought, degree);
    if (isEmpty(found)) continue;
    keepScope(engine, query, found);
    if (!isEmpty(found)) return found;
  }
  return engine.pool.take();
}

/** Fewer candidates than this are measured one by one: a circle of the size of a town costs about as much. */
const FEW = 400;

function keepScope({ data, pool }: Engine, query: IndexQuery, bits: Bits): void {
  const { origin, radiusMetres, communes, departement } = query;
  const circle = origin && radiusMetres !== undefined ? { origin, radiusMetres } : null;
  if (!circle && !communes && departement === undefined) return;
  const scope = pool.take();
  for (const code of communes ?? []) addArea(scope, data.communes, code);
  if (departement !== undefined) addArea(scope, data.departements, departement);
  if (circle && countBits(bits) <= FEW) addCandidates(data, scope, { bits, ...circle });
  else if (circle) addCircle(data.tree, scope, circle);
  keep(bits, scope);
}

function addArea(scope: Bits, { codes, places }: IndexData['communes'], code: string): void {
  const at = firstFrom(codes, code);
  if (codes[at] === code) for (const rank of listAt(places, at)) addBit(scope, rank);
}

type Circle = Required<Pick<IndexQuery, 'origin' | 'radiusMetres'>>;

function addCandidates(
  { tree }: IndexData,
  scope: Bits,
  { bits, origin, radiusMetres }: Circle & { bits: Bits },
): void {
  const metres = metresFrom(origin);
  forEachBit(bits, (rank) => {
    if (rank >= tree.placed) return;
    if (metres(tree.coordinates[2 * rank + 1]!, tree.coordinates[2 * rank]!) <= radiusMetres)
      addBit(scope, rank);
  });
}

function rank(
  { data }: Engine,
  found: Bits,
  { query, total }: { query: IndexQuery; total: number },
): { rank: number; metres: number }[] {
  const { origin, offset = 0, limit = Number.POSITIVE_INFINITY } = query;
  if (limit === 0 || offset >= total) return [];
  const list = nearestList(Math.min(offset + limit, total), data.nameOrder);
  const { tree, count } = data;
  if (origin && total > FEW) {
    offerNearest(tree, found, { origin, list });
    for (let rank = tree.placed; rank < count; rank += 1)
      if (hasBit(found, rank)) list.offer(rank, Number.POSITIVE_INFINITY);
  } else offerAll(data, found, { origin, list });
  return list.list().slice(offset);
}

function offerAll(
  { tree }: IndexData,
  found: Bits,
  { origin, list }: { origin: IndexQuery['origin']; list: Nearest },
): void {
  const metres = origin && metresFrom(origin);
  forEachBit(found, (rank) => {
    const isPlaced = metres !== undefined && rank < tree.placed;
    list.offer(
      rank,
      isPlaced
        ? metres(tree.coordinates[2 * rank + 1]!, tree.coordinates[2 * rank]!)
        : Number.POSITIVE_INFINITY,
    );
  });
}
