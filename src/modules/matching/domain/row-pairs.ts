import { fitModel, type LabelledPattern } from './fit.ts';
import type { Verdict } from './match-record.ts';
import { type MatchModel, probabilityOf } from './model.ts';
import type { RowPair } from './pair-list.ts';
import { createScorer } from './scorer.ts';
import type { Known } from './statistics.ts';

export interface RowVerdict {
  verdict: Verdict;
  probability: number;
  bits: number;
}

/** Any pairs, whether blocking proposes them or not. */
export function scoreRows(
  { corpus, statistics }: Known,
  pairs: readonly RowPair[],
  model: MatchModel,
): RowVerdict[] {
  const scorer = createScorer(corpus, statistics, model);
  return pairs.map(({ a, b }) => {
    const bits = scorer.bits(a, b);
    return { verdict: scorer.verdict(bits), probability: probabilityOf(bits), bits };
  });
}

export interface LabelledRows {
  pair: RowPair;
  isSame: boolean;
}

/** A model moved by labels; it also learns to read spelling and distance step by step. */
export function fitRows(
  { corpus, statistics }: Known,
  labelled: readonly LabelledRows[],
  base: MatchModel,
): MatchModel {
  const fine = { ...base, readsFinely: true };
  const scorer = createScorer(corpus, statistics, fine);
  const patterns = labelled.map(({ pair, isSame }): LabelledPattern => {
    scorer.bits(pair.a, pair.b);
    return { levels: scorer.levels.slice(), isSame };
  });
  return fitModel(fine, patterns);
}

/** The row of an identifier among rows in order; -1 when it is unknown. */
export function findRow(size: number, ridOf: (row: number) => string, rid: string): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ridOf(middle) < rid) low = middle + 1;
    else high = middle;
  }
  return low < size && ridOf(low) === rid ? low : -1;
}
