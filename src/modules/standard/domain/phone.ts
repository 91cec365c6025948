import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface PhoneReading {
  /** E.164, in the order of the text. */
  phones: string[];
  invalid: string[];
  /** National short numbers (« 3949 »): real, but E.164 cannot write them. */
  shortNumbers: string[];
  /** The text had to be changed to give these numbers. */
  repaired: boolean;
}

export function parsePhones(text: string, hint: { postalCode?: string } = {}): PhoneReading {
  const phones: string[] = [];
  const invalid: string[] = [];
  const shortNumbers: string[] = [];
  for (const item of text.split(/[|;/\n]|\bou\b|\bet\b/).filter((part) => /\S/.test(part))) {
    const compact = item.replace(/[^\d+]/g, '');
    const number = parsePhoneNumberFromString(compact, hint.postalCode?.startsWith('974') ? 'RE' : 'FR');
    if (number?.isValid()) phones.push(number.number);
    else if (/^(3\d{3}|1\d{1,2}|10\d{2})$/.test(compact)) shortNumbers.push(compact);
    else invalid.push(item.trim());
  }
  const unique = [...new Set(phones)];
  return { phones: unique, invalid, shortNumbers, repaired: unique.length > 0 && unique.join('|') !== text };
}

/** « 04 72 00 00 00 » with no-break spaces; numbers of other countries keep their code. */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  return (number?.formatNational() ?? e164).replace(/ /g, '\u00a0');
}
