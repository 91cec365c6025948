import { metresFrom, type Point } from '../../../../kernel/geo.ts';
import { type Bits, hasBit } from './bits.ts';
import type { IndexData } from './index-data.ts';
import { firstNames, type Nearest, nearestList } from './nearest.ts';
import { listBits, type RankList, toBits } from './rank-list.ts';
import { countSelected, type Engine, FEW, type Selection } from './selection.ts';
import { offerNearest } from './spatial.ts';

/** The first places of a selection, as many as asked and no more than it holds. */
export type Ranking = (selection: Selection, shown: number, origin: Point | undefined) => Ranked;

export interface Ranked {
  ranks: Uint32Array;
  /** From the origin, infinite where unknown; null without an origin. */
  metres: Float64Array | null;
}

export function openRanking(engine: Engine): Ranking {
  const { nameOrder, count } = engine.data;
  const byName = new Uint32Array(count);
  for (let rank = 0; rank < count; rank += 1) byName[nameOrder[rank]!] = rank;
  return (selection, shown, origin) => {
    const { names, metres } = origin
      ? closest(engine, selection, { origin, shown })
      : { names: firstNames(listOf(engine, selection), shown, nameOrder), metres: null };
    for (let at = 0; at < shown; at += 1) names[at] = byName[names[at]!]!;
    return { ranks: names, metres };
  };
}

function listOf({ list }: Engine, { bits }: Selection): RankList {
  if (bits) listBits(list, bits);
  return list;
}

function closest(
  engine: Engine,
  selection: Selection,
  { origin, shown }: { origin: Point; shown: number },
): ReturnType<Nearest['list']> {
  const { data, pool } = engine;
  const nearest = nearestList(shown);
  if (countSelected(selection) > FEW) {
    const bits = selection.bits ?? toBits(selection.list, pool);
    offerNearest(data, bits, { origin, nearest });
    if (nearest.worstMetres === Number.POSITIVE_INFINITY) offerUnplaced(data, bits, nearest);
  } else offerEach(data, listOf(engine, selection), { origin, nearest });
  return nearest.list();
}

function offerUnplaced({ tree, nameOrder, count }: IndexData, bits: Bits, nearest: Nearest): void {
  for (let rank = tree.placed; rank < count; rank += 1)
    if (hasBit(bits, rank)) nearest.offer(nameOrder[rank]!, Number.POSITIVE_INFINITY);
}

function offerEach(
  { tree: { coordinates, placed }, nameOrder }: IndexData,
  { room, count }: RankList,
  { origin, nearest }: { origin: Point; nearest: Nearest },
): void {
  const metres = metresFrom(origin);
  for (let at = 0; at < count; at += 1) {
    const rank = room[at]!;
    const isPlaced = rank < placed;
    nearest.offer(
      nameOrder[rank]!,
      isPlaced ? metres(coordinates[2 * rank + 1]!, coordinates[2 * rank]!) : Number.POSITIVE_INFINITY,
    );
  }
}
