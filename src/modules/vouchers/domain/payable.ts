/** Why what a structure is owed goes into the next batch, or does not (P5, P8). */
export type Payability =
  | 'payable'
  | 'no-account'
  | 'account-waiting'
  | 'account-delay'
  | 'too-recent'
  | 'in-batch';

export interface OwedFacts {
  ripeCents: bigint;
  recentCents: bigint;
  hasAccountWaiting: boolean;
  payableFrom: Date | null;
}

/** The same reasons as the statement that takes what is due (`store/payments.ts`), so that none is silent. */
export function payabilityOf(
  { ripeCents, recentCents, hasAccountWaiting, payableFrom }: OwedFacts,
  at: Date,
): Payability {
  if (ripeCents === 0n) return recentCents > 0n ? 'too-recent' : 'in-batch';
  if (hasAccountWaiting) return 'account-waiting';
  if (payableFrom === null) return 'no-account';
  return payableFrom > at ? 'account-delay' : 'payable';
}
