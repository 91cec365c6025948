import { proposePairs } from './blocking.ts';
import { buildCorpus } from './build-corpus.ts';
import { type ClusterRules, cluster, type Edge } from './clustering.ts';
import type { Corpus } from './corpus.ts';
import { estimateModel } from './estimate.ts';
import { fitModel, type LabelledPattern } from './fit.ts';
import type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './match-record.ts';
import { DEFAULT_MODEL, type MatchModel, probabilityOf } from './model.ts';
import { PairList } from './pair-list.ts';
import { PatternHistogram } from './pattern-histogram.ts';
import { createScorer, evidenceOf, pairVerdict, type Scorer } from './scorer.ts';
import { measure, type Statistics } from './statistics.ts';

/** Two identifiers of records. */
export type RidPair = readonly [string, string];

export interface ExplainedVerdict extends PairVerdict {
  /** Strongest first. */
  evidence: Evidence[];
}

export interface LabelledPair {
  pair: RidPair;
  isSame: boolean;
}

export interface ResolveOptions {
  /** What people decided: it wins over any score. */
  decisions?: readonly PairDecision[];
  model?: MatchModel;
  /** Pairs known to be one record, such as a record re-published by an aggregator with its identifier. */
  certainLinks?: readonly RidPair[];
}

/** Records read once, to be resolved, scored and learnt from with the frequencies of all of them. */
export interface Matcher {
  resolve(options?: ResolveOptions): Resolution;
  /** Pairs in the order given; `null` where an identifier is unknown. */
  score(pairs: readonly RidPair[], model?: MatchModel): (ExplainedVerdict | null)[];
  /** How many of these pairs blocking proposes: no later step finds the others. */
  countProposed(pairs: readonly RidPair[]): number;
  /** Every pair that blocking proposes. */
  proposed(): RidPair[];
  /** A model moved by labels. Pairs with an unknown identifier are left out. */
  fit(labelled: readonly LabelledPair[], base?: MatchModel): MatchModel;
  /** A model moved by what the proposed pairs show, without any label. */
  estimate(base?: MatchModel): MatchModel;
}

export function openMatcher(records: readonly MatchRecord[]): Matcher {
  const corpus = buildCorpus(records);
  const statistics = measure(corpus);
  return {
    resolve: (options = {}) => resolveCorpus({ corpus, statistics }, options),
    score(pairs, model = DEFAULT_MODEL) {
      const scorer = createScorer(corpus, statistics, model);
      if (pairs.length === 0) return [];
      const rows = rowsByRid(corpus);
      return pairs.map((pair) => {
        const both = rowsOf(rows, pair);
        return both && explain({ corpus, scorer, model }, both);
      });
    },
    countProposed(pairs) {
      const rows = rowsByRid(corpus);
      const wanted = new Set(
        pairs.map((pair) => rowsOf(rows, pair)).flatMap((both) => (both ? [pairKey(both)] : [])),
      );
      let found = 0;
      proposePairs(corpus, statistics, (a, b) => {
        if (wanted.has(pairKey([a, b]))) found += 1;
      });
      return found;
    },
    proposed() {
      const pairs: RidPair[] = [];
      proposePairs(corpus, statistics, (a, b) => {
        pairs.push([corpus.records[a]!.rid, corpus.records[b]!.rid]);
      });
      return pairs;
    },
    fit(labelled, base = DEFAULT_MODEL) {
      const fine = { ...base, readsFinely: true };
      const scorer = createScorer(corpus, statistics, fine);
      const rows = rowsByRid(corpus);
      return fitModel(
        fine,
        labelled.flatMap((label) => patternOf(scorer, rowsOf(rows, label.pair), label.isSame)),
      );
    },
    estimate(base = DEFAULT_MODEL) {
      const scorer = createScorer(corpus, statistics, base);
      const histogram = new PatternHistogram();
      proposePairs(corpus, statistics, (a, b) => {
        scorer.bits(a, b);
        histogram.add(scorer.levels);
      });
      return estimateModel(base, histogram.patterns());
    },
  };
}

/** Which records are the same place. The result depends on the set of records only, not on their order. */
export const resolve = (records: readonly MatchRecord[], options: ResolveOptions = {}): Resolution =>
  openMatcher(records).resolve(options);

/** Scores two records on their own: frequencies are then those of a small directory. */
export const scorePair = (
  a: MatchRecord,
  b: MatchRecord,
  model: MatchModel = DEFAULT_MODEL,
): ExplainedVerdict => openMatcher([a, b]).score([[a.rid, b.rid]], model)[0]!;

const VERDICTS: readonly Verdict[] = ['same', 'linked', 'distinct'];
const SAME = VERDICTS.indexOf('same');

/** Rows are in the order of `rid`. */
export function resolveCorpus(
  { corpus, statistics }: { corpus: Corpus; statistics: Statistics },
  options: ResolveOptions,
): Resolution {
  const scorer = createScorer(corpus, statistics, options.model ?? DEFAULT_MODEL);
  const decided = readDecisions(corpus, options);
  const found = new PairList();
  const candidatePairs = proposePairs(corpus, statistics, (a, b) => {
    const bits = scorer.bits(a, b);
    const verdict = decided.get(pairKey([a, b])) ?? scorer.verdict(bits);
    if (verdict !== 'distinct') found.add({ a, b, bits, verdict: VERDICTS.indexOf(verdict) });
  });
  const byRows = found.orderByRows(corpus.size);
  const clusterOf = cluster(corpus.size, edgesOf(decided, found, byRows), clusterRules(scorer, decided));
  const ridOf = (row: number): string => corpus.records[row]!.rid;
  return {
    clusterOf: new Map(corpus.records.map(({ rid }, row) => [rid, ridOf(clusterOf[row]!)])),
    // Rows are in the order of their `rid`: sorting rows sorts texts.
    pairs: Array.from(byRows, (at) => ({
      a: ridOf(found.a[at]!),
      b: ridOf(found.b[at]!),
      verdict: VERDICTS[found.verdict[at]!]!,
      probability: probabilityOf(found.bits[at]!),
      bits: found.bits[at]!,
    })),
    counts: {
      records: corpus.size,
      candidatePairs,
      clusters: clusterOf.reduce((count, root, row) => count + (root === row ? 1 : 0), 0),
    },
  };
}

/** What people decided first, then what evidence says, surest first; ties in the order of the rows. */
function* edgesOf(
  decided: ReadonlyMap<number, Verdict>,
  found: PairList,
  byRows: Uint32Array,
): Generator<Edge> {
  for (const key of [...decided.keys()].sort((x, y) => x - y)) {
    const [a, b] = [Math.floor(key / ROW_LIMIT), key % ROW_LIMIT];
    if (decided.get(key) === 'same') yield { a, b, isCertain: true };
  }
  for (const at of found.orderByBits(byRows.filter((position) => found.verdict[position] === SAME))) {
    yield { a: found.a[at]!, b: found.b[at]!, isCertain: false };
  }
}

const rowsByRid = ({ records }: Corpus): Map<string, number> =>
  new Map(records.map(({ rid }, row) => [rid, row]));

/** Smaller row first, or `null` when a record is unknown or compared with itself. */
function rowsOf(rows: ReadonlyMap<string, number>, [a, b]: RidPair): [number, number] | null {
  const [x, y] = [rows.get(a), rows.get(b)];
  if (x === undefined || y === undefined || x === y) return null;
  return x < y ? [x, y] : [y, x];
}

/** Rows take 26 bits at most, so two of them make one exact integer. */
const ROW_LIMIT = 0x4000000;
const pairKey = ([a, b]: readonly [number, number]): number => a * ROW_LIMIT + b;

function readDecisions(
  corpus: Corpus,
  { decisions = [], certainLinks = [] }: ResolveOptions,
): Map<number, Verdict> {
  const decided = new Map<number, Verdict>();
  if (decisions.length === 0 && certainLinks.length === 0) return decided;
  const rows = rowsByRid(corpus);
  const certain = certainLinks.map(([a, b]): PairDecision => ({ a, b, verdict: 'same' }));
  for (const { a, b, verdict } of [...certain, ...decisions]) {
    const both = rowsOf(rows, [a, b]);
    if (both) decided.set(pairKey(both), verdict);
  }
  return decided;
}

function clusterRules(scorer: Scorer, decided: ReadonlyMap<number, Verdict>): ClusterRules {
  const ordered = (x: number, y: number): [number, number] => (x < y ? [x, y] : [y, x]);
  const decision = (x: number, y: number): Verdict | undefined =>
    decided.size === 0 ? undefined : decided.get(pairKey(ordered(x, y)));
  return {
    isForbidden: (x, y) => (decision(x, y) ?? 'same') !== 'same',
    weigh(x, y) {
      if (decision(x, y) === 'same') return 0;
      const bits = scorer.bits(...ordered(x, y));
      return scorer.isVetoed() ? Number.NEGATIVE_INFINITY : bits;
    },
  };
}

function explain(
  { corpus, scorer, model }: { corpus: Corpus; scorer: Scorer; model: MatchModel },
  rows: [number, number],
): ExplainedVerdict {
  const verdict = pairVerdict(scorer, corpus, rows);
  return {
    ...verdict,
    evidence: evidenceOf(scorer, model, [corpus.records[rows[0]]!, corpus.records[rows[1]]!]),
  };
}

function patternOf(scorer: Scorer, rows: [number, number] | null, isSame: boolean): LabelledPattern[] {
  if (!rows) return [];
  scorer.bits(...rows);
  return [{ levels: scorer.levels.slice(), isSame }];
}
