import {
  type EnumeratedField,
  enumerationOf,
  isEnumeratedField,
  readEnumerationValues,
  STANDARD_FIELDS,
} from '../../standard/index.ts';
import type { Mapping, ValueRule } from './mapping.ts';
import { compileRule, foldCell } from './value-rules.ts';

/** One text of a column, folded, and the values of a closed list that it says. */
export interface TextValues {
  text: string;
  values: readonly string[];
}

/** The closed lists to which a column gives values. */
export const valuedFields = (mapping: Mapping, column: string): EnumeratedField[] =>
  STANDARD_FIELDS.filter(isEnumeratedField).filter(
    (field) =>
      mapping.fields[field]?.columns.includes(column) ||
      mapping.values[field]?.some(({ columns }) => columns.includes(column)),
  );

/** What one text of a column means for a field, exactly as importing reads it. */
export function valuesOfText(mapping: Mapping, { field, column }: ColumnOfField, text: string): string[] {
  const own = rulesOn(mapping, { field, column }).map(compileRule);
  const cell = foldCell(text);
  const ruled = own.filter(({ fires }) => fires(cell)).map(({ value }) => value);
  const isLeft =
    mapping.fields[field]?.columns.includes(column) && !own.some(({ mentions }) => mentions(cell));
  const said = new Set([...ruled, ...(isLeft ? readEnumerationValues(field, text).values : [])]);
  return enumerationOf(field).filter((value) => said.has(value));
}

export interface ColumnOfField {
  field: EnumeratedField;
  column: string;
}

const rulesOn = (mapping: Mapping, { field, column }: ColumnOfField): ValueRule[] =>
  (mapping.values[field] ?? []).filter(({ columns }) => columns.includes(column));

/**
 * The mapping in which each of these texts of a column says exactly its values. Every text of the column must be
 * given: « gratuit » is inside « gratuit sous condition », and only the whole list tells which text to except.
 */
export function setTextValues(mapping: Mapping, place: ColumnOfField, texts: readonly TextValues[]): Mapping {
  const own = rulesOn(mapping, place);
  const elsewhere = (mapping.values[place.field] ?? []).flatMap((rule) => leaveColumn(rule, place.column));
  const listed = new Set(texts.map(({ text }) => text));
  const rules = enumerationOf(place.field).flatMap((value) => {
    const unseen = own.filter((rule) => rule.value === value).flatMap(({ terms = [] }) => terms);
    const terms = [
      ...texts.filter(({ values }) => values.includes(value)).map(({ text }) => text),
      ...unseen.filter((term) => !listed.has(term)),
    ];
    return rulesFor({ column: place.column, value, terms: [...new Set(terms)] }, texts);
  });
  const all = [...elsewhere, ...rules, ...silence(place, rules, texts)];
  const { [place.field]: _, ...values } = mapping.values;
  return { ...mapping, values: all.length === 0 ? values : { ...values, [place.field]: all } };
}

function leaveColumn(rule: ValueRule, column: string): ValueRule[] {
  if (!rule.columns.includes(column)) return [rule];
  const columns = rule.columns.filter((one) => one !== column);
  return columns.length === 0 ? [] : [{ ...rule, columns }];
}

interface ValueTerms {
  column: string;
  value: string;
  terms: readonly string[];
}

/** One rule for the terms that stand in no other text; one more for each term that stands in a text of another meaning. */
function rulesFor({ column, value, terms }: ValueTerms, texts: readonly TextValues[]): ValueRule[] {
  const others = texts.filter(({ values }) => !values.includes(value)).map(({ text }) => text);
  const judged = terms.map((term) => ({ term, except: others.filter((text) => holds(term, text)) }));
  const plain = judged.filter(({ except }) => except.length === 0).map(({ term }) => term);
  return [
    ...(plain.length > 0 ? [{ columns: [column], terms: plain, value }] : []),
    ...judged
      .filter(({ except }) => except.length > 0)
      .map(({ term, except }) => ({ columns: [column], terms: [term], except, value })),
  ];
}

const holds = (term: string, text: string): boolean =>
  compileRule({ columns: [], terms: [term], value: '' }).fires(foldCell(text));

/** Texts that must say nothing, though the standard's own lexicon would read them: a rule without terms excepts them. */
function silence(
  { field, column }: ColumnOfField,
  rules: readonly ValueRule[],
  texts: readonly TextValues[],
): ValueRule[] {
  const compiled = rules.map(compileRule);
  const except = texts
    .filter(({ values }) => values.length === 0)
    .map(({ text }) => text)
    .filter((text) => !compiled.some(({ mentions }) => mentions(foldCell(text))));
  const [value] = enumerationOf(field);
  return except.length > 0 && value ? [{ columns: [column], terms: [], except, value }] : [];
}
