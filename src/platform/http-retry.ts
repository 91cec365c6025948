import type { DownloadRefusal } from './http-refusal.ts';

const FIRST_DELAY_MS = 500;
/** A server that asks for more is left alone: the next import will come back. */
const MAX_RETRY_AFTER_SECONDS = 60;
const RETRIED_STATUSES = new Set([429, 500, 502, 503, 504]);
/** A name that does not exist, or a certificate that is wrong, will be so a second later. */
const LASTING_CAUSES = /^(ENOTFOUND|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** How long to wait before the next attempt, or `null` when trying again would not help. `spread` is between 0 and 1. */
export function retryDelayMs(refusal: DownloadRefusal, attempt: number, spread: number): number | null {
  if (!isPassing(refusal)) return null;
  const asked = refusal.kind === 'http-error' ? refusal.retryAfterSeconds : undefined;
  if (asked !== undefined) return asked <= MAX_RETRY_AFTER_SECONDS ? asked * 1000 : null;
  const longest = FIRST_DELAY_MS * 2 ** (attempt - 1);
  return Math.round(longest * (0.5 + spread / 2));
}

function isPassing(refusal: DownloadRefusal): boolean {
  if (refusal.kind === 'http-error') return RETRIED_STATUSES.has(refusal.status);
  return refusal.kind === 'unreachable' && !LASTING_CAUSES.test(refusal.cause);
}
