/** The places to show, of which better ones push the others out: by distance, then in the order of names. */
export interface Nearest {
  offer(rank: number, metres: number): void;
  /** Nothing farther is of use any more. */
  readonly worstMetres: number;
  /** In order; infinite distances are unknown ones. */
  list(): { rank: number; metres: number }[];
}

/** Longer lists are sorted once, at the end. */
const LONGEST_INSERTED = 200;

export const nearestList = (limit: number, nameOrder: Uint32Array): Nearest =>
  limit <= LONGEST_INSERTED ? shortList(limit, nameOrder) : longList(limit, nameOrder);

function shortList(limit: number, nameOrder: Uint32Array): Nearest {
  const ranks = new Uint32Array(limit + 1);
  const distances = new Float64Array(limit + 1);
  let count = 0;
  return {
    get worstMetres() {
      return limit === 0 ? -1 : count < limit ? Number.POSITIVE_INFINITY : distances[limit - 1]!;
    },
    offer(rank, metres) {
      if (count === limit && (limit === 0 || metres > distances[limit - 1]!)) return;
      let place = count;
      while (place > 0 && isBefore(metres, nameOrder[rank]!, place - 1)) place -= 1;
      if (place >= limit) return;
      ranks.copyWithin(place + 1, place, count);
      distances.copyWithin(place + 1, place, count);
      ranks[place] = rank;
      distances[place] = metres;
      count = Math.min(count + 1, limit);
    },
    list: () => Array.from({ length: count }, (_, at) => ({ rank: ranks[at]!, metres: distances[at]! })),
  };

  function isBefore(metres: number, name: number, at: number): boolean {
    return metres < distances[at]! || (metres === distances[at] && name < nameOrder[ranks[at]!]!);
  }
}

function longList(limit: number, nameOrder: Uint32Array): Nearest {
  const found: { rank: number; metres: number }[] = [];
  return {
    worstMetres: Number.POSITIVE_INFINITY,
    offer: (rank, metres) => void found.push({ rank, metres }),
    list: () =>
      found
        .sort((a, b) =>
          a.metres === b.metres ? nameOrder[a.rank]! - nameOrder[b.rank]! : a.metres < b.metres ? -1 : 1,
        )
        .slice(0, limit),
  };
}
