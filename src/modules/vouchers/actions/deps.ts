import type { Database } from '../../../platform/db/database.ts';

/** What every action on vouchers needs of the outside. */
export interface VoucherDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** Whoever acts, for one organisation of theirs. Written beside what they did, never shown as a name. */
export interface Hand {
  person: string;
  organisation: string;
}

/** What is written in the ledger and in the history of passes. */
export const byOf = ({ person, organisation }: Hand): string => `${person}@${organisation}`;

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters that people can read to each other, at random. */
export const randomName = (length: number, { randomBytes }: Pick<VoucherDeps, 'randomBytes'>): string =>
  Array.from(randomBytes(length), (byte) => LETTERS[byte & 31]).join('');
