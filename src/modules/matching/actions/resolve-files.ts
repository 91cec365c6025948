import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { ok, type Result } from '../../../kernel/result.ts';
import { countProposed } from '../domain/blocking.ts';
import { countClusters } from '../domain/clustering.ts';
import { DEFAULT_MODEL } from '../domain/model.ts';
import type { PairRow } from '../domain/pair-files.ts';
import { VERDICTS } from '../domain/pair-list.ts';
import { findRow, fitRows, type RowVerdict, scoreRows } from '../domain/row-pairs.ts';
import { type FileRefusal, type Progress, type ResolvedFile, resolveFile } from './resolve-file.ts';
import { startCrew } from './start-crew.ts';

export interface ResolveFilesInput {
  records: string;
  /** Pairs to score, whether blocking proposes them or not. */
  pairs: readonly PairRow[];
  labels: readonly PairRow[];
  note(progress: Progress): void;
}

export interface ResolveFilesOutcome extends Pick<ResolvedFile, 'rids' | 'clusterOf'> {
  /** `null` where an identifier is unknown. */
  verdicts: (RowVerdict | null)[];
  modelVersion: string;
  /** Share of the pairs known as one place that blocking proposes; `null` when none is known. */
  pairCompleteness: number | null;
  threads: number;
  counts: Record<'records' | 'clusters' | 'candidatePairs' | 'same' | 'linked' | 'unknownPairs', number>;
}

/** Bytes. Below, starting threads takes longer than they spare. */
const SHARED_OUT_FROM = 16 * 2 ** 20;
/** Each thread holds the texts of all: beyond, memory grows faster than time shrinks. */
const MOST_THREADS = 8;

/** Resolves, scores and measures in one pass over the records. */
export async function resolveFiles({
  records: path,
  pairs,
  labels,
  note,
}: ResolveFilesInput): Promise<Result<ResolveFilesOutcome, FileRefusal>> {
  const { size } = await stat(path);
  const crew = startCrew(size < SHARED_OUT_FROM ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  try {
    const resolved = await resolveFile({
      path,
      size,
      crew,
      note,
      chooseModel: (known, rids) => {
        const taught = rowsOf(rids, labels).flatMap(({ pair, isSame }) =>
          pair && isSame !== null ? [{ pair, isSame }] : [],
        );
        return taught.length === 0 ? DEFAULT_MODEL : fitRows(known, taught, DEFAULT_MODEL);
      },
    });
    return resolved.ok ? ok(outcomeOf(resolved.value, { pairs, labels, threads: crew.size })) : resolved;
  } finally {
    await crew.close();
  }
}

function rowsOf(rids: readonly string[], rows: readonly PairRow[]) {
  const rowOf = (rid: string): number => findRow(rids.length, (row) => rids[row]!, rid);
  return rows.map(({ pair, isSame }) => {
    const [a, b] = [rowOf(pair[0]), rowOf(pair[1])];
    return { pair: a < 0 || b < 0 ? null : { a, b }, isSame };
  });
}

function outcomeOf(
  resolved: ResolvedFile,
  { pairs, labels, threads }: { pairs: readonly PairRow[]; labels: readonly PairRow[]; threads: number },
): ResolveFilesOutcome {
  const { known, rules, model, rids, clusterOf, found, candidatePairs } = resolved;
  const [asked, taught] = [rowsOf(rids, pairs), rowsOf(rids, labels)];
  const scored = scoreRows(
    known,
    asked.flatMap(({ pair }) => pair ?? []),
    model,
  );
  let next = 0;
  const verdicts = asked.map(({ pair }) => {
    if (!pair) return null;
    next += 1;
    return scored[next - 1]!;
  });
  const same = [...asked, ...taught].flatMap(({ pair, isSame }) => (pair && isSame ? [pair] : []));
  const countOf = (verdict: 'same' | 'linked'): number =>
    found.verdict.reduce((count, code) => count + (VERDICTS[code] === verdict ? 1 : 0), 0);
  return {
    rids,
    clusterOf,
    verdicts,
    modelVersion: model.version,
    pairCompleteness: same.length === 0 ? null : countProposed(rids.length, rules, same) / same.length,
    threads,
    counts: {
      records: rids.length,
      clusters: countClusters(clusterOf),
      candidatePairs,
      same: countOf('same'),
      linked: countOf('linked'),
      unknownPairs: [...asked, ...taught].filter(({ pair }) => !pair).length,
    },
  };
}
