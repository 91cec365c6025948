import { foldFast, significantWords } from './text-tokens.ts';

export interface AddressParts {
  /** Lowest and highest number on the way; 0 when unknown. */
  number: number;
  lastNumber: number;
  /** Words of the way without its type, titles opened. */
  way: string[];
}

/** Kinds of way, abbreviated or not; the second list also names estates and places where no way is given. */
const WAY_TYPES: ReadonlySet<string> = new Set(
  (
    'rue r av ave aven avenue bd bld bld boul boulevard place pl plc chemin che chem ch allee allees all impasse imp quai ' +
    'cours crs route rte square sq passage pas mail esplanade esp espl rond rpt promenade prom montee mte ' +
    'sentier sente ruelle traverse tra trav voie venelle ven chaussee chs faubourg galerie parvis pont ' +
    'rocade street road avenue drive lane blvd rd dr ln court ct pkwy parkway highway hwy way'
  ).split(' '),
);
const ESTATE_TYPES: ReadonlySet<string> = new Set(
  'cite lotissement lot residence res zone za zac zi zae parc hameau ham lieudit lieu quartier qua centre ctre domaine'.split(
    ' ',
  ),
);
const LIEU = /\blieu[- ]dit\b/g;
/** What follows is the post office's, not the way's. */
const POSTAL_TAIL = /\b(?:bp|cs|tsa|cedex)\s*\d*\b|\b\d{5}\b.*$/g;
const NUMBER = /^\d{1,5}$/;
const SUFFIXES: ReadonlySet<string> = new Set(['bis', 'ter', 'quater', 'b', 'a', 'c', 't', 'q']);

interface Segment {
  words: string[];
  typeAt: number;
}

/** Reads « 5-9 bis Av. du Gal Leclerc, 2e étage – 01200 X » into 5, 9 and « general leclerc ». */
export function readAddress(address: string): AddressParts {
  const folded = foldFast(address).replace(LIEU, 'lieudit').replace(POSTAL_TAIL, ' ');
  const segments = splitSegments(folded);
  const chosen = chooseSegment(segments);
  if (!chosen) return { number: 0, lastNumber: 0, way: [] };
  const way = wayWords(chosen);
  const [number, lastNumber] = numbersOf(chosen, segments);
  return { number, lastNumber, way: dropNumbersLeft(way, chosen) };
}

function splitSegments(folded: string): Segment[] {
  const segments: Segment[] = [];
  for (const piece of folded.split(/[,;\n\r\t()|]|\s[-–—/]\s(?!\d)/)) {
    const words = piece.match(/\d+(?=[a-z]{4})|[a-z0-9]+/g);
    if (words) segments.push({ words, typeAt: words.findIndex((word) => WAY_TYPES.has(word)) });
  }
  return segments;
}

function chooseSegment(segments: readonly Segment[]): Segment | null {
  const withType = segments.find(({ typeAt }) => typeAt >= 0);
  if (withType) return withType;
  const numbered = segments.find(({ words }) => NUMBER.test(words[0]!) && words.length > 1);
  if (numbered) return numbered;
  const estate = segments.find(({ words }) => words.some((word) => ESTATE_TYPES.has(word)));
  return estate ?? segments.find(({ words }) => !NUMBER.test(words[0]!)) ?? segments[0] ?? null;
}

/** English addresses put the type last: nothing follows it, so the words before it name the way. */
function wayWords({ words, typeAt }: Segment): string[] {
  const after = significantWords(words.slice(typeAt + 1).join(' '));
  if (typeAt < 0 || after.some((word) => !NUMBER.test(word) || word.length < 4)) return after;
  const before = words.slice(0, typeAt).filter((word) => !NUMBER.test(word) && !SUFFIXES.has(word));
  return before.length > 0 ? significantWords(before.join(' ')) : after;
}

/** Without a type, the leading numbers are the house's. « Place du 8 mai 1945 » keeps its own. */
function dropNumbersLeft(way: string[], { typeAt }: Segment): string[] {
  if (typeAt >= 0) return way;
  let start = 0;
  while (start < way.length && (NUMBER.test(way[start]!) || SUFFIXES.has(way[start]!))) start += 1;
  return way.slice(start).filter((word) => !ESTATE_TYPES.has(word));
}

function numbersOf(chosen: Segment, segments: readonly Segment[]): [number, number] {
  const before = numbersIn(
    chosen.typeAt < 0 ? leadingNumbers(chosen.words) : chosen.words.slice(0, chosen.typeAt),
  );
  if (before) return before;
  const place = segments.indexOf(chosen);
  // « 72, avenue X » and « Washington Road, 427 »: the number stands alone beside the way.
  for (const beside of [segments[place - 1], segments[place + 1]]) {
    if (beside?.words.every((word) => NUMBER.test(word) || SUFFIXES.has(word))) {
      const found = numbersIn(beside.words);
      if (found) return found;
    }
  }
  return [0, 0];
}

function leadingNumbers(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => !NUMBER.test(word) && !SUFFIXES.has(word));
  return end < 0 ? words : words.slice(0, end);
}

/** The numbers that end the words before the way: « rez-de-chaussée 2, 11 - 15 ». */
function numbersIn(words: readonly string[]): [number, number] | null {
  const found: number[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at]!;
    const digits = /^(\d{1,5})[a-z]?$/.exec(word);
    if (digits) found.push(Number(digits[1]));
    else if (!SUFFIXES.has(word) && found.length > 0) break;
  }
  const positive = found.filter((number) => number > 0);
  return positive.length === 0 ? null : [Math.min(...positive), Math.max(...positive)];
}
