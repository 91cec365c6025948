/** Two rows that a person or an identifier says are one place, or that evidence does. */
export interface Edge {
  a: number;
  b: number;
  /** No sum of bits stands against a certain edge. */
  isCertain: boolean;
}

export interface ClusterRules {
  /** What two rows weigh for each other, in bits; minus infinity when a veto keeps them apart. */
  weigh(a: number, b: number): number;
  /** Whether a person keeps two rows apart: not even a certain edge goes over it. */
  isForbidden(a: number, b: number): boolean;
}

/** Bits kept of one pair when two clusters are weighed: one overwhelming pair must not drag the others. */
const MAX_PAIR_BITS = 12;

/**
 * Greedy correlation clustering: edges come surest first, and two clusters join only if the whole of their cross pairs
 * speaks for it and no pair forbids it. So A = B and B = C never bring together A and C that contradict each other.
 */
export function cluster(size: number, edges: Iterable<Edge>, rules: ClusterRules): Int32Array {
  const clusterOf = Int32Array.from({ length: size }, (_, row) => row);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  for (const { a, b, isCertain } of edges) {
    const left = Math.min(clusterOf[a]!, clusterOf[b]!);
    const right = Math.max(clusterOf[a]!, clusterOf[b]!);
    if (left === right) continue;
    const [ours, theirs] = [membersOf(left), membersOf(right)];
    if (isCertain ? isForbiddenAcross(ours, theirs, rules) : !mayJoin(ours, theirs, rules)) continue;
    for (const row of theirs) clusterOf[row] = left;
    members.set(left, ours.concat(theirs));
    members.delete(right);
  }
  return clusterOf;
}

const isForbiddenAcross = (
  ours: readonly number[],
  theirs: readonly number[],
  rules: ClusterRules,
): boolean => ours.some((a) => theirs.some((b) => rules.isForbidden(a, b)));

function mayJoin(ours: readonly number[], theirs: readonly number[], rules: ClusterRules): boolean {
  let sum = 0;
  for (const a of ours) {
    for (const b of theirs) {
      const bits = rules.isForbidden(a, b) ? Number.NEGATIVE_INFINITY : rules.weigh(a, b);
      if (bits === Number.NEGATIVE_INFINITY) return false;
      sum += Math.min(bits, MAX_PAIR_BITS);
    }
  }
  return sum >= 0;
}
