import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { MatchRecord, Resolution } from '../domain/match-record.ts';
import { type ExplainedVerdict, type Matcher, openMatcher } from '../domain/matcher.ts';
import { DEFAULT_MODEL } from '../domain/model.ts';
import { labelledOnly, type PairRow } from '../domain/pair-files.ts';

export interface ResolveFilesInput {
  records: readonly MatchRecord[];
  /** Pairs to score, whether blocking proposes them or not. */
  pairs: readonly PairRow[];
  labels: readonly PairRow[];
}

export interface ResolveFilesOutcome {
  resolution: Resolution;
  verdicts: (ExplainedVerdict | null)[];
  modelVersion: string;
  /** Share of the pairs known as one place that blocking proposes; `null` when none is known. */
  pairCompleteness: number | null;
}

export interface RepeatedRid {
  kind: 'repeated-rid';
  rid: string;
}

/** Resolves, scores and measures in one pass over records already read. */
export function resolveFiles({
  records,
  pairs,
  labels,
}: ResolveFilesInput): Result<ResolveFilesOutcome, RepeatedRid> {
  const matcher = openMatcher(records);
  const known = labelledOnly(labels);
  const model = known.length === 0 ? DEFAULT_MODEL : matcher.fit(known);
  const verdicts = matcher.score(
    pairs.map(({ pair }) => pair),
    model,
  );
  const resolution = matcher.resolve({ model });
  // Looked for only when the count betrays it: a set of a million identifiers costs as much as reading their names.
  if (resolution.clusterOf.size < records.length)
    return refuse({ kind: 'repeated-rid', rid: repeatedRid(records) });
  return ok({
    resolution,
    verdicts,
    modelVersion: model.version,
    pairCompleteness: completeness(matcher, [...pairs, ...labels]),
  });
}

function repeatedRid(records: readonly MatchRecord[]): string {
  const seen = new Set<string>();
  for (const { rid } of records) {
    if (seen.has(rid)) return rid;
    seen.add(rid);
  }
  throw new Error('No identifier is repeated.');
}

function completeness(matcher: Matcher, rows: readonly PairRow[]): number | null {
  const same = rows.flatMap(({ pair, isSame }) => (isSame ? [pair] : []));
  return same.length === 0 ? null : matcher.countProposed(same) / same.length;
}
