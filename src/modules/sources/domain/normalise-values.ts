import { fold, foldKey } from '../../../kernel/text.ts';
import {
  ENUMERATIONS,
  type EnumeratedField,
  FIELD_KEYS,
  isEnumeratedField,
  readEnumerationValues,
  type StandardField,
} from '../../standard/index.ts';
import { cellText, type MappedText } from './apply-mapping.ts';
import type { Mapping } from './mapping.ts';
import { type Draft, refuseValue, textsOf } from './normalise-draft.ts';
import type { SourceRow } from './table.ts';
import { splitItems } from './value-items.ts';
import { type CompiledRule, compileRule, foldCell } from './value-rules.ts';

const FIELDS = Object.keys(ENUMERATIONS) as EnumeratedField[];

/** What the national standard dropped in its version 1, and residents still ask for. */
const PASS_NUMERIQUE = /\bpass(?:e|es|s)? numerique/;

export function normaliseValues(draft: Draft): void {
  const compiled = compile(draft.mapping);
  const ruled = ruledValues(compiled, draft.row);
  const valuesOf = (field: RuledField): string[] =>
    ruled.flatMap((said) => (said.field === field ? said.value : []));
  for (const field of FIELDS) {
    const read = textsOf(draft, field).flatMap((said) => readCell(draft, said, compiled));
    if (read.length === 0 && ruled.length === 0) continue;
    const values = inOrder(field, [...valuesOf(field), ...read]);
    if (values.length > 0) draft.fields[FIELD_KEYS[field]] = values;
  }
  if (ruled.some(({ acceptsPass }) => acceptsPass)) draft.fields.acceptsPassNumerique = true;
  const labels = [...(draft.fields.otherLabels ?? []), ...valuesOf(FREE_FIELD)];
  if (labels.length > 0) draft.fields.otherLabels = [...new Set(labels)];
}

/** Rules may also give labels of which the standard keeps no list. */
const FREE_FIELD = 'autres_formations_labels';
type RuledField = EnumeratedField | typeof FREE_FIELD;

/** Each value once, in the order of the standard. */
function inOrder(field: EnumeratedField, values: readonly string[]): string[] {
  const kept = new Set(values);
  return ENUMERATIONS[field].filter((value) => kept.has(value));
}

interface Compiled {
  mapping: Mapping;
  rules: Partial<Record<RuledField, readonly CompiledRule[]>>;
  columns: Map<string, ColumnRules>;
  /** Rules that hold for the whole source. */
  always: RuleOfField[];
  /** Readings of cells already met: the same lists come back on every other row. */
  memory: Map<string, Reading>;
}

/** The rules that a column can trigger, and those that each of its texts already met did. */
interface ColumnRules {
  rules: RuleOfField[];
  memory: Map<string, RuleOfField[]>;
}

interface RuleOfField {
  field: RuledField;
  value: string;
  fires: CompiledRule['fires'];
  /** « Pass numérique accepté : oui »: the name of the column says it. */
  acceptsPass: boolean;
}

interface Reading {
  values: string[];
  unknown: string[];
  acceptsPass: boolean;
}

const COMPILED = new WeakMap<Mapping, Compiled>();
const MEMORY_LIMIT = 20_000;

function compile(mapping: Mapping): Compiled {
  const known = COMPILED.get(mapping);
  if (known) return known;
  const compiled: Compiled = { mapping, rules: {}, columns: new Map(), always: [], memory: new Map() };
  for (const field of [...FIELDS, FREE_FIELD] as const) {
    const rules = (mapping.values[field] ?? []).map(compileRule);
    compiled.rules[field] = rules;
    for (const rule of rules) addRule(rule, field, compiled);
  }
  COMPILED.set(mapping, compiled);
  return compiled;
}

function addRule({ columns, value, fires }: CompiledRule, field: RuledField, compiled: Compiled): void {
  if (columns.length === 0) compiled.always.push({ field, value, fires, acceptsPass: false });
  for (const column of columns) {
    const ofColumn: ColumnRules = compiled.columns.get(column) ?? { rules: [], memory: new Map() };
    const acceptsPass = field === 'frais_a_charge' && PASS_NUMERIQUE.test(spacedFold(column));
    ofColumn.rules.push({ field, value, fires, acceptsPass });
    compiled.columns.set(column, ofColumn);
  }
}

const spacedFold = (name: string): string => fold(name).replace(/[_-]+/g, ' ');

function ruledValues({ columns, always }: Compiled, row: SourceRow): RuleOfField[] {
  const fired = [...always];
  for (const [column, { rules, memory }] of columns) {
    const text = cellText(row, column);
    if (text === '') continue;
    if (memory.size >= MEMORY_LIMIT) memory.clear();
    const known = memory.get(text) ?? rules.filter(({ fires }) => fires(foldCell(text)));
    memory.set(text, known);
    fired.push(...known);
  }
  return fired;
}

/** Items that no rule speaks of are read with the standard's own lexicon; what it does not know is reported. */
function readCell(draft: Draft, said: MappedText, compiled: Compiled): string[] {
  const { memory } = compiled;
  const key = `${said.field}|${said.column}|${said.text}`;
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  const reading = memory.get(key) ?? readItems(said, compiled);
  memory.set(key, reading);
  for (const text of reading.unknown) refuseValue(draft, { ...said, text }, 'value-unknown');
  if (reading.acceptsPass) draft.fields.acceptsPassNumerique = true;
  return reading.values;
}

function readItems({ field, column, text }: MappedText, compiled: Compiled): Reading {
  const reading: Reading = { values: [], unknown: [], acceptsPass: false };
  const own = rulesOn(compiled, field, column);
  for (const item of splitItems(text)) {
    const folded = foldCell(item);
    if (PASS_NUMERIQUE.test(folded.whole)) reading.acceptsPass = true;
    else if (!own.some(({ mentions }) => mentions(folded))) readItem(field, item, reading);
  }
  reading.unknown = reading.unknown.filter((item) => !isKeptElsewhere(item, { field, column }, compiled));
  return reading;
}

const rulesOn = ({ rules }: Compiled, field: StandardField, column: string): CompiledRule[] =>
  (rules[field as RuledField] ?? []).filter(({ columns }) => columns.includes(column));

/** Texts that the lexicon knows and that say no value (« Tout public ») are no news to their producer. */
function readItem(field: StandardField, item: string, reading: Reading): void {
  const { values, unknown } = readEnumerationValues(field, item);
  reading.values.push(...values);
  // Words in another script have no key: nothing can know them.
  const isForeign = foldKey(item) === '' && /[\p{L}\p{N}]/u.test(item);
  if (values.length === 0 && (unknown.length > 0 || isForeign)) reading.unknown.push(item);
}

/** One column may answer two questions, or be kept whole as a text: what the other use understands is not lost. */
function isKeptElsewhere(
  item: string,
  { field, column }: Pick<MappedText, 'field' | 'column'>,
  compiled: Compiled,
): boolean {
  const others = (Object.keys(FIELD_KEYS) as StandardField[]).filter((other) => other !== field);
  return others.some((other) => {
    const isMapped = compiled.mapping.fields[other]?.columns.includes(column) ?? false;
    if (!isEnumeratedField(other)) return isMapped;
    const own = rulesOn(compiled, other, column);
    if (own.some(({ mentions }) => mentions(foldCell(item)))) return true;
    return isMapped && foldKey(item) !== '' && readEnumerationValues(other, item).unknown.length === 0;
  });
}
