import { ENUMERATIONS, type EnumeratedField } from './enumerations.ts';
import { AR } from './labels/ar.ts';
import { EN } from './labels/en.ts';
import { ES } from './labels/es.ts';
import { FALC } from './labels/falc.ts';
import { FR } from './labels/fr.ts';
import type { LabelTable } from './labels/label-table.ts';
import { UK } from './labels/uk.ts';
import { DAYS, type Day } from './opening-hours/week.ts';
import { STANDARD_FIELDS, type StandardField } from './place-fields.ts';
import { typologyName } from './typologies.ts';

/** What people read on management pages, in their two languages. */
export interface Words {
  fr: string;
  en: string;
}

/** What people read on public pages: `falc` is easy-to-read French. */
export interface PublicWords extends Words {
  falc: string;
  ar: string;
  uk: string;
  es: string;
}

const inEach = (read: (table: LabelTable) => string): PublicWords => ({
  fr: read(FR),
  falc: read(FALC),
  en: read(EN),
  ar: read(AR),
  uk: read(UK),
  es: read(ES),
});

/** Plain words for each field of the national standard. */
export const FIELD_LABELS = Object.fromEntries(
  STANDARD_FIELDS.map((field) => [field, inEach(({ fields }) => fields[field])]),
) as Record<StandardField, PublicWords>;

/** Days of the week as they begin a line. */
export const DAY_LABELS = Object.fromEntries(
  DAYS.map((day) => [day, inEach(({ days }) => days[day])]),
) as Record<Day, PublicWords>;

type Values = LabelTable['values'];

const labelsOf = (field: keyof Values) =>
  ENUMERATIONS[field].map((value) => [
    value,
    inEach(({ values }) => (values[field] as Record<string, string>)[value]!),
  ]);

/** Plain words for each value of the closed lists. */
export const VALUE_LABELS = Object.fromEntries(
  (Object.keys(FR.values) as (keyof Values)[]).map((field) => [field, Object.fromEntries(labelsOf(field))]),
) as { [Field in keyof Values]: Record<keyof Values[Field], PublicWords> };

/** Words for one value of a closed field; kinds of structures keep their French names in every language. */
export function labelForValue(field: EnumeratedField, value: string): PublicWords {
  if (field === 'typologie') return inEach(() => typologyName(value));
  const labels: Record<string, PublicWords> = VALUE_LABELS[field];
  return labels[value] ?? inEach(() => value);
}
