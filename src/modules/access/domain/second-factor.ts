/** RFC 6238: a code of six digits per half minute; the one before and the one after make up for a clock that drifts. */
const STEP_MS = 30_000;
const MOST_FAILURES = 5;
const LOCK_MS = 15 * 60_000;

/** A working day: whoever pays types one code in the morning. */
const PROVEN_MS = 12 * 60 * 60_000;

/** The half minutes whose codes are worth something now and did not serve yet. */
export function openSteps(now: Date, lastStep: number): number[] {
  const step = Math.floor(now.getTime() / STEP_MS);
  return [step - 1, step, step + 1].filter((one) => one > lastStep);
}

export interface Failures {
  failures: number;
  lockedUntil: Date | null;
}

export const isLocked = ({ lockedUntil }: Failures, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now;

/** Five wrong codes close the door for a quarter of an hour: guessing six digits then takes years. */
export function afterFailure({ failures }: Failures, now: Date): Failures {
  const count = failures + 1;
  return count < MOST_FAILURES
    ? { failures: count, lockedUntil: null }
    : { failures: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) };
}

export const provenUntil = (provenAt: Date): Date => new Date(provenAt.getTime() + PROVEN_MS);

export const isProven = (provenAt: Date | null, now: Date): boolean =>
  provenAt !== null && now < provenUntil(provenAt);

/** Crockford's alphabet: read from paper, no letter is taken for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;
export const BACKUP_CODES = 8;

/** 50 bits, in two groups: « 7KQ2M-X04TB ». */
export const backupCode = (bytes: Uint8Array): string => {
  const signs = Array.from(bytes.slice(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
};

/** As it was made, however it was typed. */
export const cleanCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
