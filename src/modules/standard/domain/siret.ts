import { ok, type Result, refuse } from '../../../kernel/result.ts';

export interface PivotRefusal {
  kind: 'unknown' | 'malformed' | 'wrong-checksum' | 'truncated' | 'siren';
}

type Pivot = Result<string, PivotRefusal>;

const LA_POSTE_SIREN = '356000000';

/** Where the place stands, as far as it is known. */
interface PivotHint {
  postalCode?: string;
  codeInsee?: string;
}

/** A SIRET (14 digits and their key), an RNA (`W` and 9 characters) or, in New Caledonia only, a RIDET. */
export function parsePivot(text: string, hint: PivotHint = {}): Pivot {
  const compact = compactIdentifier(text);
  if (isUnknown(compact)) return refuse({ kind: 'unknown' });
  if (/^W/.test(compact)) return parseRna(compact);
  if (isFloatNotation(compact)) return refuse({ kind: 'truncated' });
  if (/^\d{14}$/.test(compact)) return parseSiret(compact);
  if (isInNewCaledonia(hint)) return parseRidet(compact);
  // A SIREN is the whole enterprise, with all its places: it points at none of them.
  return refuse({ kind: /^\d{9}$/.test(compact) && luhnSum(compact) % 10 === 0 ? 'siren' : 'malformed' });
}

/** INSEE and postal codes of the territory share these first digits. */
const isInNewCaledonia = ({ codeInsee, postalCode }: PivotHint): boolean =>
  (codeInsee ?? postalCode ?? '').startsWith('988');

export function parseSiret(text: string): Pivot {
  const digits = compactIdentifier(text);
  if (isUnknown(digits)) return refuse({ kind: 'unknown' });
  if (isFloatNotation(digits)) return refuse({ kind: 'truncated' });
  if (!/^\d{14}$/.test(digits)) return refuse({ kind: 'malformed' });
  if (isSiretKeyValid(digits)) return ok(digits);
  // A spreadsheet keeps few digits of a number: an establishment number (NIC) of zeros does not exist.
  return refuse({ kind: digits.endsWith('00000') ? 'truncated' : 'wrong-checksum' });
}

/** Répertoire national des associations: `W`, the prefecture's digit or letter, 8 digits. */
function parseRna(text: string): Pivot {
  const compact = compactIdentifier(text);
  if (isUnknown(compact)) return refuse({ kind: 'unknown' });
  return /^W\d[\dABMPS]\d{7}$/.test(compact) ? ok(compact) : refuse({ kind: 'malformed' });
}

/** New Caledonia: 6 or 7 digits of the enterprise (RID), then 3 of the establishment (ET). */
function parseRidet(text: string): Pivot {
  const compact = compactIdentifier(text);
  if (isUnknown(compact)) return refuse({ kind: 'unknown' });
  return /^\d{9,10}$/.test(compact) ? ok(compact) : refuse({ kind: 'malformed' });
}

const compactIdentifier = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z+,]/g, '')
    .toUpperCase();

const isUnknown = (compact: string): boolean => !/[1-9W]/.test(compact);

const isFloatNotation = (compact: string): boolean => /^\d[\d,]*E\+?\d{1,2}$/.test(compact);

function isSiretKeyValid(digits: string): boolean {
  if (luhnSum(digits) % 10 === 0) return true;
  // La Poste numbers its branches by plain digit sum, not Luhn (INSEE rule).
  return digits.startsWith(LA_POSTE_SIREN) && digitSum(digits) % 5 === 0;
}

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

function luhnSum(digits: string): number {
  return [...digits].reduceRight((sum, digit, index) => {
    const weighted = (digits.length - index) % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}
