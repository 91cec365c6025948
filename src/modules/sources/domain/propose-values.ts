import { fold } from '../../../kernel/text.ts';
import { ENUMERATIONS, type EnumeratedField, readEnumerationValues } from '../../standard/index.ts';
import type { ColumnName } from './column-name.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Cell } from './detectors.ts';
import type { FieldMapping, Mapping, ValueRule } from './mapping.ts';
import { nameEvidence } from './propose-scores.ts';
import { isYesNo, yesRules } from './propose-yes-no.ts';
import { splitItems } from './value-items.ts';

export type ValueProposal = Pick<Mapping, 'fields' | 'values'>;

const FIELDS = Object.keys(ENUMERATIONS) as EnumeratedField[];

/** Longer texts are prose: a word in them is not the answer to a question. */
const ITEM_LIMIT = 120;
/** Fewer items than this prove nothing without a name. */
const ENOUGH_ITEMS = 5;

interface Columns {
  free: readonly ColumnProfile[];
  /** Already kept as text: only a name that says a closed list makes them read as one too. */
  told: readonly ColumnProfile[];
}

/** Columns whose cells, or whose names when they hold yes and no, say values of a closed list. */
export function proposeValues({ free, told }: Columns, neutral: ReadonlySet<string>): ValueProposal {
  const proposal: ValueProposal = { fields: {}, values: {} };
  const listed = poolColumns(free.filter((profile) => !isYesNo(profile)));
  const readings = [
    ...listed.flatMap((pool) => readColumns(pool, neutral)),
    ...poolColumns(told)
      .flatMap((pool) => readColumns(pool, neutral))
      .filter(({ name }) => name > TELLING_NAME),
  ];
  for (const field of FIELDS) {
    const chosen = readings
      .filter((reading) => reading.field === field)
      .sort((a, b) => b.evidence - a.evidence);
    const rules = [
      ...chosen.flatMap(({ rules }) => rules),
      ...free.filter(isYesNo).flatMap((profile) => yesRules(field, profile, neutral)),
    ];
    if (chosen.length > 0) proposal.fields[field] = toMapping(chosen);
    if (rules.length > 0) proposal.values[field] = rules;
  }
  return proposal;
}

const toMapping = (chosen: readonly Reading[]): FieldMapping => ({
  columns: [...new Set(chosen.flatMap(({ columns }) => columns))],
  confidence: Math.max(...chosen.map(({ confidence }) => confidence)),
  ...(chosen.length > 1 || chosen.some(({ columns }) => columns.length > 1)
    ? { transform: { kind: 'list' as const } }
    : {}),
});

/** Columns that are one list spread out: « Tag 1 », « Tag 2 »… */
interface Pool {
  columns: string[];
  name: ColumnName;
  cells: Cell[];
}

/** Two columns with a rank may be two questions. */
const SPREAD_LIST = 3;

function poolColumns(profiles: readonly ColumnProfile[]): Pool[] {
  const stems = new Map<string, ColumnProfile[]>();
  for (const profile of profiles) {
    const ranked = /\d+\s*$/.test(profile.column) ? profile.column.replace(/\d+\s*$/, '') : null;
    const stem = ranked ?? `${profile.column} `;
    stems.set(stem, [...(stems.get(stem) ?? []), profile]);
  }
  return [...stems.values()].flatMap((group) =>
    group.length >= SPREAD_LIST ? [pool(group)] : group.map((profile) => pool([profile])),
  );
}

const pool = (group: readonly ColumnProfile[]): Pool => ({
  columns: group.map(({ column }) => column),
  name: group[0]!.name,
  cells: group.flatMap(({ cells }) => cells),
});

interface Reading {
  columns: string[];
  field: EnumeratedField;
  rules: ValueRule[];
  /** Of the name alone, log-odds. */
  name: number;
  /** Name and contents together, log-odds. */
  evidence: number;
  confidence: number;
}

/** A name that says this closed list, and little else. */
const TELLING_NAME = 2;

function readColumns(pool: Pool, neutral: ReadonlySet<string>): Reading[] {
  const items = countItems(pool);
  const total = [...items.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return readName(pool, neutral);
  // Items that never come back are free text: names, addresses, descriptions.
  if (items.size > 12 && items.size > 0.6 * total) return readProse(pool, neutral);
  const readings = FIELDS.map((field) => readAs(field, pool.columns, items)).map((reading) => {
    const name = nameEvidence(reading.field, pool.name, neutral);
    return { ...reading, name, evidence: name + 6 * reading.readable - 2 };
  });
  const best = Math.max(...readings.map(({ evidence }) => evidence));
  return readings
    .filter((reading) => isConvincing({ ...reading, margin: best - reading.evidence, total }))
    .map(({ field, rules, evidence, readable, name }) => ({
      columns: pool.columns,
      field,
      rules,
      name,
      evidence,
      confidence:
        Math.round(100 * (0.5 * readable + (name > TELLING_NAME ? 0.45 : name > 0 ? 0.3 : 0.15))) / 100,
    }));
}

/** Sentences under a name that says the list: read by the lexicon as they come, without a rule of their own. */
function readProse({ columns, name, cells }: Pool, neutral: ReadonlySet<string>): Reading[] {
  return FIELDS.flatMap((field) => {
    const said = nameEvidence(field, name, neutral);
    if (said <= TELLING_NAME) return [];
    const spoken = cells.filter(({ text }) => readEnumerationValues(field, text).values.length > 0).length;
    const readable = spoken / Math.max(cells.length, 1);
    const confidence = Math.round(50 * readable + 20) / 100;
    return readable > MOST ? [{ columns, field, rules: [], name: said, evidence: said, confidence }] : [];
  });
}
const MOST = 0.5;

/** An empty column is proposed when its name says it all: the next file may fill it. */
function readName({ columns, name }: Pool, neutral: ReadonlySet<string>): Reading[] {
  return FIELDS.flatMap((field) => {
    const evidence = nameEvidence(field, name, neutral);
    return evidence < EXPLICIT_NAME
      ? []
      : [{ columns, field, rules: [], name: evidence, evidence: 0, confidence: 0.7 }];
  });
}
const EXPLICIT_NAME = 4.4;

interface Clues {
  field: EnumeratedField;
  name: number;
  readable: number;
  /** Behind the best field for the same column. */
  margin: number;
  total: number;
}

function isConvincing({ field, name, readable, margin, total }: Clues): boolean {
  if (name > 0) return readable > (name > TELLING_NAME ? 0.1 : 0.4);
  // « Fixe », « non », « principal » say many things: only a name makes them say whether a place moves.
  return name === 0 && field !== 'itinerance' && readable > 0.6 && margin < 2 && total >= ENOUGH_ITEMS;
}

function countItems({ cells }: Pool): Map<string, number> {
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
  columns: string[],
  items: ReadonlyMap<string, number>,
): { field: EnumeratedField; rules: ValueRule[]; readable: number } {
  const termsOf = new Map<string, string[]>();
  let read = 0;
  let total = 0;
  for (const [item, count] of items) {
    total += count;
    const values = item.length > ITEM_LIMIT ? [] : readEnumerationValues(field, item).values;
    if (values.some((value) => value !== ANYTHING_ELSE)) read += count;
    for (const value of values) termsOf.set(value, [...(termsOf.get(value) ?? []), item]);
  }
  const rules = [...termsOf].map(([value, terms]) => ({
    columns,
    terms,
    ...exceptions(terms, [...items.keys()]),
    value,
  }));
  return { field, rules, readable: read / Math.max(total, 1) };
}

/** « Autre » answers every closed question: it is no evidence of which one. */
const ANYTHING_ELSE = 'Autre';

/** « gratuit » is inside « gratuit sous condition »: the longer text, which says something else, is excepted. */
function exceptions(terms: readonly string[], items: readonly string[]): { except?: string[] } {
  const own = new Set(terms);
  const except = items.filter((item) => !own.has(item) && terms.some((term) => item.includes(term)));
  return except.length > 0 ? { except } : {};
}
