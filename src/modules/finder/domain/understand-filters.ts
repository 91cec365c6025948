import { FILTER_LEXICON, type SpokenFilter } from './filter-lexicon.ts';
import { SMALL_WORDS } from './need-lexicon/small-words.ts';
import {
  type LexiconWord,
  lexiconWord,
  likeness,
  type SaidWord,
  soundOf,
  spokenWords,
} from './spoken-words.ts';

/** What a sentence narrows, and the words that say it. */
export interface SaidFilters {
  filters: readonly SpokenFilter[];
  /** As they are compared, without accents; small words left out. */
  words: ReadonlySet<string>;
  /** The words that say something else, or that say something else as well: « gratuit » in « ordinateur gratuit ». */
  left: readonly string[];
}

interface PhraseWord extends LexiconWord {
  /** Must follow, and says something else: « wifi » in « free wifi ». */
  isContext: boolean;
}

interface Phrase {
  filter: SpokenFilter;
  words: readonly PhraseWord[];
}

/** Just before an expression, they turn it around: « pas gratuit », « sauf le samedi ». */
const NEGATIONS = new Set(
  'pas non sauf jamais ni sans aucun not no except without salvo excepto sin не без крім غير ليس بدون بلا لا'.split(
    ' ',
  ),
);

/** The same word, or one that sounds the same. A slip of the finger is forgiven in long words only: « souris » is not « sourds ». */
const SAME = 0.9;
const SLIP = 0.75;
const SHORTEST_SLIP = 7;
const MOST_WORDS = 40;

let compiled: readonly Phrase[] | undefined;
const phrases = (): readonly Phrase[] => {
  compiled ??= compile();
  return compiled;
};

/** The filters that a sentence names, in any of the languages of the lexicon; none when it names none. */
export function understandFilters(text: string): SaidFilters {
  const clauses = clausesOf(text);
  const filters = new Set<SpokenFilter>();
  const words = new Set<string>();
  const consumed = new Set<SaidWord>();
  for (const { filter, words: wanted } of phrases()) {
    const found = firstOf(clauses, (said) => findPhrase(said, wanted));
    if (!found) continue;
    filters.add(filter);
    for (const { text: word } of found) if (!SMALL_WORDS.has(word)) words.add(word);
    // Words that only mean this when they stand together would mean something else apart: « sans » and « internet ».
    if (found.length > 1) for (const word of found) consumed.add(word);
  }
  const left = clauses.flat().filter((word) => !consumed.has(word));
  return { filters: [...filters], words, left: left.map((word) => word.text) };
}

/** Commas and points part what is denied from what is not: « je ne sais pas, sans rendez-vous ». */
function clausesOf(text: string): SaidWord[][] {
  let room = MOST_WORDS;
  return text.split(/[,;:.!?،؛؟\n]+/).map((clause) => {
    const said = spokenWords(clause).slice(0, room);
    room -= said.length;
    return said.map((word) => ({ text: word, sound: soundOf(word) }));
  });
}

function firstOf<From, To>(all: readonly From[], find: (one: From) => To | null): To | null {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return null;
}

/** The words that say an expression, wherever it stands without being denied. */
function findPhrase(said: readonly SaidWord[], wanted: readonly PhraseWord[]): readonly SaidWord[] | null {
  for (let from = 0; from < said.length; from += 1) {
    const found = phraseAt(said, wanted, from);
    if (found && !isDenied(said, from)) return found;
  }
  return null;
}

/** Small words may stand between those of the expression: « sans prendre de rendez-vous ». */
function phraseAt(said: readonly SaidWord[], wanted: readonly PhraseWord[], from: number): SaidWord[] | null {
  const found: SaidWord[] = [];
  let at = from;
  for (const [rank, word] of wanted.entries()) {
    while (rank > 0 && at < said.length && !isWord(said[at]!, word) && SMALL_WORDS.has(said[at]!.text))
      at += 1;
    if (at >= said.length || !isWord(said[at]!, word)) return null;
    if (!word.isContext) found.push(said[at]!);
    at += 1;
  }
  return found;
}

function isDenied(said: readonly SaidWord[], from: number): boolean {
  const before = said.slice(0, from).findLast(({ text }) => NEGATIONS.has(text) || !SMALL_WORDS.has(text));
  return before !== undefined && NEGATIONS.has(before.text);
}

function isWord(said: SaidWord, word: LexiconWord): boolean {
  if (said.text === word.text) return true;
  if (SMALL_WORDS.has(word.text)) return false;
  const alike = likeness(said, word);
  const isLong = Math.min(said.text.length, word.text.length) >= SHORTEST_SLIP;
  return alike >= SAME || (isLong && alike >= SLIP);
}

function compile(): Phrase[] {
  return Object.entries(FILTER_LEXICON).flatMap(([filter, languages]) =>
    Object.values(languages)
      .flatMap((texts) => texts.split(','))
      .map((text) => ({ filter: filter as SpokenFilter, words: wordsOf(text) })),
  );
}

const wordsOf = (text: string): PhraseWord[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((part) =>
      spokenWords(part).map((word) => ({
        ...lexiconWord(part.endsWith('*') ? `${word}*` : word),
        isContext: part.startsWith('+'),
      })),
    );
