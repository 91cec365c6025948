import { fold } from '../../../kernel/text.ts';
import { ENUMERATIONS, type EnumeratedField, readEnumerationValues } from '../../standard/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FieldMapping, Mapping, ValueRule } from './mapping.ts';
import { nameEvidence } from './propose-scores.ts';
import { splitItems } from './value-items.ts';

export type ValueProposal = Pick<Mapping, 'fields' | 'values'>;

const FIELDS = Object.keys(ENUMERATIONS) as EnumeratedField[];

/** Longer texts are prose: a word in them is not the answer to a question. */
const ITEM_LIMIT = 120;
const YES_TERMS = ['oui', 'true', 'x', '1', 'vrai', 'yes', 'o', 'v'];

/** Columns whose cells, or whose names when they hold yes and no, say values of a closed list. */
export function proposeValues(
  profiles: readonly ColumnProfile[],
  neutral: ReadonlySet<string>,
): ValueProposal {
  const proposal: ValueProposal = { fields: {}, values: {} };
  const readings = profiles
    .filter((profile) => !isYesNo(profile))
    .flatMap((profile) => readColumn(profile, neutral));
  for (const field of FIELDS) {
    const chosen = readings
      .filter((reading) => reading.field === field)
      .sort((a, b) => b.evidence - a.evidence);
    const rules = [
      ...chosen.flatMap(({ rules }) => rules),
      ...profiles.filter(isYesNo).flatMap((profile) => yesRules(field, profile)),
    ];
    if (chosen.length > 0) proposal.fields[field] = toMapping(chosen);
    if (rules.length > 0) proposal.values[field] = rules;
  }
  return proposal;
}

const toMapping = (chosen: readonly Reading[]): FieldMapping => ({
  columns: chosen.map(({ column }) => column),
  confidence: Math.max(...chosen.map(({ confidence }) => confidence)),
  ...(chosen.length > 1 ? { transform: { kind: 'list' as const } } : {}),
});

interface Reading {
  column: string;
  field: EnumeratedField;
  rules: ValueRule[];
  /** Name and contents together, log-odds. */
  evidence: number;
  confidence: number;
}

const isYesNo = ({ share, cells }: ColumnProfile): boolean => cells.length > 0 && share('yesNo') > 0.9;

function readColumn(profile: ColumnProfile, neutral: ReadonlySet<string>): Reading[] {
  const items = countItems(profile);
  const total = [...items.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return readName(profile, neutral);
  // Items that never come back are free text: names, addresses, descriptions.
  if (items.size > 12 && items.size > 0.6 * total) return [];
  const readings = FIELDS.map((field) => readAs(field, profile.column, items)).map((reading) => {
    const name = nameEvidence(reading.field, profile.name, neutral);
    return { ...reading, name, evidence: name + 6 * reading.readable - 2 };
  });
  const best = Math.max(...readings.map(({ evidence }) => evidence));
  return readings
    .filter(
      ({ readable, name, evidence }) =>
        readable > 0 && isConvincing({ readable, name, margin: best - evidence }),
    )
    .map(({ field, rules, evidence, readable, name }) => ({
      column: profile.column,
      field,
      rules,
      evidence,
      confidence: Math.round(100 * (0.5 * readable + (name > 2 ? 0.45 : name > 0 ? 0.3 : 0.15))) / 100,
    }));
}

/** An empty column is proposed when its name says it all: the next file may fill it. */
function readName(profile: ColumnProfile, neutral: ReadonlySet<string>): Reading[] {
  return FIELDS.flatMap((field) => {
    const evidence = nameEvidence(field, profile.name, neutral);
    return evidence < EXPLICIT_NAME
      ? []
      : [{ column: profile.column, field, rules: [], evidence: 0, confidence: 0.7 }];
  });
}
const EXPLICIT_NAME = 4.4;

const isConvincing = ({
  readable,
  name,
  margin,
}: {
  readable: number;
  name: number;
  margin: number;
}): boolean => (name > 2 && readable > 0.1) || (name > 0 && readable > 0.4) || (readable > 0.6 && margin < 2);

function countItems({ cells }: ColumnProfile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of cells) {
    for (const item of splitItems(text)) {
      const key = fold(item).slice(0, ITEM_LIMIT + 1);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function readAs(
  field: EnumeratedField,
  column: string,
  items: ReadonlyMap<string, number>,
): { field: EnumeratedField; rules: ValueRule[]; readable: number } {
  const termsOf = new Map<string, string[]>();
  let read = 0;
  let total = 0;
  for (const [item, count] of items) {
    total += count;
    const values = item.length > ITEM_LIMIT ? [] : readEnumerationValues(field, item).values;
    if (values.length > 0) read += count;
    for (const value of values) termsOf.set(value, [...(termsOf.get(value) ?? []), item]);
  }
  const rules = [...termsOf].map(([value, terms]) => ({
    columns: [column],
    terms,
    ...exceptions(terms, [...items.keys()]),
    value,
  }));
  return { field, rules, readable: read / Math.max(total, 1) };
}

/** « gratuit » is inside « gratuit sous condition »: the longer text, which says something else, is excepted. */
function exceptions(terms: readonly string[], items: readonly string[]): { except?: string[] } {
  const own = new Set(terms);
  const except = items.filter((item) => !own.has(item) && terms.some((term) => item.includes(term)));
  return except.length > 0 ? { except } : {};
}

/** « c_fablab: True »: the name of the column is the value. */
function yesRules(field: EnumeratedField, { column, name }: ColumnProfile): ValueRule[] {
  const bracketed = /[[(]([^\])]+)[\])]/.exec(column)?.[1];
  const leaf = column.split('.').pop() ?? column;
  const texts = [bracketed, leaf, name.leaf.join(' ')].flatMap((text) =>
    text ? [fold(text).replace(/[_-]+/g, ' ').trim()] : [],
  );
  const values = texts
    .map((text) => readEnumerationValues(field, text).values)
    .find(({ length }) => length > 0);
  return (values ?? []).map((value) => ({ columns: [column], terms: YES_TERMS, value }));
}
