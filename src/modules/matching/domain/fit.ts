import { LEVELS, type Level } from './levels.ts';
import type { MatchModel } from './model.ts';

/** A labelled pair as the comparison sees it: the level reached in each field. */
export interface LabelledPattern {
  levels: Int32Array;
  isSame: boolean;
}

export interface FitOptions {
  /**
   * Strength of the pull towards the base weights, in squared natural log-odds: at 1, a level needs a dozen labels
   * before it moves by half of what they say.
   */
  pull?: number;
  /** Whether a level that says « unknown » or « none » stays at 0 bit, whatever the labels. */
  keepsMissingNeutral?: boolean;
}

const MAX_ROUNDS = 30;
const CONVERGED = 1e-7;
/** Nats: Newton's step overshoots where the labels are nearly separable. */
const LARGEST_STEP = 2;
/** Rules and certainties are not weighed. */
const FIXED = /^(?:veto|origin)-|-unread$/;
const NEUTRAL = /-(?:unknown|none|other)$/;
const BITS_PER_NAT = 1 / Math.LN2;

/**
 * Weights that make the labels most likely (logistic regression on the levels, by Newton's method), starting from and
 * pulled towards the base model. No randomness: the same labels give the same weights. Vetoes are rules, not weights.
 */
export function fitModel(
  base: MatchModel,
  labelled: readonly LabelledPattern[],
  { pull = 1, keepsMissingNeutral = false }: FitOptions = {},
): MatchModel {
  const start = Float64Array.from(
    [base.priorBits, ...LEVELS.map((level) => base.bits[level])],
    (bits) => bits * Math.LN2,
  );
  const isFixed = [
    false,
    ...LEVELS.map((level) => FIXED.test(level) || (keepsMissingNeutral && NEUTRAL.test(level))),
  ];
  const weights = start.slice();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const step = newtonStep(slopes(labelled, { weights, start, pull }), isFixed);
    const largest = step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
    const scale = Math.min(1, LARGEST_STEP / largest);
    for (let at = 0; at < weights.length; at += 1) weights[at]! += step[at]! * scale;
    if (largest < CONVERGED) break;
  }
  // What no label moved keeps its weight to the last digit.
  const moved = (at: number): number => (weights[at]! - start[at]!) * BITS_PER_NAT;
  const bits = Object.fromEntries(LEVELS.map((level, at) => [level, base.bits[level] + moved(at + 1)]));
  return {
    version: `${base.version}+${labelled.length}`,
    priorBits: base.priorBits + moved(0),
    bits: bits as Record<Level, number>,
    readsFinely: base.readsFinely,
  };
}

function newtonStep({ gradient, curvature }: Slopes, isFixed: readonly boolean[]): Float64Array {
  isFixed.forEach((fixed, at) => {
    if (!fixed) return;
    gradient[at] = 0;
    for (let other = 0; other < gradient.length; other += 1)
      if (other !== at) curvature[at]![other] = curvature[other]![at] = 0;
  });
  return solvePositive(curvature, gradient);
}

interface Slopes {
  gradient: Float64Array;
  curvature: Float64Array[];
}

function slopes(
  labelled: readonly LabelledPattern[],
  { weights, start, pull }: { weights: Float64Array; start: Float64Array; pull: number },
): Slopes {
  const gradient = Float64Array.from(weights, (weight, at) => pull * (start[at]! - weight));
  const curvature = Array.from({ length: weights.length }, (_, at) => {
    const row = new Float64Array(weights.length);
    row[at] = pull;
    return row;
  });
  for (const { levels, isSame } of labelled) {
    const active = [0, ...Array.from(levels, (level) => level + 1)];
    const logOdds = active.reduce((sum, at) => sum + weights[at]!, 0);
    const probability = 1 / (1 + Math.exp(-logOdds));
    const spread = probability * (1 - probability);
    for (const at of active) {
      gradient[at]! += (isSame ? 1 : 0) - probability;
      for (const other of active) curvature[at]![other]! += spread;
    }
  }
  return { gradient, curvature };
}

/** Solves a symmetric positive-definite system (Cholesky). */
function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((row) => row.slice());
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = lower[row]![column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row]![k]! * lower[column]![k]!;
      lower[row]![column] = row === column ? Math.sqrt(sum) : sum / lower[column]![column]!;
    }
  }
  const solution = right.slice();
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) solution[row]! -= lower[row]![k]! * solution[k]!;
    solution[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) solution[row]! -= lower[k]![row]! * solution[k]!;
    solution[row]! /= lower[row]![row]!;
  }
  return solution;
}
