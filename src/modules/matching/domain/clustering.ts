import type { Verdict } from './match-record.ts';
import { PairList, type RowPair } from './pair-list.ts';
import type { Scorer } from './scorer.ts';

/** Pairs of rows that speak for one place. In any order: they are taken in that of the rows, and by evidence. */
export interface Ties {
  /** What people and identifiers say: no sum of bits stands against it. */
  certain: readonly RowPair[];
  /** What evidence says; pairs that are not « same » are passed over. */
  found: PairList;
}

export interface ClusterRules {
  /** What two rows weigh for each other, in bits; minus infinity when a veto keeps them apart. */
  weigh(a: number, b: number): number;
  /** Whether a person keeps two rows apart: not even a certain tie goes over it. */
  isForbidden(a: number, b: number): boolean;
}

/** Bits kept of one pair when two clusters are weighed: one overwhelming pair must not drag the others. */
const MAX_PAIR_BITS = 12;
const VETOED = Number.NEGATIVE_INFINITY;

/**
 * Greedy correlation clustering: ties come surest first, and two clusters join only if the whole of their cross pairs
 * speaks for it and no pair forbids it. So A = B and B = C never bring together A and C that contradict each other. What
 * certain ties bring together is one unit from then on: one place, described several times.
 */
export function cluster(size: number, { certain, found }: Ties, rules: ClusterRules): Int32Array {
  const groups = new Groups(size);
  for (const { a, b } of certain.toSorted((x, y) => x.a - y.a || x.b - y.b)) {
    if (!isForbiddenAcross(groups.membersWith(a), groups.membersWith(b), rules)) groups.join(a, b);
  }
  const unitOf = groups.clusterOf.slice();
  for (const at of found.surestFirst(size)) {
    const [a, b] = [found.a[at]!, found.b[at]!];
    if (groups.clusterOf[a] === groups.clusterOf[b]) continue;
    const [ours, theirs] = [groups.membersWith(a), groups.membersWith(b)];
    // Between two rows alone, the pair found is all there is to weigh.
    const areAlone = ours.length === 1 && theirs.length === 1;
    if (areAlone || mayJoin(unitsAmong(ours, unitOf), unitsAmong(theirs, unitOf), rules)) groups.join(a, b);
  }
  return groups.clusterOf;
}

export const countClusters = (clusterOf: Int32Array): number =>
  clusterOf.reduce((count, root, row) => count + (root === row ? 1 : 0), 0);

/** Each group is named after its smallest row. */
class Groups {
  readonly clusterOf: Int32Array;
  private readonly members = new Map<number, number[]>();

  constructor(size: number) {
    this.clusterOf = Int32Array.from({ length: size }, (_, row) => row);
  }

  membersWith(row: number): readonly number[] {
    const root = this.clusterOf[row]!;
    return this.members.get(root) ?? [root];
  }

  join(a: number, b: number): void {
    const [left, right] = [this.clusterOf[a]!, this.clusterOf[b]!];
    if (left === right) return;
    const root = Math.min(left, right);
    const [kept, moved] = root === left ? [a, b] : [b, a];
    const theirs = this.membersWith(moved);
    const all = this.membersWith(kept).concat(theirs);
    this.members.delete(Math.max(left, right));
    this.members.set(root, all);
    for (const row of theirs) this.clusterOf[row] = root;
  }
}

const isForbiddenAcross = (
  ours: readonly number[],
  theirs: readonly number[],
  rules: ClusterRules,
): boolean => ours.some((a) => theirs.some((b) => rules.isForbidden(a, b)));

type Unit = readonly number[];

function unitsAmong(rows: readonly number[], unitOf: Int32Array): Unit[] {
  const units = new Map<number, number[]>();
  for (const row of rows) {
    const unit = units.get(unitOf[row]!);
    if (unit) unit.push(row);
    else units.set(unitOf[row]!, [row]);
  }
  return [...units.values()];
}

function mayJoin(ours: readonly Unit[], theirs: readonly Unit[], rules: ClusterRules): boolean {
  let sum = 0;
  for (const left of ours) {
    for (const right of theirs) {
      const bits = isForbiddenAcross(left, right, rules) ? VETOED : weighUnits(left, right, rules);
      if (bits === VETOED) return false;
      sum += Math.min(bits, MAX_PAIR_BITS);
    }
  }
  return sum >= 0;
}

/**
 * Two units weigh what their closest descriptions weigh: a place that moved is described at both addresses, and a record
 * at the former one must not be turned away by the latter.
 */
function weighUnits(left: Unit, right: Unit, rules: ClusterRules): number {
  let best = VETOED;
  for (const a of left) {
    for (const b of right) {
      const bits = rules.weigh(a, b);
      if (bits === VETOED && !isOverruled({ a, b }, [left, right], rules)) return VETOED;
      best = Math.max(best, bits);
    }
  }
  return best;
}

/** A veto between two descriptions of one unit was overruled by a person: what it says of one, it cannot say of the other. */
function isOverruled({ a, b }: RowPair, [left, right]: readonly [Unit, Unit], rules: ClusterRules): boolean {
  const overrules = (other: number, within: number, across: number): boolean =>
    rules.weigh(other, within) === VETOED && rules.weigh(other, across) !== VETOED;
  return left.some((other) => overrules(other, a, b)) || right.some((other) => overrules(other, b, a));
}

/** What the rules need to know of a pair of rows. */
export interface Judging {
  scorer: Scorer;
  /** What a person decided of two rows, in any order. */
  decisionOf(a: number, b: number): Verdict | undefined;
}

export const clusterRules = ({ scorer, decisionOf }: Judging): ClusterRules => ({
  isForbidden: (a, b) => (decisionOf(a, b) ?? 'same') !== 'same',
  weigh(a, b) {
    if (a === b) return 0;
    const bits = scorer.bits(a, b);
    return scorer.isVetoed() ? VETOED : bits;
  },
});

export interface FoundPair extends RowPair {
  bits: number;
  verdict: Verdict;
}

/**
 * Groups a few rows alone, by the rules and in the order in which all would be: their places in `rows` decide ties. Gives
 * the first row of the group of each.
 */
export function clusterAmong(
  rows: readonly number[],
  { certain, found }: { certain: readonly RowPair[]; found: readonly FoundPair[] },
  judging: Judging,
): number[] {
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const placed = ({ a, b }: RowPair): RowPair => {
    const [x, y] = [placeOf.get(a)!, placeOf.get(b)!];
    return x < y ? { a: x, b: y } : { a: y, b: x };
  };
  const list = new PairList(found.length);
  for (const pair of found) list.add({ ...pair, ...placed(pair) });
  const { weigh, isForbidden } = clusterRules(judging);
  const clusterOf = cluster(
    rows.length,
    { certain: certain.map(placed), found: list },
    {
      weigh: (x, y) => weigh(rows[x]!, rows[y]!),
      isForbidden: (x, y) => isForbidden(rows[x]!, rows[y]!),
    },
  );
  return Array.from(clusterOf, (place) => rows[place]!);
}
