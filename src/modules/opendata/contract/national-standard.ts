import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import {
  type CommuneReference,
  FIELD_KEYS,
  type PlaceFields,
  STANDARD_CONSTRAINTS,
  STANDARD_FIELDS,
  type StandardField,
  type StandardViolation,
  shorten,
  standardViolations,
} from '../../standard/index.ts';
import type { PlaceLosses } from '../domain/loss-report.ts';
import { completeFields } from './complete-fields.ts';
import {
  inSchemaOrder,
  isListField,
  isRequiredField,
  type PartialStandardRecord,
  type RequiredField,
  type StandardRecord,
  UNKNOWN_PIVOT,
} from './standard-record.ts';

export interface StandardReading {
  record: PartialStandardRecord;
  /** What the schema requires and nobody knows, even after repair. */
  missing: RequiredField[];
  losses: PlaceLosses;
}

/** A place that satisfies the whole schema, or the required fields that it lacks. */
export function toStandard(
  place: PublishedPlace,
  communes: CommuneReference,
): Result<{ record: StandardRecord; losses: PlaceLosses }, RequiredField[]> {
  const { record, missing, losses } = describeInStandard(place, communes);
  return missing.length === 0 ? ok({ record: record as StandardRecord, losses }) : refuse(missing);
}

/** What is known of a place under the national names: every value given is valid, though some required ones may miss. */
export function describeInStandard(place: PublishedPlace, communes: CommuneReference): StandardReading {
  const { fields, repaired } = completeFields(place, communes);
  const losses: PlaceLosses = { dropped: [], unwritten: unwrittenFields(fields), repaired };
  const cells: Partial<Record<StandardField, string | number>> = {};
  for (const field of STANDARD_FIELDS) {
    const cell = writeCell(field, fields[FIELD_KEYS[field]], losses);
    if (cell !== undefined && cell !== '') cells[field] = cell;
  }
  const violations = standardViolations(cells);
  for (const violation of violations) settle(violation, cells, losses);
  const missing = violations.map(({ field }) => field).filter((field) => isMissing(field, cells));
  return { record: inSchemaOrder(cells as PartialStandardRecord), missing, losses };
}

const isMissing = (field: StandardField, cells: object): field is RequiredField =>
  isRequiredField(field) && !(field in cells);

/** Reads a record back; `id` becomes the source's own identifier, and the sentinel pivot becomes unknown. */
export function fromStandard(record: Partial<Record<StandardField, string | number>>): PlaceFields {
  const entries = STANDARD_FIELDS.flatMap((field) => {
    const cell = record[field];
    const isUnknown = cell === undefined || cell === '' || (field === 'pivot' && cell === UNKNOWN_PIVOT);
    return isUnknown ? [] : [[FIELD_KEYS[field], readCell(field, cell)]];
  });
  return Object.fromEntries(entries) as PlaceFields;
}

function readCell(field: StandardField, cell: string | number): string | number | string[] {
  if (STANDARD_CONSTRAINTS[field].type === 'number') return Number(cell);
  return isListField(field) || field === 'telephone' ? String(cell).split('|') : String(cell);
}

/** The standard stopped saying since its version 1 whether a place takes the pass, and names one phone only. */
const unwrittenFields = (fields: PlaceFields): string[] =>
  fields.acceptsPassNumerique === undefined ? [] : ['accepte_le_pass_numerique'];

function writeCell(
  field: StandardField,
  value: PlaceFields[keyof PlaceFields],
  losses: PlaceLosses,
): string | number | undefined {
  if (Array.isArray(value)) return writeList(field, value, losses);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? value : undefined;
}

function writeList(field: StandardField, values: string[], losses: PlaceLosses): string | undefined {
  const items = [...new Set(values.map((value) => writeItem(field, value)).filter((item) => item !== ''))];
  const allowed = items.filter((item) => isAllowed(field, item));
  const written = isListField(field) ? allowed : allowed.slice(0, 1);
  for (let lost = written.length; lost < items.length; lost += 1) losses.dropped.push(field);
  return written.join('|');
}

/** A `|` inside a value would read as two values: an address escapes it, a text says « ou ». */
const writeItem = (field: StandardField, value: string): string =>
  value.trim().replace(/\|/g, field === 'site_web' ? '%7C' : '/');

/** Closed lists are closed by the pattern of the schema; `typologie` is free there. */
function isAllowed(field: StandardField, item: string): boolean {
  const { pattern } = STANDARD_CONSTRAINTS[field];
  return pattern === undefined || pattern.test(item);
}

/** Makes the record valid again without this value, and says what was lost. */
function settle(
  { field, kind }: StandardViolation,
  cells: Partial<Record<StandardField, string | number>>,
  losses: PlaceLosses,
): void {
  const { maxLength } = STANDARD_CONSTRAINTS[field];
  if (kind !== 'missing') losses.dropped.push(field);
  if (kind === 'too-long' && maxLength) cells[field] = shorten(String(cells[field]), maxLength);
  else if (field === 'pivot') cells.pivot = UNKNOWN_PIVOT;
  else delete cells[field];
}
