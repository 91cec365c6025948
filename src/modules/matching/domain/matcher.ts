import { countProposed, layRules, proposePairs } from './blocking.ts';
import { buildCorpus } from './build-corpus.ts';
import { cluster, clusterRules, countClusters } from './clustering.ts';
import type { RecordCorpus } from './corpus.ts';
import { estimateModel } from './estimate.ts';
import type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './match-record.ts';
import { DEFAULT_MODEL, type MatchModel, probabilityOf } from './model.ts';
import { PairList, type RowPair, VERDICTS } from './pair-list.ts';
import { PatternHistogram } from './pattern-histogram.ts';
import { findRow, fitRows, type LabelledRows } from './row-pairs.ts';
import { createScorer, evidenceOf, pairVerdict, type Scorer } from './scorer.ts';
import { type Known, measure } from './statistics.ts';

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
  const known = { corpus, statistics: measure(corpus) };
  const { statistics } = known;
  return {
    resolve: (options = {}) => resolveCorpus(known, options),
    score(pairs, model = DEFAULT_MODEL) {
      const scorer = createScorer(corpus, statistics, model);
      return pairs.map((pair) => {
        const both = rowsOf(corpus, pair);
        return both && explain({ corpus, scorer, model }, both);
      });
    },
    countProposed: (pairs) =>
      countProposed(
        corpus.size,
        layRules(corpus, statistics),
        pairs.flatMap((pair) => rowsOf(corpus, pair) ?? []),
      ),
    proposed() {
      const pairs: RidPair[] = [];
      proposePairs(corpus, statistics, (a, b) => {
        pairs.push([corpus.records[a]!.rid, corpus.records[b]!.rid]);
      });
      return pairs;
    },
    fit(labelled, base = DEFAULT_MODEL) {
      const rows = labelled.flatMap(({ pair: rids, isSame }): LabelledRows[] => {
        const pair = rowsOf(corpus, rids);
        return pair ? [{ pair, isSame }] : [];
      });
      return fitRows(known, rows, base);
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

/** Rows are in the order of `rid`. */
export function resolveCorpus(
  { corpus, statistics }: Known & { corpus: RecordCorpus },
  options: ResolveOptions,
): Resolution {
  const scorer = createScorer(corpus, statistics, options.model ?? DEFAULT_MODEL);
  const decided = readDecisions(corpus, options);
  const decisionOf = (a: number, b: number): Verdict | undefined =>
    decided.size === 0 ? undefined : decided.get(a < b ? pairKey({ a, b }) : pairKey({ a: b, b: a }));
  const found = new PairList();
  const candidatePairs = proposePairs(corpus, statistics, (a, b) => {
    const bits = scorer.bits(a, b);
    const verdict = decisionOf(a, b) ?? scorer.verdict(bits);
    if (verdict !== 'distinct') found.add({ a, b, bits, verdict });
  });
  const certain = [...decided].flatMap(([key, verdict]) => (verdict === 'same' ? [pairOfKey(key)] : []));
  const clusterOf = cluster(corpus.size, { certain, found }, clusterRules({ scorer, decisionOf }));
  const ridOf = (row: number): string => corpus.records[row]!.rid;
  return {
    clusterOf: new Map(corpus.records.map(({ rid }, row) => [rid, ridOf(clusterOf[row]!)])),
    // Rows are in the order of their `rid`: sorting rows sorts texts.
    pairs: Array.from(found.orderByRows(corpus.size), (at) => ({
      a: ridOf(found.a[at]!),
      b: ridOf(found.b[at]!),
      verdict: VERDICTS[found.verdict[at]!]!,
      probability: probabilityOf(found.bits[at]!),
      bits: found.bits[at]!,
    })),
    counts: { records: corpus.size, candidatePairs, clusters: countClusters(clusterOf) },
  };
}

/** Smaller row first, or `null` when a record is unknown or compared with itself. */
function rowsOf({ records, size }: RecordCorpus, pair: RidPair): RowPair | null {
  const [x, y] = pair.map((rid) => findRow(size, (row) => records[row]!.rid, rid)) as [number, number];
  if (x < 0 || y < 0 || x === y) return null;
  return x < y ? { a: x, b: y } : { a: y, b: x };
}

/** Rows take 26 bits at most, so two of them make one exact integer. */
const ROW_LIMIT = 0x4000000;
const pairKey = ({ a, b }: RowPair): number => a * ROW_LIMIT + b;
const pairOfKey = (key: number): RowPair => ({ a: Math.floor(key / ROW_LIMIT), b: key % ROW_LIMIT });

function readDecisions(
  corpus: RecordCorpus,
  { decisions = [], certainLinks = [] }: ResolveOptions,
): Map<number, Verdict> {
  const decided = new Map<number, Verdict>();
  const certain = certainLinks.map(([a, b]): PairDecision => ({ a, b, verdict: 'same' }));
  for (const { a, b, verdict } of [...certain, ...decisions]) {
    const both = rowsOf(corpus, [a, b]);
    if (both) decided.set(pairKey(both), verdict);
  }
  return decided;
}

function explain(
  { corpus, scorer, model }: { corpus: RecordCorpus; scorer: Scorer; model: MatchModel },
  { a, b }: RowPair,
): ExplainedVerdict {
  const verdict = pairVerdict(scorer, corpus, [a, b]);
  return {
    ...verdict,
    evidence: evidenceOf(scorer, model, [corpus.records[a]!, corpus.records[b]!]),
  };
}
