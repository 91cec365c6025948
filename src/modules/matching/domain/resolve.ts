import { proposePairs } from './blocking.ts';
import { buildCorpus } from './build-corpus.ts';
import { cluster, type Edge } from './clustering.ts';
import type { Corpus } from './corpus.ts';
import type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './match-record.ts';
import { DEFAULT_MODEL, type MatchModel, probabilityOf } from './model.ts';
import { createScorer, evidenceOf, pairVerdict, type Scorer } from './scorer.ts';
import { measure } from './statistics.ts';

export interface ResolveOptions {
  /** What people decided: it wins over any score. */
  decisions?: readonly PairDecision[];
  model?: MatchModel;
  /** Pairs known to be one record, such as a record re-published by an aggregator with its identifier. */
  certainLinks?: readonly (readonly [string, string])[];
}

interface Decided {
  verdicts: Map<number, Verdict>;
  edges: Edge[];
}

/** Which records are the same place. The result depends on the set of records only, not on their order. */
export function resolve(records: readonly MatchRecord[], options: ResolveOptions = {}): Resolution {
  const corpus = buildCorpus(records);
  const statistics = measure(corpus);
  const scorer = createScorer(corpus, statistics, options.model ?? DEFAULT_MODEL);
  const decided = readDecisions(corpus, options);
  const found: ScoredPair[] = [];
  const candidatePairs = proposePairs(corpus, statistics, (a, b) => {
    const bits = scorer.bits(a, b);
    const verdict = decided.verdicts.get(pairKey(a, b)) ?? scorer.verdict(bits);
    if (verdict !== 'distinct') found.push({ a, b, bits, verdict });
  });
  const edges = decided.edges.concat(found.filter(({ verdict }) => verdict === 'same'));
  const clusterOf = cluster(corpus.size, edges, { weigh: weigher(scorer, decided) });
  const ridOf = (row: number): string => corpus.records[row]!.rid;
  return {
    clusterOf: new Map(corpus.records.map(({ rid }, row) => [rid, ridOf(clusterOf[row]!)])),
    // Rows are in the order of their `rid`: sorting rows sorts texts.
    pairs: found
      .sort((x, y) => x.a - y.a || x.b - y.b)
      .map(({ a, b, bits, verdict }) => ({
        a: ridOf(a),
        b: ridOf(b),
        verdict,
        probability: probabilityOf(bits),
        bits,
      })),
    counts: {
      records: corpus.size,
      candidatePairs,
      clusters: clusterOf.reduce((count, root, row) => count + (root === row ? 1 : 0), 0),
    },
  };
}

interface ScoredPair extends Edge {
  verdict: Verdict;
}

/** Rows fit in 26 bits, so both fit in an exact integer. */
const pairKey = (a: number, b: number): number => a * 0x4000000 + b;

function readDecisions({ records }: Corpus, { decisions = [], certainLinks = [] }: ResolveOptions): Decided {
  const decided: Decided = { verdicts: new Map(), edges: [] };
  if (decisions.length === 0 && certainLinks.length === 0) return decided;
  const rows = new Map(records.map(({ rid }, row) => [rid, row]));
  const certain = certainLinks.map(([a, b]): PairDecision => ({ a, b, verdict: 'same' }));
  for (const { a, b, verdict } of [...certain, ...decisions]) {
    const [x, y] = [rows.get(a), rows.get(b)];
    if (x === undefined || y === undefined || x === y) continue;
    decided.verdicts.set(pairKey(Math.min(x, y), Math.max(x, y)), verdict);
  }
  for (const [key, verdict] of decided.verdicts) {
    const [a, b] = [Math.floor(key / 0x4000000), key % 0x4000000];
    if (verdict === 'same') decided.edges.push({ a, b, bits: Number.POSITIVE_INFINITY });
  }
  return decided;
}

function weigher(scorer: Scorer, { verdicts }: Decided): (a: number, b: number) => number {
  return (x, y) => {
    const [a, b] = x < y ? [x, y] : [y, x];
    const decision = verdicts.size === 0 ? undefined : verdicts.get(pairKey(a, b));
    if (decision === 'same') return 0;
    if (decision !== undefined) return Number.NEGATIVE_INFINITY;
    const bits = scorer.bits(a, b);
    return scorer.isVetoed() ? Number.NEGATIVE_INFINITY : bits;
  };
}

export interface ExplainedVerdict extends PairVerdict {
  evidence: Evidence[];
}

/** Scores two records on their own: frequencies are those of a typical directory. */
export function scorePair(
  a: MatchRecord,
  b: MatchRecord,
  model: MatchModel = DEFAULT_MODEL,
): ExplainedVerdict {
  return scorePairs([a, b], [[a.rid, b.rid]], model)[0]!;
}

/** Scores chosen pairs among records, with the frequencies of all of them. A pair with an unknown `rid` is left out. */
export function scorePairs(
  records: readonly MatchRecord[],
  pairs: readonly (readonly [string, string])[],
  model: MatchModel = DEFAULT_MODEL,
): ExplainedVerdict[] {
  const corpus = buildCorpus(records);
  const scorer = createScorer(corpus, measure(corpus), model);
  const rows = new Map(corpus.records.map(({ rid }, row) => [rid, row]));
  const explained: ExplainedVerdict[] = [];
  for (const [a, b] of pairs) {
    const [x, y] = [rows.get(a), rows.get(b)];
    if (x === undefined || y === undefined) continue;
    const verdict = pairVerdict(scorer, corpus, [x, y]);
    const evidence = evidenceOf(scorer, model, [
      corpus.records[Math.min(x, y)]!,
      corpus.records[Math.max(x, y)]!,
    ]);
    explained.push({ ...verdict, evidence });
  }
  return explained;
}
