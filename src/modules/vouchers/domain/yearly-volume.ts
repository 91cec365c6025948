/**
 * V12: above a million euros of payments in twelve months, whoever issues vouchers accepted in a limited network tells
 * the ACPR, and again each year (Code monétaire et financier, art. L. 521-3, II).
 */
const DECLARED_FROM_CENTS = 100_000_000n;

/** Warned at four fifths of it: a declaration takes time to write. */
const WARNED_FROM_CENTS = (DECLARED_FROM_CENTS * 8n) / 10n;

export type VolumeLevel = 'below' | 'near' | 'over';

export const volumeLevel = (cents: bigint): VolumeLevel =>
  cents > DECLARED_FROM_CENTS ? 'over' : cents >= WARNED_FROM_CENTS ? 'near' : 'below';
