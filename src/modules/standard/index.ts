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
export { parseDate } from './domain/date.ts';
export { parseEmails } from './domain/email.ts';
export { readEnumerationValues, valueForTerm } from './domain/enumeration-lexicon.ts';
export {
  ENUMERATIONS,
  type EnumeratedField,
  enumerationOf,
  isEnumeratedField,
  SERVICES,
  type Service,
} from './domain/enumerations.ts';
export { plainRanges, wordsOfField } from './domain/field-words.ts';
export {
  DAY_LABELS,
  FIELD_LABELS,
  labelForValue,
  type PublicWords,
  VALUE_LABELS,
  type Words,
} from './domain/labels.ts';
export { parseMobile } from './domain/mobile.ts';
export { openState, type PlaceCalendar } from './domain/opening-hours/open-state.ts';
export { DAYS } from './domain/opening-hours/week.ts';
export { hoursKey, openWeeks } from './domain/opening-hours/weeks.ts';
export {
  type Day,
  type DayHours,
  parseOpeningHours,
  weekOf,
} from './domain/opening-hours.ts';
export { formatPhone, parsePhones } from './domain/phone.ts';
export {
  FIELD_KEYS,
  type FieldKey,
  type PlaceFields,
  STANDARD_FIELDS,
  type StandardField,
} from './domain/place-fields.ts';
export { properCase } from './domain/proper-case.ts';
export { type PivotRefusal, parsePivot, parseSiret } from './domain/siret.ts';
export { properAddress } from './domain/street-case.ts';
export { cleanText, shorten } from './domain/text.ts';
export { parseUrls } from './domain/url.ts';
export { type StandardViolation, standardViolations } from './domain/validate.ts';
