import { type Decision, pairKey, type RecordPair } from './decision.ts';

/** The latest word on each pair, in the order in which the pairs were first decided. Decisions come oldest first. */
export const latestOfPairs = (decisions: readonly Decision[]): Decision[] => [
  ...new Map(decisions.map((decision) => [pairKey(decision), decision])).values(),
];

/**
 * What undoing a gesture says again: for each of its pairs that nobody decided since, what stood before it, or nothing.
 * Empty when nothing of the gesture stands any more, or when it only undid others.
 */
export function stateBefore(
  gesture: readonly Decision[],
  history: readonly Decision[],
): (RecordPair & { verdict: Decision['verdict'] })[] {
  const latest = new Map(history.map((decision) => [pairKey(decision), decision.id]));
  const standing = gesture.filter((row) => latest.get(pairKey(row)) === row.id);
  if (standing.every(({ verdict }) => verdict === 'withdrawn')) return [];
  return standing.map(({ id, a, b }) => {
    const earlier = history.filter((row) => row.id < id && pairKey(row) === pairKey({ a, b }));
    return { a, b, verdict: earlier.at(-1)?.verdict ?? 'withdrawn' };
  });
}
