import { foldKey } from '../../../kernel/text.ts';
import { enumerationOf } from './enumerations.ts';
import type { StandardField } from './place-fields.ts';

/** Values of the standard said by a text that may be a list; `unknown` keeps the items that say none. */
export function readEnumerationValues(
  field: StandardField,
  text: string,
): { values: string[]; unknown: string[] } {
  const items = text.split(/[|;\n]/).map((item) => item.trim());
  const found = items.filter(Boolean).map((item) => ({ item, value: valueForTerm(field, item) }));
  return {
    values: [...new Set(found.flatMap(({ value }) => value ?? []))],
    unknown: found.filter(({ value }) => value === null).map(({ item }) => item),
  };
}

/** The value that one item says, or `null`. */
export const valueForTerm = (field: StandardField, text: string): string | null =>
  enumerationOf(field).find((value) => foldKey(value) === foldKey(text)) ?? null;
