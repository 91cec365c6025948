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

/** A bonus is worth a sum of its own and comes last: what passes that were taken are worth says whether it is among them. */
export function splitBonus(
  { passCents }: Pick<ProgrammeTerms, 'passCents'>,
  { count, cents }: { count: number; cents: bigint },
): { ordinary: number; bonusCents: bigint } {
  const hasBonus = cents !== passCents * BigInt(count);
  const ordinary = hasBonus ? count - 1 : count;
  return { ordinary, bonusCents: cents - passCents * BigInt(ordinary) };
}

/** Lengths of help that places give, in minutes: those that whole passes can pay. */
const USUAL_MINUTES = [30, 60, 90, 120, 180, 240, 360];
const USUAL_COUNTS = [1, 2, 3, 4, 5, 10];

/** How many passes are proposed at once, smallest first: round times of help, or a few amounts. */
export function usualCounts({
  passMinutes,
  passesPerBooklet,
}: Pick<ProgrammeTerms, 'passMinutes' | 'passesPerBooklet'>): number[] {
  const round = USUAL_MINUTES.map((minutes) => minutes / (passMinutes ?? 1)).filter(Number.isInteger);
  const counts = passMinutes === null || round.length < 2 ? USUAL_COUNTS : round;
  return [...new Set([1, ...counts])].filter((count) => count <= passesPerBooklet);
}
