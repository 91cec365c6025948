import { type Decision, pairKey, type RecordPair } from './decision.ts';

/** The latest word on each pair. Decisions come oldest first. */
export const latestOfPairs = (decisions: readonly Decision[]): Decision[] => [
  ...new Map(decisions.map((decision) => [pairKey(decision), decision])).values(),
];

/** Decisions that nobody undid; undoing is no decision itself. */
export function effective(history: readonly Decision[]): Decision[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  return history.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}

/**
 * What undoing a gesture says again: for each of its pairs that nobody decided since, what stood before it, or nothing.
 * Empty when nothing of the gesture stands any more.
 */
export function stateBefore(
  gesture: readonly Decision[],
  history: readonly Decision[],
): (RecordPair & Pick<Decision, 'verdict' | 'undoes'>)[] {
  const given = effective(history);
  const top = new Set(latestOfPairs(given).map(({ id }) => id));
  return gesture
    .filter(({ id }) => top.has(id))
    .map(({ id, a, b }) => {
      const earlier = given.filter((row) => row.id < id && pairKey(row) === pairKey({ a, b }));
      return { a, b, verdict: earlier.at(-1)?.verdict ?? 'withdrawn', undoes: id };
    });
}
