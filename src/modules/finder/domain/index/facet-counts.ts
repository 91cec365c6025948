import { type Bits, countCommon, filledWords, forEachBit, newBits } from './bits.ts';
import { USUAL_FACETS } from './calendar.ts';
import type { Facet, FacetCounts } from './facets.ts';
import type { IndexData } from './index-data.ts';
import type { IndexQuery } from './index-query.ts';
import { countMasks } from './mask-counts.ts';
import type { OpenNow } from './open-hours.ts';
import type { RankList } from './rank-list.ts';
import { bitsOf, type Engine, OPEN_NOW, type Selection } from './selection.ts';

type Counts = Record<Facet, number>;
type CountFacets = (selection: Selection, query: IndexQuery) => FacetCounts;

/** Counts how many of the places selected have each facet. */
export function openCounts(engine: Engine, facets: readonly Facet[]): CountFacets {
  const none = Object.fromEntries(facets.map((facet) => [facet, 0])) as Counts;
  const groups = groupsOf(engine.data);
  const room = newBits(engine.data.count);
  return ({ bits, list }, query) => {
    const counts = { ...none };
    const now = query.openAt && engine.hours.at(query.openAt);
    if (bits) {
      const filled = filledWords(bits, room);
      const count = (others: Bits) => countCommon(bits, others, filled);
      for (const facet of facets) counts[facet] = count(bitsOf(engine, facet, query));
      if (now) counts[OPEN_NOW] = count(now.all());
      return counts;
    }
    for (const { names, masks } of groups) addCounts(counts, names, countMasks(list, masks));
    if (!now) return counts;
    addCounts(counts, USUAL_FACETS, countMasks(list, engine.hours.usualMasks(query.openAt!)));
    // Chosen, it has taken all the others away.
    counts[OPEN_NOW] = query.facets?.includes(OPEN_NOW) ? list.count : countOpen(list, now);
    return counts;
  };
}

/** Up to 32 facets, as one bit each in the mask of every place. */
interface Group {
  names: readonly Facet[];
  masks: Uint32Array;
}

const MASK_BITS = 32;

function groupsOf({ facets, count }: IndexData): Group[] {
  const all = [...facets];
  return Array.from({ length: Math.ceil(all.length / MASK_BITS) }, (_, group) => {
    const own = all.slice(MASK_BITS * group, MASK_BITS * (group + 1));
    const masks = new Uint32Array(count);
    for (const [place, [, bits]] of own.entries()) {
      forEachBit(bits, (rank) => {
        masks[rank]! |= 1 << place;
      });
    }
    return { names: own.map(([facet]) => facet), masks };
  });
}

function addCounts(counts: Counts, names: readonly Facet[], found: Uint32Array): void {
  for (let at = 0; at < names.length; at += 1) if (found[at] !== 0) counts[names[at]!] = found[at]!;
}

function countOpen({ room, count }: RankList, now: OpenNow): number {
  const isOpen = now.test(count);
  let open = 0;
  for (let at = 0; at < count; at += 1) if (isOpen(room[at]!)) open += 1;
  return open;
}
