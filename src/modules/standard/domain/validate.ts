import { parseLocalDate } from '../../../kernel/dates.ts';
import { type FieldConstraint, STANDARD_CONSTRAINTS } from './constraints.ts';
import { STANDARD_FIELDS, type StandardField } from './place-fields.ts';

export interface StandardViolation {
  field: StandardField;
  kind: 'missing' | 'wrong-type' | 'pattern' | 'too-long' | 'no-such-date' | 'out-of-range';
  value?: string;
}

/** What a flat record, as published, breaks of the national schema 1.0.2. Fields the schema does not know are ignored. */
export function standardViolations(record: Record<string, unknown>): StandardViolation[] {
  return STANDARD_FIELDS.flatMap((field) => fieldViolations(field, record[field]));
}

function fieldViolations(field: StandardField, value: unknown): StandardViolation[] {
  const constraint = STANDARD_CONSTRAINTS[field];
  if (value === undefined || value === null || value === '') {
    return constraint.isRequired ? [{ field, kind: 'missing' }] : [];
  }
  const kind = constraint.type === 'number' ? numberFault(field, value) : textFault(constraint, value);
  return kind ? [{ field, kind, value: inWords(value) }] : [];
}

/** A number may also be written in text: every cell of a CSV file is one. */
function numberFault(field: StandardField, value: unknown): StandardViolation['kind'] | null {
  const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'wrong-type';
  return Math.abs(number) > (field === 'latitude' ? 90 : 180) ? 'out-of-range' : null;
}

function textFault(constraint: FieldConstraint, value: unknown): StandardViolation['kind'] | null {
  if (typeof value !== 'string') return 'wrong-type';
  if (constraint.pattern && !constraint.pattern.test(value)) return 'pattern';
  if (constraint.type === 'date' && parseLocalDate(value) === null) return 'no-such-date';
  return constraint.maxLength && [...value].length > constraint.maxLength ? 'too-long' : null;
}

/** Lists and objects may have no text of their own. */
const inWords = (value: unknown): string =>
  typeof value === 'object' || typeof value === 'function' ? typeof value : String(value);
