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
import { openCounts } from './facet-counts.ts';
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
  const settled = [...data.facets.keys()];
  const countSettled = openCounts([...data.facets.values()], data.count);
  const others = facets.filter((facet) => !(data.facets as ReadonlyMap<Facet, Bits>).has(facet));
  const room = newBits(data.count);
  const none = Object.fromEntries(facets.map((facet) => [facet, 0])) as Record<Facet, number>;
  return {
    search(query) {
      pool.reset();
      const found = select(engine, query);
      const total = countBits(found);
      const filled = filledWords(found, room);
      const counts = { ...none };
      for (const facet of others) counts[facet] = countCommon(found, bitsOf(engine, facet, query), filled);
      counts[OPEN_NOW] = countOpen(engine, found, query);
      const ofSettled = countSettled(found, total);
      for (const [at, facet] of settled.entries()) counts[facet] = ofSettled[at]!;
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

const OPEN_NOW = 'ouvert-maintenant';

function bitsOf({ data, hours, nothing }: Engine, facet: Facet, { openAt }: IndexQuery): Bits {
  const settled = data.facets as ReadonlyMap<Facet, Bits>;
  return settled.get(facet) ?? (openAt ? hours.usual(facet, openAt) : undefined) ?? nothing;
}

function countOpen({ hours, pool }: Engine, found: Bits, { openAt }: IndexQuery): number {
  if (!openAt) return 0;
  const open = pool.take();
  open.set(found);
  hours.keepOpen(open, openAt);
  return countBits(open);
}

/** The places that answer, in no order. What costs most comes last, when few are left. */
function select(engine: Engine, query: IndexQuery): Bits {
  const chosen = (query.facets ?? []).filter((facet) => facet !== OPEN_NOW);
  const found = wordsOrAll(engine, query, (bits) => {
    for (const facet of chosen) keep(bits, bitsOf(engine, facet, query));
  });
  if (query.facets?.includes(OPEN_NOW)) {
    if (query.openAt) engine.hours.keepOpen(found, query.openAt);
    else found.fill(0);
  }
  return found;
}

function wordsOrAll(engine: Engine, query: IndexQuery, keepChosen: (bits: Bits) => void): Bits {
  const sought = soughtWords(query.text ?? '');
  if (sought.length > 0) {
    const named = closestWords(engine, query, sought);
    keepChosen(named);
    return named;
  }
  const all = engine.pool.take();
  if (engine.data.count > 0) addRange(all, 0, engine.data.count - 1);
  keepChosen(all);
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
