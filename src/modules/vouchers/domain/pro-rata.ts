/** V7: splits an amount in cents by weights; what division leaves goes to the largest remainders, then in the order of the names. */
export function splitProRata(cents: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n);
  if (cents < 0n || total <= 0n || [...weights.values()].some((weight) => weight < 0n))
    throw new Error('Only a positive amount is split, by positive weights.');
  const parts = [...weights].map(([name, weight]) => ({
    name,
    part: (cents * weight) / total,
    remainder: (cents * weight) % total,
  }));
  let left = cents - parts.reduce((sum, { part }) => sum + part, 0n);
  const ranked = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? (a.name < b.name ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
  );
  for (const one of ranked) {
    if (left === 0n) break;
    one.part += 1n;
    left -= 1n;
  }
  return new Map(parts.map(({ name, part }) => [name, part]));
}
