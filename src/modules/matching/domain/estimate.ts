import { LEVELS, type Level } from './levels.ts';
import { type MatchModel, probabilityOf, weightsOf } from './model.ts';
import { type CountedPattern, LEVELS_OF_FIELD } from './pattern-histogram.ts';

/**
 * Share of the pairs, imagined to follow the base weights exactly, that is counted beside the real ones: at 1 the base
 * weighs as much as the data. Without it, pairs that share a building or an organisation make a class of their own.
 */
const PULL = 1;
const MAX_ROUNDS = 200;
/** Bits: no weight moves by more between the last two rounds. */
const CONVERGED_BITS = 1e-6;
/** Rules and certainties are not weighed, and what is missing stays neutral. */
const FIXED = /^(?:veto|origin)-|-(?:unread|unknown|none|other)$/;
const IS_FIXED = LEVELS.map((level) => FIXED.test(level));

/**
 * Weights from the pairs themselves, without any label (Fellegi–Sunter by expectation–maximisation), pulled towards the
 * base. Counts alone decide: the same pairs give the same weights.
 */
export function estimateModel(base: MatchModel, patterns: readonly CountedPattern[]): MatchModel {
  const prior = weightsOf(base);
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const imagined = countByClass(patterns, { bits: prior, priorBits: base.priorBits });
  let current: Weights = { bits: prior, priorBits: base.priorBits };
  for (let round = 0; round < MAX_ROUNDS && total > 0; round += 1) {
    const counted = countByClass(patterns, current);
    const next = maximise({ counted, imagined, prior });
    const moved = next.bits.reduce((most, bits, at) => Math.max(most, Math.abs(bits - current.bits[at]!)), 0);
    current = next;
    if (moved < CONVERGED_BITS) break;
  }
  return {
    ...base,
    version: `${base.version}~${total}`,
    priorBits: current.priorBits,
    bits: Object.fromEntries(LEVELS.map((level, at) => [level, current.bits[at]!])) as Record<Level, number>,
  };
}

interface Weights {
  bits: Float64Array;
  priorBits: number;
}

/** Expected number of pairs of each class at each level. */
interface ClassCounts {
  same: Float64Array;
  other: Float64Array;
  sameTotal: number;
  total: number;
}

function countByClass(patterns: readonly CountedPattern[], { bits, priorBits }: Weights): ClassCounts {
  const counts: ClassCounts = {
    same: new Float64Array(LEVELS.length),
    other: new Float64Array(LEVELS.length),
    sameTotal: 0,
    total: 0,
  };
  for (const { levels, count } of patterns) {
    const isSame = probabilityOf(levels.reduce((sum, level) => sum + bits[level]!, priorBits));
    counts.sameTotal += count * isSame;
    counts.total += count;
    for (const level of levels) {
      counts.same[level]! += count * isSame;
      counts.other[level]! += count * (1 - isSame);
    }
  }
  return counts;
}

interface Step {
  counted: ClassCounts;
  imagined: ClassCounts;
  prior: Float64Array;
}

function maximise({ counted, imagined, prior }: Step): Weights {
  const bits = prior.slice();
  for (const field of LEVELS_OF_FIELD) weighField(bits, field, { counted, imagined, prior });
  const same = counted.sameTotal + PULL * imagined.sameTotal;
  const total = counted.total + PULL * imagined.total;
  return { bits, priorBits: Math.log2(same / (total - same)) };
}

/** Shares among the pairs where the field says something: a missing value stays at 0 bit. */
function weighField(bits: Float64Array, field: readonly number[], { counted, imagined, prior }: Step): void {
  const free = field.filter((level) => !IS_FIXED[level] && imagined.other[level]! > 0);
  // The imagined pairs of one place are spread over the levels as the base weights would have them.
  const likely = free.map((level) => imagined.other[level]! * 2 ** prior[level]!);
  const scale = sumAt(free, imagined.same) / sum(likely);
  const same = free.map((level, at) => counted.same[level]! + PULL * scale * likely[at]!);
  const other = free.map((level) => counted.other[level]! + PULL * imagined.other[level]!);
  const [allSame, allOther] = [sum(same), sum(other)];
  free.forEach((level, at) => {
    bits[level] = Math.log2(same[at]! / allSame / (other[at]! / allOther));
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sumAt = (levels: readonly number[], counts: Float64Array): number =>
  levels.reduce((total, level) => total + counts[level]!, 0);
