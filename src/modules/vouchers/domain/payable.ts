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

/** Why nothing may leave the account of a programme today; `until`: an instant (P5). */
export type EscrowHold =
  | { kind: 'no-escrow' }
  | { kind: 'escrow-waiting' }
  | { kind: 'escrow-delay'; until: Date };

/** P5: the account that pays is held as those that are paid. Null: it may pay. */
export function escrowHoldOf(
  {
    hasAccount,
    hasAccountWaiting,
    payableFrom,
  }: { hasAccount: boolean; hasAccountWaiting: boolean; payableFrom: Date | null },
  at: Date,
): EscrowHold | null {
  if (hasAccountWaiting) return { kind: 'escrow-waiting' };
  if (!hasAccount) return { kind: 'no-escrow' };
  return payableFrom !== null && payableFrom > at ? { kind: 'escrow-delay', until: payableFrom } : null;
}
