import { words } from '../../../../kernel/text.ts';
import type { Lexicon } from './lexicon.ts';

interface Entry {
  words: string[];
  value: string | null;
  isWhole: boolean;
}

/** Entries by their first word, longest first. */
export type TermIndex = ReadonlyMap<string, readonly Entry[]>;

/** A term met in a list of parts, from one part to another (a term may hold a comma). */
export interface Term {
  value: string | null;
  from: number;
  to: number;
  /** It starts with the first word of its part. */
  opensPart: boolean;
}

/** Shorter than this a cut-off term could be several: forms cut their answers at 31 characters. */
const CUT_TERM_LENGTH = 18;

export function termIndex(lexicon: Lexicon<string>, values: readonly string[]): TermIndex {
  const entries: Entry[] = [];
  for (const value of values) {
    const terms = `${value};${lexicon.terms[value] ?? ''}`.split(';').map(stems);
    // A code that is also a word counts only alone.
    const whole = (lexicon.whole?.[value] ?? '').split(';').map(stems);
    const wholeKeys = new Set(whole.map((term) => term.join(' ')));
    entries.push(...whole.map((term) => ({ words: term, value, isWhole: true })));
    entries.push(
      ...terms
        .filter((term) => !wholeKeys.has(term.join(' ')))
        .map((term) => ({ words: term, value, isWhole: false })),
    );
  }
  entries.push(
    ...lexicon.silent.split(';').map((term) => ({ words: stems(term), value: null, isWhole: false })),
  );
  return byFirstWord(entries.filter((entry) => entry.words.length > 0));
}

function byFirstWord(entries: readonly Entry[]): TermIndex {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.words[0]!;
    index.set(first, [...(index.get(first) ?? []), entry]);
  }
  // At equal length a value wins over a silent term.
  for (const sharing of index.values()) {
    sharing.sort(
      (a, b) => b.words.length - a.words.length || Number(a.value === null) - Number(b.value === null),
    );
  }
  return index;
}

const stems = (text: string): string[] => words(text).map(stem);

/** Plurals in « s » and « x » do not count. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/(?<=aux|eux|eau)x$|s$/, '') : word);

interface Word {
  stem: string;
  part: number;
  isFirst: boolean;
  isLast: boolean;
}

/** Every term of the parts, left to right, the longest at each place; what a term covers hides shorter ones. */
export function findTerms(index: TermIndex, parts: readonly { words: string[] }[]): Term[] {
  const line = parts.flatMap((part, rank) =>
    part.words.map(
      (word, position): Word => ({
        stem: stem(word),
        part: rank,
        isFirst: position === 0,
        isLast: position === part.words.length - 1,
      }),
    ),
  );
  const terms: Term[] = [];
  for (let position = 0; position < line.length; ) {
    const entry = entryAt(index, line, position);
    if (entry) terms.push(toTerm(entry, line, position));
    position += entry?.length ?? 1;
  }
  return terms;
}

type Found = { entry: Entry; length: number };

function entryAt(index: TermIndex, line: readonly Word[], position: number): Found | null {
  const candidates = index.get(line[position]!.stem) ?? [];
  const entry = candidates.find((candidate) => matches(candidate, line, position));
  if (entry) return { entry, length: entry.words.length };
  return cutEntryAt(candidates, line, position);
}

function matches({ words: expected, isWhole }: Entry, line: readonly Word[], position: number): boolean {
  const last = line[position + expected.length - 1];
  if (!last || (isWhole && !(line[position]!.isFirst && last.isLast))) return false;
  return expected.every((word, offset) => line[position + offset]?.stem === word);
}

/** « Devenir_autonome_dans_les_démar »: the whole part is the start of one term. */
function cutEntryAt(candidates: readonly Entry[], line: readonly Word[], position: number): Found | null {
  if (!line[position]!.isFirst) return null;
  const rest = line.slice(position);
  const length = rest.findIndex(({ isLast }) => isLast) + 1;
  const cut = rest.slice(0, length).map((word) => word.stem);
  const text = cut.join(' ');
  if (text.length < CUT_TERM_LENGTH) return null;
  const entry = candidates.find(({ words: expected }) => `${expected.join(' ')} `.startsWith(text));
  return entry ? { entry, length } : null;
}

function toTerm({ entry, length }: Found, line: readonly Word[], position: number): Term {
  const { part: from, isFirst } = line[position]!;
  return { value: entry.value, from, to: line[position + length - 1]!.part, opensPart: isFirst };
}
