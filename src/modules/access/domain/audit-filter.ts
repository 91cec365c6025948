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

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[\w:-]{1,80}$/;

const matching = (pattern: RegExp, text = ''): string => (pattern.test(text) ? text : '');
const day = (text = ''): string => (DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : '');

/** From an address: what is no number and no day looks for nothing. */
export const readFilter = (said: (name: string) => string | undefined): AuditFilter => ({
  personId: matching(CODE, said('personne')),
  organisationId: matching(CODE, said('organisation')),
  action: matching(CODE, said('action')),
  subjectId: matching(CODE, said('objet')),
  from: day(said('du')),
  until: day(said('au')),
});
