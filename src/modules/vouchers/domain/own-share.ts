import { splitProRata } from './pro-rata.ts';

/** Where the euros of a programme stand, in the order in which they pass there. Paid is the end of the way. */
export const EURO_STEPS = ['provision', 'live', 'bonus', 'owed', 'paid'] as const;
export type EuroStep = (typeof EURO_STEPS)[number];

/**
 * Where the money of one funder stands, in cents. A euro bears no name: what it paid and did not get back is spread as all
 * the money of the programme is, to the cent. Null when it has nothing there.
 */
export function ownShare(
  own: { receivedCents: bigint; returnedCents: bigint },
  standing: Readonly<Record<EuroStep, bigint>>,
): Readonly<Record<EuroStep, bigint>> | null {
  const left = own.receivedCents - own.returnedCents;
  const total = EURO_STEPS.reduce((sum, step) => sum + standing[step], 0n);
  if (left <= 0n || total === 0n) return null;
  // In the order of the way: a name decides nothing of a remainder.
  const parts = splitProRata(
    left,
    new Map(EURO_STEPS.map((step, rank) => [`${rank} ${step}`, standing[step]])),
  );
  return Object.fromEntries(EURO_STEPS.map((step, rank) => [step, parts.get(`${rank} ${step}`)!])) as Record<
    EuroStep,
    bigint
  >;
}
