import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { collapseSpaces } from '../../../kernel/text.ts';
import {
  DAYS,
  type Day,
  enumerationOf,
  formatPhone,
  type PlaceFields,
  parseEmails,
  parseOpeningHours,
  parsePhones,
  parseUrls,
  plainRanges,
  weekOf,
} from '../../standard/index.ts';

/** The standard's own limit for a short presentation. In characters. */
export const MAX_SUMMARY = 280;

/** The record of a place as its manager types it. */
export interface CorrectionForm {
  name: string;
  address: string;
  addressDetail: string;
  phones: string;
  emails: string;
  websites: string;
  /** « 9h-12h, 14h-18h »; empty: closed that day. */
  days: Record<Day, string>;
  services: readonly string[];
  fees: readonly string[];
  accessModes: readonly string[];
  summary: string;
  isClosed: boolean;
}

type TextKey = 'name' | 'phones' | 'emails' | 'websites' | 'summary';
export type FormFaults = Partial<Record<TextKey | `day-${Day}`, 'unreadable' | 'empty' | 'too-long'>>;

export const emptyDays = (): Record<Day, string> =>
  Object.fromEntries(DAYS.map((day) => [day, ''])) as Record<Day, string>;

/** The form as it opens: what is published. */
export function formOf(fields: PlaceFields): CorrectionForm {
  const days = emptyDays();
  for (const { day, ranges } of (fields.openingHours && weekOf(fields.openingHours)) || [])
    days[day] = plainRanges(ranges);
  return {
    name: fields.name ?? '',
    address: fields.address ?? '',
    addressDetail: fields.addressDetail ?? '',
    phones: (fields.phones ?? []).map(formatPhone).join(', '),
    emails: (fields.emails ?? []).join(', '),
    websites: (fields.websites ?? []).join(', '),
    days,
    services: fields.services ?? [],
    fees: fields.fees ?? [],
    accessModes: fields.accessModes ?? [],
    summary: fields.summary ?? '',
    isClosed: false,
  };
}

/** Units of the directory's corrections that this form can say. */
export type Said = Partial<
  Record<
    | 'name'
    | 'address'
    | 'phones'
    | 'emails'
    | 'websites'
    | 'openingHours'
    | 'services'
    | 'fees'
    | 'accessModes'
    | 'summary'
    | 'checked'
    | 'closing',
    PlaceFields
  >
>;

/** Only what differs from what is published, so that an untouched field keeps its own source; and that all was looked at. */
export function readForm(
  form: CorrectionForm,
  published: PlaceFields,
  today: LocalDate,
): Result<Said, FormFaults> {
  const faults: FormFaults = {};
  const phones = readPhones(form.phones, published, faults);
  const hours = readHours(form.days, published, faults);
  const emails = list('emails', parseEmails(form.emails), faults);
  const websites = list('websites', parseUrls(form.websites), faults);
  const [name, summary] = [collapseSpaces(form.name), form.summary.trim()];
  if (name === '') faults.name = 'empty';
  if (summary.length > MAX_SUMMARY) faults.summary = 'too-long';
  if (Object.keys(faults).length > 0) return refuse(faults);
  const wanted: PlaceFields = {
    ...published,
    ...some({ name, phones, emails, websites, summary, openingHours: hours }),
    ...some({ address: collapseSpaces(form.address), addressDetail: collapseSpaces(form.addressDetail) }),
    ...some({ services: chosen('services', form.services, published.services) }),
    ...some({ fees: chosen('frais_a_charge', form.fees, published.fees) }),
    ...some({ accessModes: chosen('modalites_acces', form.accessModes, published.accessModes) }),
  };
  const said = differences(wanted, published);
  return ok({ ...said, ...(form.isClosed ? { closing: {} } : { checked: { updatedOn: today } }) });
}

/** An empty text or list is an absent field. */
const some = (fields: Record<string, unknown>): PlaceFields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ]),
  ) as PlaceFields;

const ADDRESS_KEYS = ['address', 'addressDetail', 'postalCode', 'commune', 'codeInsee'] as const;
const SINGLE_KEYS = [
  'name',
  'phones',
  'emails',
  'websites',
  'openingHours',
  'services',
  'fees',
  'accessModes',
  'summary',
] as const;

function differences(wanted: PlaceFields, published: PlaceFields): Said {
  const units = [
    ...SINGLE_KEYS.map((key) => [key, [key]] as const),
    // A street only means something in its town: the group is said whole.
    ['address', ADDRESS_KEYS] as const,
  ];
  const said: Said = {};
  for (const [unit, keys] of units) {
    const [value, before] = [wanted, published].map((fields) => pick(fields, keys));
    if (canonicalJson(value) !== canonicalJson(before)) said[unit] = value!;
  }
  return said;
}

const pick = (fields: PlaceFields, keys: readonly (keyof PlaceFields)[]): PlaceFields =>
  Object.fromEntries(
    keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
  ) as PlaceFields;

function readPhones(text: string, { postalCode }: PlaceFields, faults: FormFaults): string[] {
  const { phones, invalid, shortNumbers } = parsePhones(text, postalCode === undefined ? {} : { postalCode });
  if (invalid.length + shortNumbers.length > 0) faults.phones = 'unreadable';
  return phones;
}

function list(
  key: 'emails' | 'websites',
  reading: { emails?: string[]; urls?: string[]; invalid: string[] },
  faults: FormFaults,
): string[] {
  if (reading.invalid.length > 0) faults[key] = 'unreadable';
  return reading.emails ?? reading.urls ?? [];
}

/** Hours as they were when the week is the same: holidays and exceptions that the form does not show are kept. */
function readHours(
  days: Record<Day, string>,
  { openingHours }: PlaceFields,
  faults: FormFaults,
): string | undefined {
  const typed = DAYS.filter((day) => days[day].trim() !== '');
  for (const day of typed) if (!isReadable(days[day], day)) faults[`day-${day}`] = 'unreadable';
  if (Object.keys(faults).some((key) => key.startsWith('day-'))) return openingHours;
  const before = openingHours === undefined ? null : weekOf(openingHours);
  // Hours that change from week to week do not show in the form: left empty, they stay.
  if (typed.length === 0) return before === null ? openingHours : undefined;
  const read = parseOpeningHours({ days: Object.fromEntries(typed.map((day) => [day, [days[day]]])) });
  if (!read.ok) return openingHours;
  const isSameWeek = before !== null && canonicalJson(before) === canonicalJson(weekOf(read.value.osm));
  return isSameWeek ? openingHours : read.value.osm;
}

function isReadable(text: string, day: Day): boolean {
  const read = parseOpeningHours({ days: { [day]: [text] } });
  return read.ok ? !read.value.partial : read.refusal.kind === 'empty';
}

/** In the order of the standard; values of ours that the list does not have are kept. */
function chosen(
  field: Parameters<typeof enumerationOf>[0],
  values: readonly string[],
  published: readonly string[] = [],
): string[] {
  const known = enumerationOf(field) as readonly string[];
  const wanted = new Set(values);
  const isSame = wanted.size === published.length && published.every((value) => wanted.has(value));
  return isSame ? [...published] : known.filter((value) => wanted.has(value));
}
