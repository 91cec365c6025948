import { enumerationOf } from './enumerations.ts';
import { STANDARD_FIELDS, type StandardField } from './place-fields.ts';

export interface FieldConstraint {
  isRequired: boolean;
  /** Anchored at both ends, unlike the published schema whose list patterns let `foo|Jeunes` through a search. */
  pattern?: RegExp;
  /** In characters. */
  maxLength?: number;
  type: 'string' | 'number' | 'date';
}

const REQUIRED: readonly StandardField[] = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'adresse',
  'date_maj',
];

const PATTERNS: Partial<Record<StandardField, RegExp>> = {
  pivot: /^[a-zA-Z0-9]{9,14}$/,
  code_postal: /^\d{5}$/,
  code_insee: /^(?:[013-9]\d|2[AB1-9])\d{3}$/,
  telephone: /^(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}$/,
  date_maj: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

/** What the national schema 1.0.2 demands of each field. */
export const STANDARD_CONSTRAINTS: Readonly<Record<StandardField, FieldConstraint>> = Object.fromEntries(
  STANDARD_FIELDS.map((field) => [field, constraintOf(field)]),
) as Record<StandardField, FieldConstraint>;

function constraintOf(field: StandardField): FieldConstraint {
  const pattern = PATTERNS[field] ?? listPattern(field);
  return {
    isRequired: REQUIRED.includes(field),
    type: typeOf(field),
    ...(pattern ? { pattern } : {}),
    ...(field === 'presentation_resume' ? { maxLength: 280 } : {}),
  };
}

function typeOf(field: StandardField): FieldConstraint['type'] {
  if (field === 'latitude' || field === 'longitude') return 'number';
  return field === 'date_maj' ? 'date' : 'string';
}

/** The schema leaves `typologie` free: a code it does not list is no violation. */
function listPattern(field: StandardField): RegExp | null {
  const values = field === 'typologie' ? [] : enumerationOf(field);
  const value = values.map(escapeRegExp).join('|');
  return values.length === 0 ? null : new RegExp(`^(?:${value})(?:\\|(?:${value}))*$`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
