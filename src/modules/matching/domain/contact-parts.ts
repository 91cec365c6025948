import { EMAIL_KINDS, kindBit, TYPOLOGY_KINDS } from './kinds.ts';
import { GENERIC_DOMAINS, LA_POSTE_SIREN } from './lexicon.ts';
import { foldFast } from './text-tokens.ts';

const BETWEEN_PHONES = /[/,;|&\n]|\s[-–]\s|\b(?:et|ou|and|or)\b/;
const MIN_DIGITS = 6;
/** Numbers of New Caledonia, Polynesia, Wallis and Saint-Pierre have fewer than nine digits: their code must go. */
const PACIFIC_CODES = /(?:\+|\b00)(?:687|689|681|508)(?!\d{9})/g;

/**
 * The last nine digits of each number: country codes (overseas, the same nine follow +262, +590…), the trunk zero and
 * zeros lost by a spreadsheet do not matter.
 */
export function readPhones(text: string): string[] {
  const pieces = text
    .replace(PACIFIC_CODES, ' ')
    .split(BETWEEN_PHONES)
    .map((piece) => piece.replace(/\D/g, ''));
  // « 01/99/00/11/22 »: the separator stands inside one number.
  const areNumbers = pieces.every((digits) => digits.length === 0 || digits.length >= MIN_DIGITS);
  return (areNumbers ? pieces : [pieces.join('')]).flatMap(splitJoined).filter(isDialable);
}

/** Two French numbers glued by a separator make twenty digits. */
function splitJoined(digits: string): string[] {
  if (digits.length === 20 && digits[0] === '0' && digits[10] === '0')
    return [digits.slice(1, 10), digits.slice(11)];
  return [digits.slice(-9)];
}

const isDialable = (number: string): boolean =>
  number.length >= MIN_DIGITS && !/^(\d)\1+$/.test(number) && Number(number) > 0;

export interface EmailParts {
  address: string;
  /** Domain of an organisation; empty for a public mail box. */
  domain: string;
  kinds: number;
}

/** The first address of the text; an address masked with stars is unknown. */
export function readEmail(text: string): EmailParts | null {
  const match = /([a-z0-9._%+'-]+)@([a-z0-9.-]+\.[a-z]{2,})/.exec(foldFast(text));
  if (!match || text.includes('*')) return null;
  const [address, local, domain] = [match[0], match[1]!, match[2]!];
  let kinds = 0;
  for (const [pattern, kind] of EMAIL_KINDS) if (pattern.test(local)) kinds |= kindBit(kind);
  return { address, domain: GENERIC_DOMAINS.has(domain) ? '' : domain, kinds };
}

export interface WebsiteParts {
  /** Host of an organisation; empty for a platform that serves everyone. */
  host: string;
  page: string;
}

export function readWebsite(text: string): WebsiteParts | null {
  const match = /^\s*(?:https?:\/*)?(?:www\d?\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/[^\s?#|,;]*)?/.exec(
    foldFast(text),
  );
  if (!match) return null;
  const host = match[1]!;
  const path = (match[2] ?? '').replace(/\/+$/, '');
  const isPlatform = GENERIC_DOMAINS.has(host);
  if (isPlatform && path === '') return null;
  return { host: isPlatform ? '' : host, page: path === '' ? '' : host + path };
}

/** Fourteen digits that are not all one digit: a run of zeros means unknown (pattern 7). */
export function readSiret(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  return digits.length === 14 && !/^(\d)\1+$/.test(digits) ? digits : null;
}

/** A spreadsheet that rounds to 15 figures leaves zeros in place of the establishment: only the company is known. */
export const isRoundedSiret = (siret: string): boolean => siret.endsWith('00000');

export const sirenKinds = (siret: string): number =>
  siret.startsWith(LA_POSTE_SIREN) ? kindBit('laPoste') : 0;

export function typologyKinds(typology: string): number {
  const folded = foldFast(typology).replace(/services? public/g, ' ');
  let kinds = 0;
  for (const [pattern, kind] of TYPOLOGY_KINDS) if (pattern.test(folded)) kinds |= kindBit(kind);
  return kinds;
}

/** Machine identifiers that aggregators carry along inside their own: 24 hexadecimal digits, or a UUID. */
const MACHINE_ID =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/i;

export const machineId = (rid: string): string | null => MACHINE_ID.exec(rid)?.[0].toLowerCase() ?? null;
