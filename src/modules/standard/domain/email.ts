import { cleanText } from './text.ts';

interface EmailReading {
  /** Lower case, in the order of the text. */
  emails: string[];
  /** Parts of the text that were meant as addresses and are none. */
  invalid: string[];
  /** Something was mended (accents, « [at] », commas for dots, words around). */
  repaired: boolean;
}

/** A masked address (« c***@… ») must not be taken from its middle. */
const ADDRESS =
  /(?<![\p{L}\p{N}*…._%+-])[a-z0-9_%+-]+(?:[.'][a-z0-9_%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![\p{L}\p{N}@-])/giu;
const SEPARATORS = /\s+(?:ou|et|-|\/)\s+|[\s|;,/<>()]+/;
/** Limits of RFC 5321, in characters. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/** One address alone, written as it should be: most cells. */
const PLAIN_ADDRESS = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;

/** The addresses of a cell: several, with words around, misspelt in the usual ways. */
export function parseEmails(text: string): EmailReading {
  if (PLAIN_ADDRESS.test(text) && isShortEnough(text))
    return { emails: [text], invalid: [], repaired: false };
  const clean = cleanText(text).replace(/mailto:/gi, '');
  if (!/[\p{L}\p{N}]/u.test(clean)) return { emails: [], invalid: [], repaired: false };
  const mended = mend(clean);
  const found = mended.match(ADDRESS) ?? [];
  const rest = mended.replace(ADDRESS, ' ').trim();
  if (found.length === 0 || isCutInTwo(found, rest)) return { emails: [], invalid: [clean], repaired: false };
  const emails = [...new Set(found.map((address) => address.toLowerCase()))].filter(isShortEnough);
  const invalid = rest.split(SEPARATORS).filter((part) => part.includes('@') && part.length > 1);
  return {
    emails,
    invalid,
    repaired: emails.length > 0 && (mended !== clean || /[\p{L}\p{N}]/u.test(withoutLinks(rest))),
  };
}

/** « accueil [at] exemple.fr », « médiathèque@… », « exemple,gouv,fr », « contact@@… ». */
function mend(text: string): string {
  return text
    .replace(/%A0|%20/gi, ' ')
    .replace(/\s*(?:\[\s*(?:at|a|arobase)\s*\]|\(\s*(?:at|a|arobase)\s*\)|\s+(?:at|arobase)\s+)\s*/gi, '@')
    .replace(/\s*(?:\[\s*(?:dot|point)\s*\]|\(\s*(?:dot|point)\s*\))\s*/gi, '.')
    .replace(/@{2,}/g, '@')
    .replace(/@[a-z0-9-]+(?:,[a-z0-9-]+)+(?![@\w.])/gi, (domain) => domain.replace(/,/g, '.'))
    .replace(/[^\s@]+@/g, (local) => local.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
}

/** « maison des.services@exemple.fr »: a lone word before may be the first half of the address. */
const isCutInTwo = (found: readonly string[], rest: string): boolean =>
  found.length === 1 && /^[a-z0-9._-]+$/.test(rest) && !/^(?:mail|email|e-mail|courriel|contact)$/.test(rest);

const withoutLinks = (rest: string): string => rest.replace(/\b(?:ou|et)\b/gi, '');

const isShortEnough = (address: string): boolean =>
  address.length <= MAX_ADDRESS && address.indexOf('@') <= MAX_LOCAL;
