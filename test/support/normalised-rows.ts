import type { LocalDate } from '../../src/kernel/dates.ts';
import type { FieldMapping, Mapping } from '../../src/modules/sources/domain/mapping.ts';
import { type NormalisedFields, normaliseRow } from '../../src/modules/sources/domain/normalise.ts';
import type { ValueIssue } from '../../src/modules/sources/domain/value-issue.ts';
import { STANDARD_FIELDS, type StandardField } from '../../src/modules/standard/index.ts';
import { SMALL_REFERENCE } from './communes.ts';

export const CONTEXT = { reference: SMALL_REFERENCE, today: '2026-11-23' as LocalDate };

export const column = (name: string): FieldMapping => ({ columns: [name], confidence: 1 });

/** Each field of the standard in a column of its own name. */
export const STANDARD_MAPPING: Mapping = {
  fields: Object.fromEntries(STANDARD_FIELDS.map((field) => [field, column(field)])),
  values: {},
  unmapped: [],
};

/** A fictitious record with a name and a commune; a test states only what matters to it. */
export function normalise(
  cells: Partial<Record<StandardField, string>>,
  mapping: Mapping = STANDARD_MAPPING,
): NormalisedFields {
  const all = { nom: 'Médiathèque des Cerisiers', commune: 'Bron', ...cells };
  return normaliseRow({ position: 7, cells: all, raw: all }, mapping, CONTEXT);
}

export const about = (field: StandardField, { issues }: NormalisedFields): Partial<ValueIssue>[] =>
  issues.filter((issue) => issue.field === field);
