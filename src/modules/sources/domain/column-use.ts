import { STANDARD_FIELDS, type StandardField } from '../../standard/index.ts';
import { isListField } from './apply-mapping.ts';
import type { FieldMapping, Mapping, Transform, Weekday } from './mapping.ts';

/** What a column becomes: nothing, one field, several fields written together, or the hours of one day. */
export interface ColumnUse {
  fields: StandardField[];
  /** Only when the field is `horaires`. */
  day?: Weekday;
}

const WEEKDAYS: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

type Part = Extract<Transform, { kind: 'part' }>['part'];

/** Columns that hold several things. The first field is what the column is; the others fill only what no column gives. */
const COMPOSITES: readonly { field: StandardField; part: Part }[][] = [
  [
    { field: 'adresse', part: 'street' },
    { field: 'code_postal', part: 'postal-code' },
    { field: 'commune', part: 'commune' },
  ],
  [
    { field: 'code_postal', part: 'postal-code' },
    { field: 'commune', part: 'commune' },
  ],
  [
    { field: 'telephone', part: 'phone' },
    { field: 'courriels', part: 'email' },
  ],
  [
    { field: 'latitude', part: 'latitude' },
    { field: 'longitude', part: 'longitude' },
  ],
];

const fieldsOf = (parts: readonly { field: StandardField }[]): StandardField[] =>
  parts.map(({ field }) => field);

/** Every use a person may choose for a column. */
export const OFFERED_USES: readonly ColumnUse[] = [
  ...STANDARD_FIELDS.map((field) => ({ fields: [field] })),
  ...WEEKDAYS.map((day) => ({ fields: ['horaires' as const], day })),
  ...COMPOSITES.map((parts) => ({ fields: fieldsOf(parts) })),
];

/** How a form names a use: `nom`, `telephone+courriels`, `horaires:Mo`, or nothing. The order of fields says nothing. */
export const useCode = ({ fields, day }: ColumnUse): string =>
  STANDARD_FIELDS.filter((field) => fields.includes(field)).join('+') + (day ? `:${day}` : '');

const CODES = new Map(OFFERED_USES.map((use) => [useCode(use), use]));

export function parseUse(code: string): ColumnUse | null {
  if (code === '') return { fields: [] };
  return CODES.get(code) ?? null;
}

/** What the mapping makes of a column now. */
export function columnUse(mapping: Mapping, column: string): ColumnUse {
  const fields = STANDARD_FIELDS.filter(
    (field) =>
      mapping.fields[field]?.columns.includes(column) ||
      mapping.values[field]?.some(({ columns }) => columns.includes(column)),
  );
  const transform = mapping.fields.horaires?.transform;
  if (fields.length !== 1 || fields[0] !== 'horaires' || transform?.kind !== 'weekdays') return { fields };
  const day = WEEKDAYS.find((one) => transform.days[one]?.includes(column));
  return day ? { fields, day } : { fields };
}

/** The same mapping with another use for one column. What a person chose needs no second look. */
export function changeColumnUse(mapping: Mapping, column: string, use: ColumnUse): Mapping {
  const freed = freeColumn(mapping, column);
  const parts = COMPOSITES.find((one) => useCode({ fields: fieldsOf(one) }) === useCode(use));
  const fields = withoutProjection(freed.fields, use.fields);
  for (const [rank, field] of (parts ? fieldsOf(parts) : use.fields).entries()) {
    if (rank > 0 && fields[field]) continue;
    const part = parts?.[rank]?.part;
    fields[field] = use.day
      ? onDay(fields.horaires, column, use.day)
      : added(fields[field], { field, column, part });
  }
  return {
    ...freed,
    fields,
    unmapped: freed.unmapped.filter((one) => one !== column || use.fields.length === 0),
  };
}

/** Coordinates in metres are read by pairs: choosing one of the two by hand ends the pair. */
function withoutProjection(fields: Mapping['fields'], chosen: readonly StandardField[]): Mapping['fields'] {
  const isChosen = chosen.includes('latitude') || chosen.includes('longitude');
  if (!isChosen || fields.latitude?.transform?.kind !== 'lambert-93') return { ...fields };
  const { latitude: _, longitude: __, ...rest } = fields;
  return rest;
}

/** A mapping that a person has looked at, whole. */
export function agreed(mapping: Mapping): Mapping {
  const fields = Object.entries(mapping.fields).map(([field, one]) => [field, { ...one, confidence: 1 }]);
  return { ...mapping, fields: Object.fromEntries(fields) };
}

function freeColumn(mapping: Mapping, column: string): Mapping {
  const without = (columns: readonly string[]) => columns.filter((one) => one !== column);
  const fields: Mapping['fields'] = {};
  for (const [field, one] of Object.entries(mapping.fields) as [StandardField, FieldMapping][]) {
    const kept = one.columns.includes(column) ? withoutColumn(one, column) : one;
    if (kept) fields[field] = kept;
  }
  const values: Mapping['values'] = {};
  for (const [field, rules = []] of Object.entries(mapping.values) as [
    StandardField,
    Mapping['values'][StandardField],
  ][]) {
    const kept = rules.flatMap((rule) => {
      const columns = without(rule.columns);
      return columns.length > 0 || rule.columns.length === 0 ? [{ ...rule, columns }] : [];
    });
    if (kept.length > 0) values[field] = kept;
  }
  return { fields, values, unmapped: [...without(mapping.unmapped), column] };
}

/** Null when nothing is left to read: Lambert coordinates, for instance, need both their columns. */
function withoutColumn(field: FieldMapping, column: string): FieldMapping | null {
  const columns = field.columns.filter((one) => one !== column);
  const { transform } = field;
  if (columns.length === 0 || transform?.kind === 'lambert-93') return null;
  if (transform?.kind === 'join')
    return {
      ...field,
      columns,
      transform: { ...transform, order: transform.order.filter((one) => one !== column) },
    };
  if (transform?.kind === 'weekdays') {
    const days = Object.entries(transform.days).map(
      ([day, ones]) => [day, ones.filter((one) => one !== column)] as const,
    );
    return {
      ...field,
      columns,
      transform: { kind: 'weekdays', days: Object.fromEntries(days.filter(([, ones]) => ones.length > 0)) },
    };
  }
  return { ...field, columns };
}

function added(
  field: FieldMapping | undefined,
  { field: name, column, part }: { field: StandardField; column: string; part: Part | undefined },
): FieldMapping {
  const alone: FieldMapping = {
    columns: [column],
    confidence: 1,
    ...(part ? { transform: { kind: 'part', part } } : {}),
  };
  const { kind } = field?.transform ?? {};
  const isReplaced = kind === 'part' || kind === 'constant' || kind === 'weekdays';
  if (!field || isReplaced) return alone;
  if (field.transform?.kind === 'join' || name === 'adresse') return joined(field, column);
  // The column that a person chose is read first; the others still serve where it is empty.
  const columns = isListField(name) ? [...field.columns, column] : [column, ...field.columns];
  return { ...field, columns, confidence: 1 };
}

/** House number, then street: the order in which they were chosen. */
function joined(field: FieldMapping, column: string): FieldMapping {
  const columns = [...field.columns, column];
  const before =
    field.transform?.kind === 'join' ? field.transform : { order: field.columns, separator: ' ' };
  return {
    columns,
    confidence: 1,
    transform: { kind: 'join', order: [...before.order, column], separator: before.separator },
  };
}

function onDay(hours: FieldMapping | undefined, column: string, day: Weekday): FieldMapping {
  if (hours?.transform?.kind !== 'weekdays')
    return { columns: [column], confidence: 1, transform: { kind: 'weekdays', days: { [day]: [column] } } };
  const { days } = hours.transform;
  return {
    columns: [...hours.columns, column],
    confidence: 1,
    transform: { kind: 'weekdays', days: { ...days, [day]: [...(days[day] ?? []), column] } },
  };
}

/** A proposal at least this confident needs no second look: see the calibration table of the mapping benchmark. */
const SURE = 0.8;

/** What a person is told of a column: nothing to do, a look to take, or not imported. */
export function adviceOn(mapping: Mapping, column: string, isAgreed: boolean): 'sure' | 'check' | 'left' {
  const { fields } = columnUse(mapping, column);
  if (fields.length === 0) return 'left';
  if (isAgreed) return 'sure';
  const confidences = fields.map((field) => {
    const read = mapping.fields[field];
    // A column that only feeds rules (« oui », « non ») was recognised by its name: nobody measured how surely.
    return read?.columns.includes(column) ? read.confidence : 0;
  });
  return Math.min(...confidences) >= SURE ? 'sure' : 'check';
}
