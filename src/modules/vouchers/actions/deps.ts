import { localDateAt } from '../../../kernel/dates.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import { recordAudit } from '../../access/index.ts';

/** What every action on vouchers needs of the outside. */
export interface VoucherDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** Whoever acts, for one organisation of theirs. Written beside what they did; named to those of the same organisation only. */
export interface Hand {
  person: string;
  organisation: string;
}

/** What is written in the ledger and in the history of passes. */
export const byOf = ({ person, organisation }: Hand): string => `${person}@${organisation}`;

/** Of what `byOf` wrote: two people are compared, whatever organisations they act for (P5, P6). */
export const personOf = (by: string): string => by.split('@')[0]!;

export const organisationOf = (by: string): string => by.slice(by.indexOf('@') + 1);

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters that people can read to each other, at random. */
export const randomName = (length: number, { randomBytes }: Pick<VoucherDeps, 'randomBytes'>): string =>
  Array.from(randomBytes(length), (byte) => LETTERS[byte & 31]).join('');

/** What a place reads to others to name one of its redemptions: the day of the help, then letters of its own. */
export const redemptionName = (at: Date, deps: Pick<VoucherDeps, 'randomBytes'>): string =>
  `R-${localDateAt(at).replaceAll('-', '')}-${randomName(10, deps)}`;

/** M6: what someone decided about money, in the transaction that does it. Numbers only. */
export const audit = (
  tx: Queries,
  { person, organisation }: Hand,
  done: { action: string; subjectKind: string; subjectId: string; at: Date },
): Promise<void> =>
  recordAudit(tx, { actor: { personId: person, organisation: { id: organisation } }, ...done });

export const auditBooklet = (
  tx: Queries,
  booklet: string,
  { action, hand, deps }: { action: string; hand: Hand; deps: VoucherDeps },
): Promise<void> => audit(tx, hand, { action, subjectKind: 'booklet', subjectId: booklet, at: deps.clock() });
