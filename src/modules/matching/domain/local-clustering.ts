import { clusterAmong, type FoundPair, type Judging } from './clustering.ts';
import type { RecordCorpus } from './corpus.ts';
import type { DecisionBook } from './decision-book.ts';
import type { PairVerdict } from './match-record.ts';
import type { RowPair } from './pair-list.ts';
import { type Ragged, rowItems } from './ragged.ts';
import { findRow } from './row-pairs.ts';
import type { Scorer } from './scorer.ts';

interface Arriving {
  corpus: RecordCorpus;
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
  const ridOf = (of: number): string => corpus.records[of]!.rid;
  const decisionOf = (a: number, b: number) => book.verdictOf(ridOf(a), ridOf(b));
  const roots = clusterAmong(rows, pairsBetween(rows, ties, { scorer, decisionOf }), { scorer, decisionOf });
  const own = roots[rows.indexOf(row)];
  return rows.flatMap((member, at) => (roots[at] === own ? [ridOf(member)] : []));
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

/** What people decided and what evidence says of the pairs tied. */
function pairsBetween(
  rows: readonly number[],
  ties: ReadonlyMap<number, ReadonlySet<number>>,
  { scorer, decisionOf }: Judging,
): { certain: RowPair[]; found: FoundPair[] } {
  const pairs = rows.flatMap((a) => [...ties.get(a)!].flatMap((b) => (a < b ? [{ a, b }] : [])));
  return {
    certain: pairs.filter(({ a, b }) => decisionOf(a, b) === 'same'),
    found: pairs.map(({ a, b }) => {
      const bits = scorer.bits(a, b);
      return { a, b, bits, verdict: decisionOf(a, b) ?? scorer.verdict(bits) };
    }),
  };
}

/** Both ways, for the pairs said to be one place. */
export function sameAdjacency(corpus: RecordCorpus, pairs: readonly PairVerdict[]): Ragged {
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
export const rowOfRid = ({ records, size }: RecordCorpus, rid: string): number =>
  findRow(size, (row) => records[row]!.rid, rid);
