import { type Box, boundsFrom, metresFrom, type Point } from '../../../../kernel/geo.ts';
import { addBit, addRange, type Bits, hasBit } from './bits.ts';
import type { Nearest } from './nearest.ts';

/** Points in the order that KDBush gives them: halves of halves, so that a region is a few runs of ranks. */
export interface Tree {
  /** Longitude and latitude of each placed place, two by two. */
  coordinates: Float64Array;
  /** Ranks from 0 to this are placed, the others are nowhere. */
  placed: number;
  box: Box;
}

/** As KDBush sorts it: smaller runs are not sorted. */
export const NODE_SIZE = 64;
/** Rounding of the bounds must never lose a place. */
const SAFETY_METRES = 0.01;

interface Walk {
  tree: Tree;
  first: number;
  last: number;
  axis: 0 | 1;
  box: Box;
}

const rootOf = (tree: Tree): Walk => ({ tree, first: 0, last: tree.placed - 1, axis: 0, box: tree.box });
const isLeaf = ({ first, last }: Walk): boolean => last - first <= NODE_SIZE;

interface Halves {
  middle: number;
  low: Walk;
  high: Walk;
}

function halvesOf({ tree, first, last, axis, box }: Walk): Halves {
  const middle = (first + last) >> 1;
  const split = tree.coordinates[2 * middle + axis]!;
  const [west, south, east, north] = box;
  const other = axis === 0 ? 1 : 0;
  const lowBox: Box = axis === 0 ? [west, south, split, north] : [west, south, east, split];
  const highBox: Box = axis === 0 ? [split, south, east, north] : [west, split, east, north];
  return {
    middle,
    low: { tree, first, last: middle - 1, axis: other, box: lowBox },
    high: { tree, first: middle + 1, last, axis: other, box: highBox },
  };
}

/** Adds the places of a circle; runs that are inside as a whole are added without looking at each place. */
export function addCircle(
  tree: Tree,
  bits: Bits,
  { origin, radiusMetres }: { origin: Point; radiusMetres: number },
): void {
  const metres = metresFrom(origin);
  const bounds = boundsFrom(origin);
  const { coordinates } = tree;
  const test = (rank: number): void => {
    if (metres(coordinates[2 * rank + 1]!, coordinates[2 * rank]!) <= radiusMetres) addBit(bits, rank);
  };
  const pending = tree.placed > 0 ? [rootOf(tree)] : [];
  for (let walk = pending.pop(); walk; walk = pending.pop()) {
    if (walk.first > walk.last) continue;
    const { atLeastMetres, atMostMetres } = bounds(walk.box);
    if (atLeastMetres > radiusMetres + SAFETY_METRES) continue;
    if (atMostMetres < radiusMetres - SAFETY_METRES) addRange(bits, walk.first, walk.last);
    else if (isLeaf(walk)) for (let rank = walk.first; rank <= walk.last; rank += 1) test(rank);
    else {
      const { middle, low, high } = halvesOf(walk);
      test(middle);
      pending.push(low, high);
    }
  }
}

/** Offers the places of `bits`, the nearest halves first, until no half can hold a nearer one. */
export function offerNearest(
  { tree, nameOrder }: { tree: Tree; nameOrder: Uint32Array },
  bits: Bits,
  { origin, nearest }: { origin: Point; nearest: Nearest },
): void {
  const metres = metresFrom(origin);
  const bounds = boundsFrom(origin);
  const { coordinates } = tree;
  const offer = (rank: number): void => {
    if (hasBit(bits, rank))
      nearest.offer(nameOrder[rank]!, metres(coordinates[2 * rank + 1]!, coordinates[2 * rank]!));
  };
  const pending = tree.placed > 0 ? [{ walk: rootOf(tree), atLeastMetres: 0 }] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { walk, atLeastMetres } = next;
    if (walk.first > walk.last || atLeastMetres > nearest.worstMetres + SAFETY_METRES) continue;
    if (isLeaf(walk)) {
      for (let rank = walk.first; rank <= walk.last; rank += 1) offer(rank);
      continue;
    }
    const { middle, low, high } = halvesOf(walk);
    offer(middle);
    const halves = [low, high].map((half) => ({ walk: half, ...bounds(half.box) }));
    // The last one pushed is the first one visited.
    pending.push(...halves.sort((a, b) => b.atLeastMetres - a.atLeastMetres));
  }
}
