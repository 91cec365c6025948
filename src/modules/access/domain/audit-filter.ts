import { parseLocalDate } from '../../../kernel/dates.ts';

/** What is looked for in the journal; empty: everything. */
export interface AuditFilter {
  personId: string;
  organisationId: string;
  action: string;
  subjectId: string;
  /** Local days, `YYYY-MM-DD`, both included. */
  from: string;
  until: string;
}

const CODE = /^[\w:-]{1,80}$/;
/** An act may be about two things at once: a programme and a place. */
const SUBJECT = /^[\w:-]+(?: [\w:-]+)?$/;

const matching = (pattern: RegExp, text = ''): string => (pattern.test(text) ? text : '');
const day = (text = ''): string => parseLocalDate(text) ?? '';

/** From an address: what is no number and no day looks for nothing. */
export const readFilter = (said: (name: string) => string | undefined): AuditFilter => ({
  personId: matching(CODE, said('personne')),
  organisationId: matching(CODE, said('organisation')),
  action: matching(CODE, said('action')),
  subjectId: matching(SUBJECT, said('objet')?.slice(0, 160)),
  from: day(said('du')),
  until: day(said('au')),
});
