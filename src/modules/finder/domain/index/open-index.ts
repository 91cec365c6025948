import type { Found, SearchablePlace } from '../world.ts';
import { bitPool, newBits } from './bits.ts';
import { openCounts } from './facet-counts.ts';
import type { Facet } from './facets.ts';
import type { IndexData } from './index-data.ts';
import type { IndexList, IndexQuery, PlaceIndex } from './index-query.ts';
import type { OpenHours } from './open-hours.ts';
import { newRankList } from './rank-list.ts';
import { openRanking } from './ranking.ts';
import { countSelected, type Engine, type Selection, select } from './selection.ts';
import { openWordSearch } from './word-search.ts';

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
  const engine: Engine = {
    data,
    hours,
    words: openWordSearch(data),
    pool: bitPool(data.count),
    list: newRankList(data.count),
    nothing: newBits(data.count),
  };
  const countFacets = openCounts(engine, facets);
  const rank = openRanking(engine);
  const show = (selection: Selection, query: IndexQuery): IndexList<Place> => {
    const { offset = 0, limit = Number.POSITIVE_INFINITY, origin } = query;
    const total = countSelected(selection);
    const shown = Math.min(offset + limit, total);
    const hits: Found<Place>[] = [];
    if (offset >= shown) return { hits, total };
    const { ranks, metres } = rank(selection, shown, origin);
    for (let at = offset; at < shown; at += 1)
      hits.push({ place: placeAt(ranks[at]!), distanceMetres: metres && knownMetres(metres[at]!) });
    return { hits, total };
  };
  return {
    list: (query) => show(select(engine, query), query),
    search(query) {
      const selection = select(engine, query);
      const counts = countFacets(selection, query);
      return { ...show(selection, query), counts };
    },
  };
}

const knownMetres = (metres: number): number | null => (metres === Number.POSITIVE_INFINITY ? null : metres);
