import { words } from '../../../kernel/text.ts';
import { enumerationOf, isEnumeratedField } from './enumerations.ts';
import { LEXICONS, SIBLINGS } from './lexicon/lexicons.ts';
import { findTerms, type Term, type TermIndex, termIndex } from './lexicon/term-index.ts';
import type { StandardField } from './place-fields.ts';
import { cleanLines } from './text.ts';

export interface EnumerationReading {
  values: string[];
  /** The items of the list that say no value, nor anything known. */
  unknown: string[];
}

/** Values of the standard said by a text: a list in any form, codes, old wordings, or a sentence. */
export function readEnumerationValues(field: StandardField, text: string): EnumerationReading {
  const values = new Set<string>();
  const unknown: string[] = [];
  for (const item of hardItems(text)) {
    const reading = readItem(field, item);
    for (const value of reading.values) values.add(value);
    unknown.push(...reading.unknown);
  }
  return { values: [...values], unknown: [...new Set(unknown)] };
}

/** The first value that a text says, or `null`. */
export const valueForTerm = (field: StandardField, text: string): string | null =>
  readEnumerationValues(field, text).values[0] ?? null;

/** Marks that only separate items; commas and slashes may also stand inside one. */
const hardItems = (text: string): string[] =>
  cleanLines(text)
    .split(/[|;\n{}]|"\s*,\s*"|,\s*"|"\s*,/)
    .map((item) => item.trim())
    .filter((item) => /[\p{L}\p{N}]/u.test(item));

const indexes = new Map<StandardField, TermIndex>();

function indexOf(field: StandardField): TermIndex {
  const known = indexes.get(field);
  if (known) return known;
  const lexicon = isEnumeratedField(field) ? LEXICONS[field] : { terms: {}, silent: '' };
  const index = termIndex(lexicon, enumerationOf(field));
  indexes.set(field, index);
  return index;
}

/** Parts between commas or slashes, each with its words. */
interface Part {
  text: string;
  words: string[];
}

/** « (CV, plateformes…) » explains one item. */
const BRACKETS = /\([^()]*\)?/g;
const DENIAL = /^(?:pas|aucun|aucune|sans|non|ni)$/;

function readItem(field: StandardField, item: string): EnumerationReading {
  if (item.includes('(') && isEnumeratedField(field) && LEXICONS[field].isIllustratedInBrackets) {
    const bare = readParts(field, item.replace(BRACKETS, ' '));
    if (bare.values.length > 0) return bare;
  }
  return readParts(field, item);
}

function readParts(field: StandardField, item: string): EnumerationReading {
  const parts = item
    .replace(BRACKETS, (brackets) => brackets.replace(/[,/]/g, ' '))
    .split(/[,/]/)
    .map((text): Part => ({ text: text.trim(), words: words(text) }))
    .filter(({ words: found }) => found.length > 0);
  const found = findTerms(indexOf(field), parts);
  const isSaid = (part: number): boolean => found.some(({ from, to }) => from <= part && part <= to);
  const denied = new Set([...parts.keys()].filter((part) => isDenied(part, parts, found)));
  const siblings = SIBLINGS[field] ? findTerms(indexOf(SIBLINGS[field]), parts) : [];
  const isElsewhere = (part: number): boolean => siblings.some(({ from, to }) => from <= part && part <= to);
  return {
    values: found.flatMap(({ value, from }) => (value === null || denied.has(from) ? [] : value)),
    unknown: parts
      .filter((part, rank) => !isSaid(rank) && !denied.has(rank) && !isElsewhere(rank) && isMeant(part))
      .map(({ text }) => text),
  };
}

/** « Pas d'équipement », « Aucun », « Non »; but « sans rendez-vous » is a term of its own. */
const isDenied = (part: number, parts: readonly Part[], found: readonly Term[]): boolean =>
  DENIAL.test(parts[part]?.words[0] ?? '') &&
  !found.some(({ from, opensPart }) => from === part && opensPart);

/** Yes and no answers belong to the mapping of the column, not to its values. */
const isMeant = ({ words: found }: Part): boolean =>
  !/^(?:oui|non|true|false|vrai|faux|other|autres?|na|nc|ne sais pas|je ne sais pas|\d+)$/.test(
    found.join(' '),
  );
