import data from './rgaa-4.1.2.json' with { type: 'json' };

/** What we know of one criterion. Nothing passes without a test or a dated look that anyone can repeat. */
export type Standing = 'pass' | 'fail' | 'not-applicable' | 'not-tested';

export interface Criterion {
  /** Of the official reference: « 10.11 ». */
  number: string;
  /** In our words, in French, like the reference. */
  subject: string;
  standing: Standing;
  /** `path > name` of tests that hold it. */
  tests?: readonly string[];
  /** Tags or attributes that no public page has. */
  absent?: readonly string[];
  inspected?: { on: string; what: string };
}

/** An audit by a person, on a sample of pages: only it gives a rate that the law knows. */
export interface Audit {
  on: string;
  by: string;
  pass: number;
  fail: number;
}

export interface RgaaRecord {
  selfCheckedOn: string;
  audits: readonly Audit[];
  themes: readonly string[];
  criteria: readonly Criterion[];
}

export const RGAA_RECORD = data as RgaaRecord;

export interface Theme {
  number: number;
  name: string;
  criteria: readonly Criterion[];
}

export interface Statement {
  /** Decree no. 2019-768: half of the criteria make « partiellement conforme », and without an audit none does. */
  state: 'not-compliant' | 'partly-compliant' | 'compliant';
  /** Share of the criteria that hold among those that apply, in the latest audit; null without one. */
  rate: number | null;
  counts: Readonly<Record<Standing, number>>;
  themes: readonly Theme[];
}

export function statementOf({ audits, criteria, themes }: RgaaRecord): Statement {
  const latest = audits.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const rate = latest ? latest.pass / (latest.pass + latest.fail) : null;
  const counts = { pass: 0, fail: 0, 'not-applicable': 0, 'not-tested': 0 };
  for (const { standing } of criteria) counts[standing] += 1;
  return {
    state: rate === null || rate < 0.5 ? 'not-compliant' : rate < 1 ? 'partly-compliant' : 'compliant',
    rate,
    counts,
    themes: themes.map((name, rank) => ({
      number: rank + 1,
      name,
      criteria: criteria.filter(({ number }) => number.startsWith(`${rank + 1}.`)),
    })),
  };
}
