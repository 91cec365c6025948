import { collapseSpaces } from '../../../kernel/text.ts';
import { cleanLines } from './text.ts';

export interface AddressParts {
  /** Number and street; the whole text when nothing in it can be told apart. */
  street: string;
  postalCode?: string;
  commune?: string;
  /** Building, floor, post-office box: what does not lead to the street. */
  detail?: string;
}

const POSTAL_CODE = /(?<![\d/])(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{3}(?!\d)|(?<!\d)98 \d{3}(?!\d)/g;
const POST_BOX =
  /\b(?:B\.?P\.?|C\.?S\.?|TSA)\s*(?:n°\s*)?\d[\d ]{0,6}(?!\w)|\bCEDEX(?!\p{L})(?:\s*\d{1,2}\b)?/giu;
const COUNTRY =
  /(?:\s*(?:[,;\n]|\s[-–—]\s)\s*(?:France|FRA|Nouvelle[- ]Cal[ée]donie|New Caledonia))+[\s,;–—-]*$/i;
const PART_SEPARATOR = /\s*[,;\n]\s*|\s+[-–—]\s+/;

/** Tells the street from the postal code, the commune and the rest. Never fails: what it cannot read stays in `street`. */
export function parseAddress(text: string): AddressParts {
  const clean = cleanLines(text).replace(/\t/g, ' ').replace(COUNTRY, '');
  const boxes = [...clean.matchAll(POST_BOX)].map(([box]) => collapseSpaces(box));
  const plain = clean.replace(POST_BOX, ' ').replace(/ {2,}/g, ' ');
  const [code] = [...plain.matchAll(POSTAL_CODE)];
  if (!code) return streetParts(plain, boxes);
  const before = plain.slice(0, code.index);
  const after = plain.slice(code.index + code[0].length);
  const { commune, street, rest } = findCommune(before, after);
  return {
    ...streetParts(street, [...boxes, ...rest]),
    postalCode: code[0].replace(' ', ''),
    ...(commune === '' ? {} : { commune }),
  };
}

/** After the code as a rule, else just before it: « …, Nouméa 98800 ». */
function findCommune(before: string, after: string): { commune: string; street: string; rest: string[] } {
  const [commune = '', ...rest] = parts(after);
  const name = commune.replace(/\s+france$/i, '');
  if (/\p{L}/u.test(name)) return { commune: name, street: before, rest: rest.filter(isDetail) };
  const earlier = parts(before);
  const last = earlier.at(-1) ?? '';
  const isName = earlier.length > 1 && /^[\p{L}\s'’-]+$/u.test(last);
  return isName
    ? { commune: last, street: earlier.slice(0, -1).join(', '), rest: [] }
    : { commune: '', street: before, rest: [] };
}

/** Names of départements and régions follow the commune in some files: they say nothing more. */
const isDetail = (part: string): boolean =>
  /\d|^(?:b[âa]t|imm|esc|[ée]tage|r[ée]sidence|entr[ée]e)/i.test(part);

function parts(text: string): string[] {
  return text
    .split(PART_SEPARATOR)
    .map((part) => trimMarks(collapseSpaces(part)))
    .filter(Boolean);
}

function trimMarks(text: string): string {
  const trimmed = text.replace(/^[\s,;:.–—-]+|(?:[\s,;:–—-]|\.{2,})+$/g, '').replace(/^\(([^()]*)\)$/, '$1');
  return trimmed === text ? text : trimMarks(trimmed);
}

const NUMBER = String.raw`\d{1,5}(?:\s*(?:[-/àa&]|et)\s*\d{1,4})*(?:\s*(?:bis|ter|quater|[a-d](?![\p{L}'’])))?[\s,]*(?:-\s*)?`;
const STREET_TYPE =
  'rue|avenue|boulevard|place|chemin|route|all[ée]es?|impasse|quai|cours|square|esplanade|passage|mont[ée]e|faubourg|promenade|rond[- ]point|ruelle|sente|sentier|mail|parvis|hameau|lieu[- ]dit|piazza|carrefour|traverse|corniche|c[ôo]te|chauss[ée]e|venelle|rampe|voie|grande?[- ]rue|pont|descente';
const SHORT_TYPE = 'r|av|ave|bd|bld|blvd|bvd|pl|che|ch|rte|all|imp|sq|fg|fbg|crs';
/** A street starts with its number, or with its type at the start of a part. */
const STREET = new RegExp(
  String.raw`(?<![\p{L}\d]|\b(?:lot|appt?|b[âa]t)\.?\s)(?:n°\s*)?${NUMBER}(?:${STREET_TYPE}|(?:${SHORT_TYPE})\.?)(?![\p{L}])|(?<=^|[,;\n]\s*|\s[-–—]\s)(?:${STREET_TYPE})(?![\p{L}])`,
  'iu',
);

const BARE_TYPE = new RegExp(`^(?:${STREET_TYPE})$`, 'i');

function streetParts(text: string, details: readonly string[]): AddressParts {
  const whole = trimMarks(text.replace(COUNTRY, ''));
  const start = whole.search(STREET);
  if (start === -1) return withDetail(collapseSpaces(whole), details);
  const [street = '', ...after] = cutAfterStreet(whole.slice(start));
  return withDetail(street, [...parts(whole.slice(0, start)), ...after, ...details]);
}

/** The mark after a number (« 3, rue … », « 13 - 15, rue … ») does not end the street. */
function cutAfterStreet(text: string): string[] {
  const opening = new RegExp(`^(?:n°\\s*)?${NUMBER}`, 'iu').exec(text)?.[0] ?? '';
  const [first = '', ...others] = parts(text.slice(opening.length));
  // « 21 bis rue, Jean Jaurès »
  const isBareType = BARE_TYPE.test(first) && others.length > 0;
  const [name, after] = isBareType ? [`${first} ${others[0]}`, others.slice(1)] : [first, others];
  return [collapseSpaces(`${opening.replace(/,|n°/gi, ' ')} ${name}`), ...after];
}

function withDetail(street: string, details: readonly string[]): AddressParts {
  const detail = details.filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^cedex\b/i.test(part)).join(', ');
  return detail === '' ? { street } : { street, detail };
}
