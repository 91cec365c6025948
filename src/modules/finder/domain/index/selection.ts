import type { Closeness } from '../text-match.ts';
import { addRange, type BitPool, type Bits, countBits, keep } from './bits.ts';
import type { Facet } from './facets.ts';
import type { IndexData } from './index-data.ts';
import type { IndexQuery } from './index-query.ts';
import { soughtWords } from './lexicon.ts';
import type { OpenHours } from './open-hours.ts';
import { keepListed, keepWhere, listBits, type RankList } from './rank-list.ts';
import { keepListedIn, placesIn, scopeOf } from './scope.ts';
import type { WordSearch } from './word-search.ts';

/** What answering needs, and the rooms that every search uses again. */
export interface Engine {
  data: IndexData;
  hours: OpenHours;
  words: WordSearch;
  pool: BitPool;
  list: RankList;
  nothing: Bits;
}

/** The places that answer, in no order, until the next search: a set when they are many, else a list. */
export type Selection = { bits: Bits; list: null } | { bits: null; list: RankList };

export const OPEN_NOW = 'ouvert-maintenant';

/** What costs most comes last, when few are left. */
export function select(engine: Engine, query: IndexQuery): Selection {
  engine.pool.reset();
  const sought = soughtWords(query.text ?? '');
  const found = sought.length > 0 ? selectNamed(engine, query, sought) : selectAny(engine, query);
  if (query.facets?.includes(OPEN_NOW)) keepOpen(engine, found, query);
  return found;
}

export const countSelected = ({ bits, list }: Selection): number => (bits ? countBits(bits) : list.count);

const DEGREES: readonly Closeness[] = ['exact', 'prefix', 'typo'];

/** Exact names of the area hide beginnings, which hide slips; whatever is chosen besides. */
function selectNamed(engine: Engine, query: IndexQuery, sought: readonly string[]): Selection {
  const { list } = engine;
  const scope = scopeOf(engine, query);
  for (const degree of DEGREES) {
    engine.words(list, sought, degree);
    if (scope) keepListedIn(scope, list, engine);
    if (list.count > 0) break;
  }
  for (const facet of query.facets ?? [])
    if (facet !== OPEN_NOW) keepListed(list, bitsOf(engine, facet, query));
  return { bits: null, list };
}

/** Fewer places than this are measured one by one: a circle of the size of a town costs about as much. */
export const FEW = 400;
/** Looking at each place beats working on the whole set when it holds fewer than one place in so many. */
const LISTED_SHARE = 4;

function selectAny(engine: Engine, query: IndexQuery): Selection {
  const { data, pool, list } = engine;
  const bits = pool.take();
  if (data.count > 0) addRange(bits, 0, data.count - 1);
  for (const facet of query.facets ?? []) if (facet !== OPEN_NOW) keep(bits, bitsOf(engine, facet, query));
  const scope = scopeOf(engine, query);
  const isFew = countBits(bits) <= FEW;
  if (scope && !isFew) keep(bits, placesIn(scope, engine));
  if (!isFew && countBits(bits) > data.count / LISTED_SHARE) return { bits, list: null };
  listBits(list, bits);
  if (scope && isFew) keepListedIn(scope, list, engine);
  return { bits: null, list };
}

/** The places that have a facet, those that depend on the weeks around the instant included. */
export function bitsOf({ data, hours, nothing }: Engine, facet: Facet, { openAt }: IndexQuery): Bits {
  const settled = data.facets as ReadonlyMap<Facet, Bits>;
  return settled.get(facet) ?? (openAt ? hours.usual(facet, openAt) : undefined) ?? nothing;
}

function keepOpen({ hours, nothing }: Engine, { bits, list }: Selection, { openAt }: IndexQuery): void {
  if (bits) keep(bits, openAt ? hours.at(openAt).all() : nothing);
  else if (openAt) keepWhere(list, hours.at(openAt).test(list.count));
  else list.count = 0;
}
