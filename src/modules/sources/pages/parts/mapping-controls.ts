import { type EnumeratedField, enumerationOf } from '../../../standard/index.ts';
import type { MappingCorrection } from '../../actions/correct-mapping.ts';
import { columnUse, parseUse, useCode } from '../../domain/column-use.ts';
import type { Mapping } from '../../domain/mapping.ts';
import type { Review, ReviewedColumn } from '../../domain/review.ts';
import { valuedFields, valuesOfText } from '../../domain/text-values.ts';

/** Chosen for a text that says several values at once: they stay. */
export const KEPT_AS_IS = '=';

export const columnControl = (rank: number): string => `colonne.${rank}`;

export const textControl = (rank: number, field: EnumeratedField, order: number): string =>
  `texte.${rank}.${field}.${order}`;

type Form = ReadonlyMap<string, string>;

/** What a person changed in the form of the mapping; a control that was not sent, or says nothing known, changes nothing. */
export const readCorrection = (
  form: Form,
  { mapping, review, version }: { mapping: Mapping; review: Review; version: number },
): MappingCorrection => ({
  version,
  uses: review.columns.flatMap(({ name }, rank) => readUse(form, { mapping, column: name, rank })),
  texts: review.columns.flatMap((column, rank) =>
    valuedFields(mapping, column.name).flatMap((field) => readTexts(form, { mapping, column, rank, field })),
  ),
});

function readUse(
  form: Form,
  { mapping, column, rank }: { mapping: Mapping; column: string; rank: number },
): MappingCorrection['uses'] {
  const code = form.get(columnControl(rank));
  const use = code === undefined ? null : parseUse(code);
  return use && code !== useCode(columnUse(mapping, column)) ? [{ column, use }] : [];
}

function readTexts(
  form: Form,
  place: { mapping: Mapping; column: ReviewedColumn; rank: number; field: EnumeratedField },
): MappingCorrection['texts'] {
  const { mapping, rank, field } = place;
  const column = place.column.name;
  return place.column.texts.flatMap(({ text }, order) => {
    const chosen = form.get(textControl(rank, field, order));
    const values = enumerationOf(field).filter((value) => value === chosen);
    const isKnown = chosen === '' || values.length === 1;
    const before = valuesOfText(mapping, { field, column }, text);
    return isKnown && values.join() !== before.join() ? [{ column, field, text, values }] : [];
  });
}
