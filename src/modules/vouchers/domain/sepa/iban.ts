import { getCountrySpecifications, isSEPACountry, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';

/** An account number in its electronic form: capitals and digits, without spaces, every key right (rule P5). */
export type Iban = string & { readonly __iban: unique symbol };

export type IbanRefusal =
  | { kind: 'iban-empty' }
  | { kind: 'iban-country-unknown'; country: string }
  | { kind: 'iban-length-wrong'; expected: number; found: number }
  | { kind: 'iban-form-wrong' }
  | { kind: 'iban-key-wrong' }
  | { kind: 'iban-outside-sepa'; country: string };

/** Joined on 5 October 2025 and, for Serbia, in May 2026 (EPC409-09), which `ibantools` 4.5.4 does not know yet. */
const JOINED_LATELY: readonly string[] = ['AL', 'MD', 'ME', 'MK', 'RS'];

/** Reads an account number as people copy it: spaces, hyphens and the word IBAN before it do not count. */
export function parseIban(text: string): Result<Iban, IbanRefusal> {
  const iban = text
    .toUpperCase()
    .replace(/[\s\p{Cf}.-]/gu, '')
    .replace(/^IBAN:?/, '');
  if (iban === '') return refuse({ kind: 'iban-empty' });
  const country = iban.slice(0, 2);
  const { chars } = countrySpecification(country);
  if (!chars) return refuse({ kind: 'iban-country-unknown', country });
  if (iban.length !== chars)
    return refuse({ kind: 'iban-length-wrong', expected: chars, found: iban.length });
  // A QR-IBAN serves Swiss payment slips only: no transfer reaches it.
  const { errorCodes } = validateIBAN(iban, { allowQRIBAN: false });
  if (errorCodes.some((code) => !KEY_ERRORS.has(code))) return refuse({ kind: 'iban-form-wrong' });
  if (errorCodes.length > 0) return refuse({ kind: 'iban-key-wrong' });
  if (!isSEPACountry(country) && !JOINED_LATELY.includes(country))
    return refuse({ kind: 'iban-outside-sepa', country });
  return ok(iban as Iban);
}

const KEY_ERRORS: ReadonlySet<ValidationErrorsIBAN> = new Set([
  ValidationErrorsIBAN.WrongIBANChecksum,
  ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
]);

/** Read once: the library builds the table of 250 countries again at each call. */
const SPECIFICATIONS = new Map(Object.entries(getCountrySpecifications()));

const countrySpecification = (country: string): { chars: number | null } =>
  SPECIFICATIONS.get(country) ?? { chars: null };

/** In fours, as on a RIB: « FR76 3000 6000 0112 3456 7890 189 ». */
export const groupIban = (iban: Iban): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Enough to recognise one's own account, too little to use it: « FR76 •••• … 189 ». */
export const maskIban = (iban: Iban): string => `${iban.slice(0, 4)} •••• … ${iban.slice(-3)}`;
