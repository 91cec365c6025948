import type { RecordRef } from '../../../kernel/record-ref.ts';
import { createProposer, layRules } from './blocking.ts';
import { corpusSteps, STEP_ROWS } from './build-corpus.ts';
import { clusterAmong, type FoundPair } from './clustering.ts';
import { orderedPair, pairKey, type RecordPair } from './decision.ts';
import type { MatchRecord, Verdict } from './match-record.ts';
import type { ExplainedVerdict } from './matcher.ts';
import { DEFAULT_MODEL, type MatchModel } from './model.ts';
import type { RowPair } from './pair-list.ts';
import { createScorer, evidenceOf, pairVerdict, type Scorer } from './scorer.ts';
import { measure } from './statistics.ts';

/** A pair that the engine would join, or that belongs together without being one place. */
export interface Candidate extends RecordPair {
  verdict: Verdict;
  bits: number;
}

/** What people decided, taken into account or no longer (`null`). */
export interface Ruling extends RecordPair {
  verdict: Verdict | null;
}

/** Groups of records kept in memory, and corrected decision by decision without resolving everything again. */
export interface LiveResolution {
  candidates: readonly Candidate[];
  /** In the order of their references. */
  records: readonly MatchRecord[];
  record(ref: RecordRef): MatchRecord | undefined;
  /** The records grouped with this one, itself included; none when it is unknown. */
  membersWith(ref: RecordRef): readonly RecordRef[];
  /** The records that a decision about these may touch: all those that edges of « same » reach. */
  around(refs: Iterable<RecordRef>): Set<RecordRef>;
  /** Groups again what these decisions touch. Pairs of which a record is unknown are passed over. */
  apply(rulings: readonly Ruling[]): void;
  /** Null when a record is unknown. */
  explain(pair: RecordPair): ExplainedVerdict | null;
  /** The level that the two records reach in each field. Null when a record is unknown. */
  levelsOf(pair: RecordPair): Int32Array | null;
}

export function openLiveResolution(
  records: readonly MatchRecord[],
  model: MatchModel = DEFAULT_MODEL,
): LiveResolution {
  const steps = liveResolutionSteps(records, model);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, in steps between which others may work. */
export function* liveResolutionSteps(
  records: readonly MatchRecord[],
  model: MatchModel,
): Generator<undefined, LiveResolution> {
  const corpus = yield* corpusSteps(records);
  const statistics = measure(corpus);
  yield;
  const scorer = createScorer(corpus, statistics, model);
  const found: FoundPair[] = [];
  const propose = createProposer(corpus.size, layRules(corpus, statistics));
  for (let from = 0; from < corpus.size; from += STEP_ROWS) {
    yield;
    propose({ from, to: Math.min(from + STEP_ROWS, corpus.size) }, (a, b) => {
      const bits = scorer.bits(a, b);
      const verdict = scorer.verdict(bits);
      if (verdict !== 'distinct') found.push({ a, b, bits, verdict });
    });
  }
  yield;
  const rowOf = new Map(corpus.records.map(({ rid }, row) => [rid, row]));
  const ridOf = (row: number): RecordRef => corpus.records[row]!.rid;
  const groups = new Groups(corpus.size, scorer, found);
  yield* groups.clusterAll();
  const rowsOf = (pair: RecordPair): readonly [number, number] | null => {
    const [a, b] = [rowOf.get(pair.a), rowOf.get(pair.b)];
    if (a === undefined || b === undefined || a === b) return null;
    return [Math.min(a, b), Math.max(a, b)];
  };
  return {
    records: corpus.records,
    candidates: found.map(({ a, b, ...verdict }) => ({ a: ridOf(a), b: ridOf(b), ...verdict })),
    record: (ref) => corpus.records[rowOf.get(ref) ?? -1],
    membersWith: (ref) => groups.membersWith(rowOf.get(ref) ?? -1).map(ridOf),
    apply(rulings) {
      const known = rulings.flatMap((ruling) => {
        const { a, b } = orderedPair(ruling.a, ruling.b);
        const [x, y] = [rowOf.get(a), rowOf.get(b)];
        return x === undefined || y === undefined ? [] : [{ a: x, b: y, verdict: ruling.verdict }];
      });
      groups.apply(known);
    },
    around(refs) {
      const rows = [...refs].flatMap((ref) => rowOf.get(ref) ?? []);
      return new Set([...groups.around(rows)].map(ridOf));
    },
    explain(pair) {
      const rows = rowsOf(pair);
      if (rows === null) return null;
      const both = [corpus.records[rows[0]]!, corpus.records[rows[1]]!] as const;
      const verdict = pairVerdict(scorer, corpus, rows);
      return { ...verdict, evidence: evidenceOf(scorer, model, both) };
    },
    levelsOf(pair) {
      const rows = rowsOf(pair);
      if (rows === null) return null;
      scorer.bits(...rows);
      return scorer.levels.slice();
    },
  };
}

interface RowRuling extends RowPair {
  verdict: Verdict | null;
}

/**
 * Clusters never reach over the components that edges of « same » form, so a decision can only change those of its two
 * records: they are clustered again alone, by the same rules and in the same order as all of them would be.
 */
class Groups {
  readonly #scorer: Scorer;
  /** By row: the edges of « same » that the engine found. */
  readonly #edges = new Map<number, FoundPair[]>();
  /** Pairs ever decided « same »: one that no longer is must still be looked at when it is withdrawn. */
  readonly #everSame = new Map<number, Set<number>>();
  readonly #rulings = new Map<string, RowRuling>();
  readonly #clusterOf: Int32Array;
  readonly #members = new Map<number, number[]>();

  constructor(size: number, scorer: Scorer, found: readonly FoundPair[]) {
    this.#scorer = scorer;
    for (const edge of found) {
      if (edge.verdict !== 'same') continue;
      for (const row of [edge.a, edge.b]) {
        const edges = this.#edges.get(row);
        if (edges) edges.push(edge);
        else this.#edges.set(row, [edge]);
      }
    }
    this.#clusterOf = Int32Array.from({ length: size }, (_, row) => row);
  }

  /** Groups the rows for the first time. */
  *clusterAll(): Generator<undefined, void> {
    const seen = new Set<number>();
    let clustered = 0;
    for (const row of this.#edges.keys()) {
      if (seen.has(row)) continue;
      const component = this.#componentOf(row);
      for (const member of component) seen.add(member);
      this.#cluster(component);
      clustered += component.length;
      if (clustered < STEP_ROWS) continue;
      clustered = 0;
      yield;
    }
  }

  membersWith(row: number): readonly number[] {
    const root = this.#clusterOf[row];
    return root === undefined ? [] : (this.#members.get(root) ?? [root]);
  }

  apply(rulings: readonly RowRuling[]): void {
    const touched: number[] = [];
    for (const ruling of rulings) {
      const { a, b, verdict } = ruling;
      if (verdict === null) this.#rulings.delete(keyOf(a, b));
      else this.#rulings.set(keyOf(a, b), ruling);
      if (verdict === 'same') this.#link(a, b);
      touched.push(a, b);
    }
    this.around(touched, (component) => this.#cluster(component));
  }

  #link(a: number, b: number): void {
    for (const [row, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.#everSame.set(row, (this.#everSame.get(row) ?? new Set()).add(other));
  }

  /** The rows of every component that holds one of these rows, each component visited once. */
  around(rows: Iterable<number>, visit?: (component: readonly number[]) => void): Set<number> {
    const seen = new Set<number>();
    for (const row of rows) {
      if (seen.has(row)) continue;
      const component = this.#componentOf(row);
      for (const member of component) seen.add(member);
      visit?.(component);
    }
    return seen;
  }

  #componentOf(start: number): number[] {
    const component = new Set([start]);
    for (const row of component) {
      for (const { a, b } of this.#edges.get(row) ?? []) component.add(a === row ? b : a);
      for (const other of this.#everSame.get(row) ?? []) component.add(other);
    }
    return [...component].sort((x, y) => x - y);
  }

  #cluster(rows: readonly number[]): void {
    const roots = clusterAmong(
      rows,
      {
        certain: rows.flatMap((row) => this.#decidedFrom(row)),
        found: rows.flatMap((row) => this.#foundFrom(row)),
      },
      { scorer: this.#scorer, decisionOf: (x, y) => this.#ruling(x, y) },
    );
    for (const row of rows) this.#members.delete(row);
    for (const [at, row] of rows.entries()) {
      const root = roots[at]!;
      this.#clusterOf[row] = root;
      const members = this.#members.get(root);
      if (members) members.push(row);
      else this.#members.set(root, [row]);
    }
  }

  /** Pairs that people say are one, of which this row is the smaller. */
  #decidedFrom(row: number): RowPair[] {
    return [...(this.#everSame.get(row) ?? [])]
      .filter((other) => other > row && this.#ruling(row, other) === 'same')
      .map((other) => ({ a: row, b: other }));
  }

  /** Pairs that the engine says are one and nobody refused, of which this row is the smaller. */
  #foundFrom(row: number): FoundPair[] {
    return (this.#edges.get(row) ?? []).filter(
      ({ a, b }) => a === row && (this.#ruling(a, b) ?? 'same') === 'same',
    );
  }

  #ruling(x: number, y: number): Verdict | undefined {
    return this.#rulings.get(keyOf(Math.min(x, y), Math.max(x, y)))?.verdict ?? undefined;
  }
}

const keyOf = (a: number, b: number): string => pairKey({ a: String(a), b: String(b) });
