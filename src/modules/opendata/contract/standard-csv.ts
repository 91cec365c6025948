import { STANDARD_FIELDS, type StandardField } from '../../standard/index.ts';
import type { StandardRecord } from './standard-record.ts';

/** RFC 4180: comma, double quotes where needed, lines ended by CR LF. UTF-8 without a byte order mark. */
const END_OF_LINE = '\r\n';

/** Decimals of a coordinate written without exponent: far beyond a millimetre. */
const COORDINATE_DECIMALS = 12;

export const csvHeader = (): string => STANDARD_FIELDS.join(',') + END_OF_LINE;

export const csvLine = (record: StandardRecord): string =>
  STANDARD_FIELDS.map((field) => csvCell(field, record[field])).join(',') + END_OF_LINE;

function csvCell(field: StandardField, value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? plainNumber(value) : withoutFormula(field, value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The schema's numbers have no exponent: JavaScript writes 0.0000001 as 1e-7. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(COORDINATE_DECIMALS).replace(/\.?0+$/, '') : text;
}

/**
 * A spreadsheet would run a cell that begins with one of these characters. One space before makes it plain text, and
 * readers of the standard trim it. A phone is left as it is: `+33…` is a number, and its pattern takes no space.
 */
const withoutFormula = (field: StandardField, text: string): string =>
  field !== 'telephone' && /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text;
