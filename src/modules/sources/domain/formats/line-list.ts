const MAX_LISTED = 10;

/** Positions as a short text: « 3, 8, 12 », or « 1, 2, … (57) » when there are many. */
export function describePositions(positions: readonly number[]): string {
  const listed = positions.slice(0, MAX_LISTED).join(', ');
  return positions.length > MAX_LISTED ? `${listed}, … (${positions.length})` : listed;
}
