import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { collapseSpaces } from '../../../kernel/text.ts';
import { cleanText } from './text.ts';

interface PhoneReading {
  /** E.164, in the order of the text. */
  phones: string[];
  /** Parts of the text that were meant as numbers and are none. */
  invalid: string[];
  /** National short numbers (« 3949 »): real, but E.164 cannot write them. */
  shortNumbers: string[];
  /** Something was mended (a lost zero, words around, a doubled prefix); spaces and dots are no defect. */
  repaired: boolean;
}

/** Overseas territories by the first three digits of their postal codes; France for all others. */
const COUNTRY_BY_POSTAL_PREFIX: Readonly<Record<string, CountryCode>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
};

/** These ten-digit prefixes belong to an overseas département wherever the text was written. */
const COUNTRY_BY_NATIONAL_PREFIX: readonly (readonly [RegExp, CountryCode])[] = [
  [/^0(?:590|69[01])/, 'GP'],
  [/^0(?:594|694)/, 'GF'],
  [/^0(?:596|69[67])/, 'MQ'],
  [/^0(?:26[23]|69[23])/, 'RE'],
  [/^0(?:269|639)/, 'YT'],
];

/** France and the territories whose calling codes the national standard accepts. */
const FRENCH_CALLING_CODES = new Set(['33', '262', '508', '590', '594', '596', '681', '687', '689']);

/** What people write in one cell: several numbers, words around them, extensions, lost zeros. */
export function parsePhones(text: string, hint: { postalCode?: string } = {}): PhoneReading {
  const reading: PhoneReading = { phones: [], invalid: [], shortNumbers: [], repaired: false };
  const clean = cleanText(text).replace(EXTENSION, ' ').replace(FLOAT_TAIL, '');
  if (SCIENTIFIC.test(clean)) return { ...reading, invalid: [clean] };
  for (const part of cutApart(clean)) readPart(part, hint.postalCode ?? '', reading);
  const hasLetters = /[\p{L}]/u.test(clean);
  const found = reading.phones.length + reading.shortNumbers.length + reading.invalid.length;
  if (found === 0 && hasLetters) reading.invalid.push(clean);
  reading.repaired ||= reading.phones.length > 0 && (hasLetters || reading.invalid.length > 0);
  reading.phones = [...new Set(reading.phones)];
  return reading;
}

/** A spreadsheet that took numbers for quantities: « 472000000.0 », « 4.72E+08 ». */
const FLOAT_TAIL = /(?<=^\d{9,12})[.,]0$/;
const SCIENTIFIC = /^\d[.,]?\d*E\+\d+$/i;
const EXTENSION = /\b(?:poste|ext(?:ension)?|#)\s*\.?\s*:?\s*\d{1,5}\b/gi;

/** Runs of digits and of the marks people put inside a number, one per number. */
function cutApart(text: string): string[] {
  return text
    .split(/[^\d+()./\s\u2010-\u2015'-]+/)
    .flatMap((run) => run.split(/\/|\s[-\u2010-\u2015]\s|\.{2,}(?=0\d)|(?<=\d)\s*(?=\+)/))
    .map((part) => collapseSpaces(part.replace(/^[^\d+(]+|[^\d]+$/g, '')))
    .flatMap(cutTwins)
    .filter((part) => /\d/.test(part) && !isBareCallingCode(part));
}

/** Forms leave « +687 » where nothing was typed. */
const isBareCallingCode = (part: string): boolean => /^\(?\+\s*\d{1,3}\)?$/.test(part);

/** Two national numbers with nothing but a space between them. */
function cutTwins(part: string): string[] {
  const digits = part.replace(/\D/g, '');
  const areTwins = digits.length === 20 && !part.includes('+') && digits[0] === '0' && digits[10] === '0';
  return areTwins ? [digits.slice(0, 10), digits.slice(10)] : [part];
}

function readPart(part: string, postalCode: string, reading: PhoneReading): void {
  const digits = part.replace(/\D/g, '');
  if (isShortNumber(digits)) {
    reading.shortNumbers.push(digits);
    return;
  }
  const { usual, mended } = spellings(part, digits, countryAt(postalCode));
  const direct = firstValid(usual);
  const phone = direct ?? firstValid(mended);
  if (phone) reading.phones.push(phone);
  else reading.invalid.push(part);
  reading.repaired ||= phone !== null && direct === null;
}

/** Emergency and help lines (`15`, `115`, `3949`, `118 xyz`): numbers of two to four digits, and directories. */
const isShortNumber = (digits: string): boolean =>
  /^(?:1[578]|11[2-9]|19[167]|10\d\d|3\d{3}|118\d{3})$/.test(digits);

const countryAt = (postalCode: string): CountryCode =>
  COUNTRY_BY_POSTAL_PREFIX[postalCode.replace(/\s/g, '').slice(0, 3)] ?? 'FR';

interface Spelling {
  text: string;
  country: CountryCode;
}

interface Spellings {
  usual: Spelling[];
  /** The usual accidents undone, surest first. */
  mended: Spelling[];
}

/** What the digits may mean. */
function spellings(part: string, digits: string, country: CountryCode): Spellings {
  if (/^\(?\+/.test(part)) return internationalSpellings(digits);
  if (digits.startsWith('00')) return internationalSpellings(digits.slice(2));
  if (digits.startsWith('0')) {
    const usual = [{ text: digits, country: nationalCountry(digits) ?? country }];
    // A metropolitan number given by a place overseas.
    return { usual, mended: [{ text: digits, country: 'FR' }] };
  }
  const local = { text: digits, country };
  const international = internationalSpellings(digits);
  // Nine digits are a national number that a spreadsheet cut; eight or six, a whole number of the Pacific.
  const withZero = digits.length === 9 ? [nationalSpelling(digits)] : [];
  const isWhole = digits.length === 6 || digits.length === 8;
  return {
    usual: isWhole && country !== 'FR' ? [local] : [],
    mended: [...withZero, ...(digits.length > 9 ? [...international.usual, ...international.mended] : [])],
  };
}

/** Only mobile, internet and overseas numbers are told apart surely by their first digits. */
const MISUSED_CALLING_CODE = /^(?:33|262|269|590|594|596)0?(?=\d{9}$)(?:[679]|26[239]|59[046])/;

/** « +33 0594… » and « +262 07… » bear the calling code of another French territory: the last nine digits decide. */
function internationalSpellings(digits: string): Spellings {
  const national = MISUSED_CALLING_CODE.test(digits) ? [nationalSpelling(digits.slice(-9))] : [];
  return { usual: [{ text: `+${digits}`, country: 'FR' }], mended: national };
}

const nationalSpelling = (nineDigits: string): Spelling => ({
  text: `0${nineDigits}`,
  country: nationalCountry(`0${nineDigits}`) ?? 'FR',
});

const nationalCountry = (digits: string): CountryCode | undefined =>
  digits.length === 10 ? COUNTRY_BY_NATIONAL_PREFIX.find(([prefix]) => prefix.test(digits))?.[1] : undefined;

function firstValid(candidates: Spelling[]): string | null {
  for (const candidate of candidates) {
    const phone = validNumber(candidate);
    if (phone) return phone;
  }
  return null;
}

/**
 * In the numbering plan of France the first five digits after the zero tell whether a number can exist; the last four
 * are free. About 3,000 prefixes are in use: the library is asked once for each.
 */
const FRENCH_PREFIXES = new Map<string, boolean>();
const PREFIX_LENGTH = 5;

function validNumber(spelling: Spelling): string | null {
  const nineDigits = spelling.country === 'FR' && /^(?:0|\+33)([1-9]\d{8})$/.exec(spelling.text)?.[1];
  if (!nineDigits) return validByLibrary(spelling);
  const prefix = nineDigits.slice(0, PREFIX_LENGTH);
  const isValid = FRENCH_PREFIXES.get(prefix) ?? validByLibrary(spelling) !== null;
  FRENCH_PREFIXES.set(prefix, isValid);
  return isValid ? `+33${nineDigits}` : null;
}

function validByLibrary({ text, country }: Spelling): string | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number.number : null;
}

/** Numbers already written: a list writes each one three times, and each time would take as long as half of its row. */
const MEMORY = new Map<string, string>();
const MEMORY_LIMIT = 20_000;

/** « 04 72 00 00 00 » with no-break spaces; numbers from outside France keep their country code. */
export function formatPhone(e164: string): string {
  const known = MEMORY.get(e164);
  if (known !== undefined) return known;
  if (MEMORY.size >= MEMORY_LIMIT) MEMORY.clear();
  const written = writePhone(e164);
  MEMORY.set(e164, written);
  return written;
}

/** The library takes 40 µs to find that numbers of France go by pairs, those that start with 08 excepted. */
const IN_PAIRS = /^\+33([1-79])(\d\d)(\d\d)(\d\d)(\d\d)$/;

function writePhone(e164: string): string {
  if (IN_PAIRS.test(e164)) return e164.replace(IN_PAIRS, '0$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5');
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  const isFrench = FRENCH_CALLING_CODES.has(number.countryCallingCode);
  const written = isFrench ? number.formatNational() : number.formatInternational();
  return written.replace(/[ .]/g, '\u00a0');
}
