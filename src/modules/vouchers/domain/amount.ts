import type { ProgrammeTerms } from './programme.ts';

/** What passes pay for: a time of help, or a sum of money. */
export type Amount = { kind: 'minutes'; minutes: number } | { kind: 'cents'; cents: bigint };

export const amountOf = (
  { passMinutes, passCents }: Pick<ProgrammeTerms, 'passMinutes' | 'passCents'>,
  passCount: number,
): Amount =>
  passMinutes === null
    ? { kind: 'cents', cents: passCents * BigInt(passCount) }
    : { kind: 'minutes', minutes: passMinutes * passCount };
