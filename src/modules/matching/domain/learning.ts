import { type Decision, pairKey, type RecordPair } from './decision.ts';
import { fitModel, type LabelledPattern } from './fit.ts';
import { effective, latestOfPairs } from './gestures.ts';
import { DEFAULT_MODEL, type MatchModel, probabilityOf, weightsOf } from './model.ts';

/** What one gesture of a person teaches: the pair they were asked about, and whether it is one place. */
export interface Lesson extends RecordPair {
  /** The decision that says so. */
  id: number;
  isSame: boolean;
}

/** A lesson with what the comparison sees of its pair. */
export interface Example extends Lesson, LabelledPattern {
  /** No sum of bits goes over a veto. */
  isVetoed: boolean;
}

/** Below fifty, which pairs happened to be asked weighs more than what they teach (docs/adr/0016 gives the curve). */
export const LEAST_DECISIONS = 50;
/** Of « same » as of the others: from answers that are all alike, only the prior would move. */
export const LEAST_OF_EACH = 10;

/**
 * Four times the pull of labels drawn for learning: decisions are about doubtful pairs only. Fifty of them move no weight
 * by more than about half a bit.
 */
const PULL = 4;
const FOLDS = 10;

/**
 * Every gesture that stands, counted once by the pair it was asked about: what it implies for the other records of two
 * places is not another judgement. In the order of the pairs.
 */
export function lessonsOf(decisions: readonly Decision[]): Lesson[] {
  const gestures = new Map<string, Decision>();
  for (const decision of latestOfPairs(effective(decisions)).sort((x, y) => x.id - y.id)) {
    const gesture = `${decision.at.getTime()} ${decision.author}`;
    if (!gestures.has(gesture)) gestures.set(gesture, decision);
  }
  return [...gestures.values()]
    .flatMap(({ id, a, b, verdict }) =>
      verdict === 'unknown' || verdict === 'withdrawn' ? [] : [{ id, a, b, isSame: verdict === 'same' }],
    )
    .sort((x, y) => (pairKey(x) < pairKey(y) ? -1 : 1));
}

/** How many decisions are missing before anything can be learnt; zero for each once there are enough. */
export function missingLessons(lessons: readonly { isSame: boolean }[]) {
  const same = lessons.filter(({ isSame }) => isSame).length;
  const missing = (least: number, count: number) => Math.max(0, least - count);
  return {
    decisions: missing(LEAST_DECISIONS, lessons.length),
    same: missing(LEAST_OF_EACH, same),
    other: missing(LEAST_OF_EACH, lessons.length - same),
  };
}

/** The reasoned weights, moved by these examples. The same examples give the same weights, bit for bit. */
export const learn = (examples: readonly Example[]): MatchModel =>
  fitModel(DEFAULT_MODEL, inOrder(examples), { pull: PULL, keepsMissingNeutral: true });

/** How a comparison agrees with what people decided. */
export interface Agreement {
  decisions: number;
  agreed: number;
  /** Pairs it would join and people keep apart. */
  wronglyJoined: number;
  /** Pairs it would keep apart and people join. */
  missed: number;
  /** Bits of surprise per decision: being sure and wrong costs most. */
  surpriseBits: number;
}

/**
 * How learning from the examples that are `known` would agree with all of them, each judged by weights that did not read
 * it. Pairs that share a record are judged together: one must not whisper the answer of the other.
 */
export function crossValidate(
  examples: readonly Example[],
  isKnown: (example: Example) => boolean,
): Agreement {
  const ordered = inOrder(examples);
  const foldOf = foldsOf(ordered);
  const total: Agreement = { decisions: 0, agreed: 0, wronglyJoined: 0, missed: 0, surpriseBits: 0 };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const judged = ordered.filter((_, at) => foldOf[at] === fold);
    if (judged.length === 0) continue;
    const model = learn(ordered.filter((example, at) => foldOf[at] !== fold && isKnown(example)));
    judge(model, judged, total);
  }
  return { ...total, surpriseBits: total.surpriseBits / Math.max(1, total.decisions) };
}

/** Neither more often wrong, nor wrong with more assurance. */
export const isNotWorse = (after: Agreement, before: Agreement): boolean =>
  after.agreed >= before.agreed && after.surpriseBits <= before.surpriseBits;

/** What may be done with a version: nothing when the decisions say that it is worse. */
export function stateOf(
  { version, before, after }: { version: number; before: Agreement; after: Agreement },
  inForce: number | null,
): 'inForce' | 'worse' | 'ready' {
  if (version === inForce) return 'inForce';
  return isNotWorse(after, before) ? 'ready' : 'worse';
}

const inOrder = (examples: readonly Example[]): Example[] =>
  examples.toSorted((x, y) => (pairKey(x) < pairKey(y) ? -1 : 1));

/** Far beyond what evidence reaches: a surprise stays a finite number. */
const LEAST_PROBABILITY = 2 ** -40;

function judge(model: MatchModel, examples: readonly Example[], total: Agreement): void {
  const weights = weightsOf(model);
  for (const { levels, isSame, isVetoed } of examples) {
    const bits = levels.reduce((sum, level) => sum + weights[level]!, model.priorBits);
    const saysSame = bits >= 0 && !isVetoed;
    total.decisions += 1;
    if (saysSame === isSame) total.agreed += 1;
    else if (saysSame) total.wronglyJoined += 1;
    else total.missed += 1;
    total.surpriseBits -= Math.log2(Math.max(LEAST_PROBABILITY, probabilityOf(isSame ? bits : -bits)));
  }
}

/** Groups of pairs that share records are dealt out in turn, in the order of the pairs. */
function foldsOf(examples: readonly Example[]): number[] {
  const groupOf = new Map<string, number>();
  const parent: number[] = [];
  const root = (group: number): number => (parent[group] === group ? group : root(parent[group]!));
  const groups = examples.map(({ a, b }) => {
    const [x, y] = [groupOf.get(a), groupOf.get(b)].map((group) =>
      group === undefined ? parent.length : root(group),
    );
    const group = Math.min(x!, y!);
    for (const other of [x!, y!]) parent[other] = group;
    groupOf.set(a, group).set(b, group);
    return group;
  });
  const rankOf = new Map<number, number>();
  return groups.map((group) => {
    const top = root(group);
    const rank = rankOf.get(top) ?? rankOf.size;
    rankOf.set(top, rank);
    return rank % FOLDS;
  });
}
