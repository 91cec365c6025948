import { localDateAt } from '../../../kernel/dates.ts';
import {
  enumerationOf,
  FIELD_KEYS,
  type FieldKey,
  type PlaceFields,
  STANDARD_FIELDS,
} from '../../standard/index.ts';
import type { FieldOrigin, Provenance } from './place.ts';

/** One normalised source record, as the directory sees it. */
export interface SourceRecord {
  source: string;
  recordKey: string;
  fields: PlaceFields;
  /** It left its source at this instant. */
  missingSince: Date | null;
  /** When this state of the record was first read. */
  seenAt: Date;
}

/** Fields that only make sense together come from one record: a street of one source never meets the town of another. */
const GROUPS: readonly (readonly FieldKey[])[] = [
  ['address', 'addressDetail', 'postalCode', 'commune', 'codeInsee'],
  ['latitude', 'longitude', 'coordinatesPrecision'],
];

/** The freshest record that knows the field gives it. */
const FRESHEST: readonly FieldKey[] = [
  'name',
  'pivot',
  'phones',
  'emails',
  'websites',
  'openingHours',
  'summary',
  'description',
  'publisher',
  'mobility',
  'parentOrganisation',
  'updatedOn',
  'fees',
  'accessModes',
  'accessibilityUrl',
  'bookingUrl',
  'acceptsPassNumerique',
];

/** Each source knows a part: what all of them say is kept, in the order of the standard, else the freshest first. */
const UNION: readonly FieldKey[] = [
  'typologies',
  'services',
  'audiences',
  'specialCare',
  'nationalProgrammes',
  'trainingLabels',
  'otherLabels',
  'supportModes',
];

/** Present in its source, then last updated, then most complete; keys settle what remains, so that order never matters. */
function byFreshness(a: SourceRecord, b: SourceRecord): number {
  return (
    Number(a.missingSince !== null) - Number(b.missingSince !== null) ||
    compareText(b.fields.updatedOn ?? '', a.fields.updatedOn ?? '') ||
    Object.keys(b.fields).length - Object.keys(a.fields).length ||
    compareText(a.source, b.source) ||
    compareText(a.recordKey, b.recordKey)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One surviving field: its value and the records that gave it. */
interface Survivor {
  key: FieldKey;
  value: unknown;
  origins: FieldOrigin[];
}

/** One place from all its records, and for each field the records that gave it. At least one record. */
export function surviving(records: readonly SourceRecord[]): { fields: PlaceFields; provenance: Provenance } {
  const ordered = [...records].sort(byFreshness);
  const survivors = [
    ...GROUPS.flatMap((group) => wholeGroup(group, ordered)),
    ...FRESHEST.flatMap((key) => wholeGroup([key], ordered)),
    ...UNION.flatMap((key) => union(key, ordered)),
  ];
  if (!survivors.some(({ key }) => key === 'updatedOn')) survivors.push(readingDate(ordered[0]!));
  return {
    fields: Object.fromEntries(survivors.map(({ key, value }) => [key, value])) as PlaceFields,
    provenance: Object.fromEntries(survivors.map(({ key, origins }) => [key, origins])),
  };
}

const originOf = ({ source, recordKey, fields }: SourceRecord): FieldOrigin =>
  fields.updatedOn ? { source, recordKey, date: fields.updatedOn } : { source, recordKey };

/**
 * The national standard demands a date, and many sources give none: the day on which this state of the freshest record
 * was first read stands in. Its origin bears no date, so that pages can say « lues le » instead of « mises à jour le ».
 */
const readingDate = (freshest: SourceRecord): Survivor => ({
  key: 'updatedOn',
  value: localDateAt(freshest.seenAt),
  origins: [originOf(freshest)],
});

/** The record that knows most of the group gives it whole; the freshest of equals. */
function wholeGroup(group: readonly FieldKey[], ordered: readonly SourceRecord[]): Survivor[] {
  const known = (record: SourceRecord) => group.filter((key) => record.fields[key] !== undefined);
  const most = Math.max(...ordered.map((record) => known(record).length));
  const giver = ordered.find((record) => known(record).length === most);
  if (!giver) return [];
  return known(giver).map((key) => ({ key, value: giver.fields[key], origins: [originOf(giver)] }));
}

function union(key: FieldKey, ordered: readonly SourceRecord[]): Survivor[] {
  const givers = ordered.filter(({ fields }) => (fields[key] as string[] | undefined)?.length);
  if (givers.length === 0) return [];
  const said = new Set(givers.flatMap(({ fields }) => fields[key] as string[]));
  const listed = (CLOSED_LISTS.get(key) ?? []).filter((value) => said.has(value));
  return [{ key, value: [...new Set([...listed, ...said])], origins: givers.map(originOf) }];
}

/** One order for all, so that an exported list comes back the same when it is imported. */
const CLOSED_LISTS: ReadonlyMap<FieldKey, readonly string[]> = new Map(
  STANDARD_FIELDS.map((field) => [FIELD_KEYS[field], enumerationOf(field)]),
);
