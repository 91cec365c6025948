const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A server that refuses strangers for a while (greylisting) accepts within minutes; one that is down, within a day. */
const DELAYS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS, 24 * HOUR_MS];

/** When to try again after this many attempts; null when it is time to give up. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const delayMs = DELAYS_MS[attempts - 1];
  return delayMs === undefined ? null : new Date(now.getTime() + delayMs);
}
