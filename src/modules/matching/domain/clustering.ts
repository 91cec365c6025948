/** Two rows that evidence or a person says are one place. */
export interface Edge {
  a: number;
  b: number;
  bits: number;
}

/** What two rows weigh for each other, in bits; minus infinity forbids them one cluster. */
export type Weigh = (a: number, b: number) => number;

/** Bits kept of one pair when two clusters are weighed: one overwhelming pair must not drag the others. */
const MAX_PAIR_BITS = 12;

/**
 * Greedy correlation clustering: the surest edges first, and two clusters join only if the whole of their cross pairs
 * speaks for it and no pair forbids it. So A = B and B = C never bring together A and C that contradict each other.
 */
export function cluster(size: number, edges: Edge[], weigh: Weigh): Int32Array {
  const clusterOf = Int32Array.from({ length: size }, (_, row) => row);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  edges.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
  for (const { a, b, bits } of edges) {
    const [left, right] =
      clusterOf[a]! < clusterOf[b]! ? [clusterOf[a]!, clusterOf[b]!] : [clusterOf[b]!, clusterOf[a]!];
    if (left === right) continue;
    const [ours, theirs] = [membersOf(left), membersOf(right)];
    if (bits !== Number.POSITIVE_INFINITY && !mayJoin(ours, theirs, weigh)) continue;
    for (const row of theirs) clusterOf[row] = left;
    members.set(left, ours.concat(theirs));
    members.delete(right);
  }
  return clusterOf;
}

function mayJoin(ours: readonly number[], theirs: readonly number[], weigh: Weigh): boolean {
  let sum = 0;
  for (const a of ours) {
    for (const b of theirs) {
      const bits = weigh(a, b);
      if (bits === Number.NEGATIVE_INFINITY) return false;
      sum += Math.min(bits, MAX_PAIR_BITS);
    }
  }
  return sum >= 0;
}
