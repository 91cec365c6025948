export { type AddressParts, parseAddress } from './domain/address.ts';
export { readCommunes } from './domain/commune-file.ts';
export { buildCommuneReference } from './domain/commune-reference.ts';
export type { Commune, CommuneReference } from './domain/communes.ts';
export { STANDARD_CONSTRAINTS } from './domain/constraints.ts';
export {
  type CoordinatesRepair,
  parseCoordinates,
  parsePointText,
} from './domain/coordinates.ts';
export { type DateRefusal, parseDate } from './domain/date.ts';
export { type EmailReading, parseEmails } from './domain/email.ts';
export { readEnumerationValues, valueForTerm } from './domain/enumeration-lexicon.ts';
export {
  ENUMERATIONS,
  type EnumeratedField,
  enumerationOf,
  isEnumeratedField,
  SERVICES,
} from './domain/enumerations.ts';
export { FIELD_LABELS, labelForValue, VALUE_LABELS, type Words } from './domain/labels.ts';
export { type OpenState, openState } from './domain/opening-hours/open-state.ts';
export {
  type Day,
  type DayHours,
  type HoursRefusal,
  type ParsedHours,
  parseOpeningHours,
  weekOf,
} from './domain/opening-hours.ts';
export { formatPhone, type PhoneReading, parsePhones } from './domain/phone.ts';
export {
  FIELD_KEYS,
  type FieldKey,
  type PlaceFields,
  STANDARD_FIELDS,
  type StandardField,
} from './domain/place-fields.ts';
export { properCase } from './domain/proper-case.ts';
export { type PivotRefusal, parsePivot, parseSiret } from './domain/siret.ts';
export { cleanText, shorten } from './domain/text.ts';
export { parseUrls, type UrlReading } from './domain/url.ts';
export { type StandardViolation, standardViolations } from './domain/validate.ts';
