import { cluster, type Edge } from './clustering.ts';
import type { Corpus } from './corpus.ts';
import type { DecisionBook } from './decision-book.ts';
import type { PairVerdict } from './match-record.ts';
import { type Ragged, rowItems } from './ragged.ts';
import type { Scorer } from './scorer.ts';

interface Arriving {
  corpus: Corpus;
  row: number;
  /** The row replaced, or -1. */
  gone: number;
  candidates: readonly PairVerdict[];
  neighbours: Ragged;
  book: DecisionBook;
  scorer: Scorer;
  refresh(row: number): void;
}

/**
 * The place that a row joins. Groups are made of what « same » ties directly or not: only that much is grouped again,
 * with the same rules as the whole.
 */
export function joinedBy(arriving: Arriving): string[] {
  const { corpus, row, book, scorer, refresh } = arriving;
  const ties = tiedTo(arriving);
  const rows = [...ties.keys()].sort((x, y) => (corpus.records[x]!.rid < corpus.records[y]!.rid ? -1 : 1));
  for (const member of rows) refresh(member);
  const ridAt = (at: number): string => corpus.records[rows[at]!]!.rid;
  const clusterOf = cluster(rows.length, edgesBetween(arriving, rows, ties), {
    isForbidden: (x, y) => (book.verdictOf(ridAt(x), ridAt(y)) ?? 'same') !== 'same',
    weigh(x, y) {
      if (book.verdictOf(ridAt(x), ridAt(y)) === 'same') return 0;
      const bits = scorer.bits(rows[x]!, rows[y]!);
      return scorer.isVetoed() ? Number.NEGATIVE_INFINITY : bits;
    },
  });
  const own = clusterOf[rows.indexOf(row)];
  return rows.flatMap((_, at) => (clusterOf[at] === own ? [ridAt(at)] : []));
}

/** Every row that « same » ties to the visitor, through others too, with those that it is tied to. */
function tiedTo({ corpus, row, gone, candidates, neighbours, book }: Arriving): Map<number, Set<number>> {
  const { rid } = corpus.records[row]!;
  const rowOf = (other: string): number => (other === rid ? row : rowOfRid(corpus, other));
  const same = candidates.flatMap(({ a, b, verdict }) =>
    verdict === 'same' ? [rowOf(a === rid ? b : a)] : [],
  );
  const decidedFor = (of: number): number[] =>
    book
      .sameAs(corpus.records[of]!.rid)
      .map(rowOf)
      .filter((at) => at >= 0);
  const ties = new Map<number, Set<number>>();
  const waiting = [row];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (ties.has(next)) continue;
    const known = next === row ? same : [...rowItems(neighbours, next)].filter((other) => other !== gone);
    const tied = new Set([...known, ...decidedFor(next)]);
    ties.set(next, tied);
    waiting.push(...tied);
  }
  for (const other of same) ties.get(other)!.add(row);
  return ties;
}

/** What people decided first, then what evidence says, surest first; ties in the order of identifiers. */
function edgesBetween(
  { corpus, book, scorer }: Arriving,
  rows: readonly number[],
  ties: ReadonlyMap<number, ReadonlySet<number>>,
): Edge[] {
  const placeOf = new Map(rows.map((row, at) => [row, at]));
  const certain: Edge[] = [];
  const likely: (Edge & { bits: number })[] = [];
  rows.forEach((row, a) => {
    const later = [...ties.get(row)!].map((other) => placeOf.get(other)!).filter((b) => b > a);
    for (const b of later.sort((x, y) => x - y)) {
      const decided = book.verdictOf(corpus.records[row]!.rid, corpus.records[rows[b]!]!.rid);
      const bits = scorer.bits(row, rows[b]!);
      if (decided === 'same') certain.push({ a, b, isCertain: true });
      if ((decided ?? scorer.verdict(bits)) === 'same') likely.push({ a, b, bits, isCertain: false });
    }
  });
  return [...certain, ...likely.sort((x, y) => y.bits - x.bits)];
}

/** Both ways, for the pairs said to be one place. */
export function sameAdjacency(corpus: Corpus, pairs: readonly PairVerdict[]): Ragged {
  const same = pairs.filter(({ verdict }) => verdict === 'same');
  const ends = new Int32Array(same.length * 2);
  same.forEach(({ a, b }, at) => {
    ends[2 * at] = rowOfRid(corpus, a);
    ends[2 * at + 1] = rowOfRid(corpus, b);
  });
  const offsets = new Uint32Array(corpus.size + 1);
  for (const row of ends) offsets[row + 1]! += 1;
  for (let row = 0; row < corpus.size; row += 1) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const items = new Int32Array(ends.length);
  ends.forEach((row, at) => {
    items[next[row]!] = ends[at ^ 1]!;
    next[row]! += 1;
  });
  return { offsets, items };
}

/** Rows are in the order of `rid`. */
export function rowOfRid({ records, size }: Corpus, rid: string): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (records[middle]!.rid < rid) low = middle + 1;
    else high = middle;
  }
  return low < size && records[low]!.rid === rid ? low : -1;
}
