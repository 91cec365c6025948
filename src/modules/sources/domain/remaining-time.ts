/** Below this, the pace is not known. */
const LEAST_ELAPSED_MS = 1_000;

/** Seconds left at the pace so far, or null while it cannot be told. */
export function remainingSeconds({
  done,
  total,
  elapsedMs,
}: {
  done: number;
  total: number;
  elapsedMs: number;
}): number | null {
  if (done <= 0 || total <= 0 || elapsedMs < LEAST_ELAPSED_MS) return null;
  return Math.ceil(((total - done) * elapsedMs) / done / 1000);
}
