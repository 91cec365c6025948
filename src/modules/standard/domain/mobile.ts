import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** France and its territories: elsewhere a message costs ten times more, and numbers are misused for that. */
const COUNTRIES: readonly CountryCode[] = [
  'FR',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'WF',
  'PF',
  'NC',
];

/** A mobile number as people type it, in E.164; null when no text message can reach it. */
export function parseMobile(text: string): string | null {
  for (const country of COUNTRIES) {
    const number = parsePhoneNumberFromString(text, country);
    const isOurs = number?.country !== undefined && COUNTRIES.includes(number.country);
    if (number && isOurs && number.isValid() && /MOBILE/.test(number.getType() ?? '')) return number.number;
  }
  // The library knows the ranges in service; the numbering plan gives all of 06 and 07 to mobiles.
  const french = parsePhoneNumberFromString(text, 'FR')?.number ?? '';
  return /^\+33[67]\d{8}$/.test(french) ? french : null;
}
