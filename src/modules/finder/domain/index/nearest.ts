import type { RankList } from './rank-list.ts';

/** The places to show, of which better ones push the others out: by distance, then in the order of names. */
export interface Nearest {
  /** By its number in the order of names. Infinite distances are unknown ones. */
  offer(name: number, metres: number): void;
  /** Nothing farther is of use any more. */
  readonly worstMetres: number;
  /** In order; nothing can be offered any more. */
  list(): { names: Uint32Array; metres: Float64Array };
}

/** A heap of at most `limit` places, one at least, the worst at its head. */
export function nearestList(limit: number): Nearest {
  const names = new Uint32Array(limit);
  const metres = new Float64Array(limit);
  let count = 0;
  return {
    get worstMetres() {
      return count < limit ? Number.POSITIVE_INFINITY : metres[0]!;
    },
    offer(name, distance) {
      if (count < limit) rise(name, distance);
      else if (distance < metres[0]! || (distance === metres[0] && name < names[0]!)) sink(name, distance);
    },
    /** Each time, the worst of those left goes behind them. */
    list() {
      for (let left = count - 1; left > 0; left -= 1) {
        const [name, distance] = [names[left]!, metres[left]!];
        names[left] = names[0]!;
        metres[left] = metres[0]!;
        count = left;
        sink(name, distance);
      }
      return { names, metres };
    },
  };

  /** Up from the end, until the one above is worse. */
  function rise(name: number, distance: number): void {
    let place = count;
    count += 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isWorse(name, distance, above)) break;
      move(above, place);
      place = above;
    }
    names[place] = name;
    metres[place] = distance;
  }

  /** Down from the head, until neither below is worse. */
  function sink(name: number, distance: number): void {
    let place = 0;
    for (let below = 1; below < count; below = 2 * place + 1) {
      const worst =
        below + 1 < count && isWorse(names[below + 1]!, metres[below + 1]!, below) ? below + 1 : below;
      if (isWorse(name, distance, worst)) break;
      move(worst, place);
      place = worst;
    }
    names[place] = name;
    metres[place] = distance;
  }

  function isWorse(name: number, distance: number, other: number): boolean {
    return distance > metres[other]! || (distance === metres[other] && name > names[other]!);
  }

  function move(from: number, to: number): void {
    names[to] = names[from]!;
    metres[to] = metres[from]!;
  }
}

/** Where no distance is asked for: the first numbers of a list in the order of names. */
export function firstNames({ room, count }: RankList, limit: number, nameOrder: Uint32Array): Uint32Array {
  if (limit > LONGEST_INSERTED)
    return Uint32Array.from(room.subarray(0, count), (rank) => nameOrder[rank]!)
      .sort()
      .subarray(0, limit);
  const names = new Uint32Array(Math.min(limit, count));
  let kept = 0;
  let last = nameOrder.length;
  for (let at = 0; at < count; at += 1) {
    const name = nameOrder[room[at]!]!;
    if (name >= last) continue;
    let place = kept < names.length ? kept++ : kept - 1;
    for (; place > 0 && names[place - 1]! > name; place -= 1) names[place] = names[place - 1]!;
    names[place] = name;
    if (kept === names.length) last = names[kept - 1]!;
  }
  return names;
}

/** Longer lists are sorted as a whole. */
const LONGEST_INSERTED = 200;
