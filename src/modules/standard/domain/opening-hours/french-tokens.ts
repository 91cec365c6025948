import { fold } from '../../../../kernel/text.ts';
import { DAY_BY_WORD, KIND_BY_WORD, PHRASES, RANK_BY_WORD, type WordKind } from './french-words.ts';
import type { Day } from './week.ts';

export type Token =
  | { kind: 'day'; day: Day }
  | { kind: 'time'; minutes: number }
  /** « 9 » in « 9-12h »: a time only beside another one. */
  | { kind: 'number'; value: number }
  | { kind: 'rank'; rank: number }
  | { kind: 'mark'; mark: Mark }
  | { kind: 'word'; word: WordKind }
  | { kind: 'unknown' }
  /** A calendar date: such hours are not weekly. */
  | { kind: 'date' };

/** `to` says a span, `and` a list, `stop` ends a sentence. */
export type Mark = 'to' | 'slash' | 'and' | 'colon' | 'stop' | 'line' | 'open' | 'close';

const MARKS: Readonly<Record<string, Mark>> = {
  '-': 'to',
  '~': 'to',
  '>': 'to',
  '/': 'slash',
  ',': 'and',
  '&': 'and',
  '+': 'and',
  ':': 'colon',
  ';': 'stop',
  '.': 'stop',
  '|': 'stop',
  '•': 'stop',
  '*': 'stop',
  '\n': 'line',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};
const WORD_MARKS: Readonly<Record<string, Mark>> = {
  a: 'to',
  au: 'to',
  aux: 'to',
  et: 'and',
  ou: 'and',
  puis: 'and',
};

/** Longest first; every character is matched by one of them. */
const LEXEMES: readonly (readonly [RegExp, (match: RegExpExecArray) => Token[]])[] = [
  [/(?:https?:\/\/|www\.)\S+|\S+@\S+/y, () => []],
  [/(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/y, () => []],
  [/(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?:\/\d{2,4})?(?![\d/]|\s?h|:)/y, () => [{ kind: 'date' }]],
  [/20[12]\d(?!\d|\s?h|:)/y, () => [{ kind: 'date' }]],
  [/(\d{1,2})\s?:\s?([0-5]\d)(?::00)?(?!\d)(?:\s?h(?![a-z]))?/y, readClock],
  [/(\d{1,2})\s?:(?=\s*(?:a\b|[-/,;()]|$))/y, readClock],
  [/(\d{1,2})\s?(?:heures?|hrs?|h)\s?(2[5-9]|[3-5]\d)(?!\d)(?:\s?(?:mns?|min|h)(?![a-z]))?/y, readClock],
  [/(\d{1,2})\s?(?:heures?|hrs?|h)([01]\d|2[0-4])(?!\d|\s?h)(?:\s?(?:mns?|min)(?![a-z]))?/y, readClock],
  [/(\d{1,2})\s?(?:heures?|hrs?|h)\s(00|15)(?!\d|\s?h)/y, readClock],
  [/(\d{1,2})\s?(?:heures?|hrs?|h)(?![a-z])/y, readClock],
  [/(\d{1,2})\.(00|15|30|45)(?!\d)/y, readClock],
  [/\d{1,2}(?:ere?s?|emes?|nde?s?|es?)(?![a-z])/y, ([text]) => [rankToken(text)]],
  [/\d+/y, ([text]) => [{ kind: 'number', value: Number(text) }]],
  [/[a-z]+/y, ([text]) => [wordToken(text)]],
  [/[ \t'"«»“”_]+/y, () => []],
  [/[\s\S]/y, ([text]) => [markToken(text)]],
];

/** Cuts a text into the few things that opening hours are made of. Folds case and accents first. */
export function tokenize(text: string): Token[] {
  let folded = fold(text.normalize('NFKC'));
  for (const [phrase, word] of PHRASES) folded = folded.replace(phrase, word);
  const tokens: Token[] = [];
  for (let position = 0; position < folded.length; ) {
    const [length, found] = nextLexeme(folded, position);
    tokens.push(...found);
    position += length;
  }
  return tokens;
}

function nextLexeme(text: string, position: number): [length: number, tokens: Token[]] {
  for (const [lexeme, read] of LEXEMES) {
    lexeme.lastIndex = position;
    const match = lexeme.exec(text);
    if (match) return [match[0].length, read(match)];
  }
  return [1, []];
}

function readClock([, hours, minutes = '0']: RegExpExecArray): Token[] {
  const total = Number(hours) * 60 + Number(minutes);
  return [total <= 1440 ? { kind: 'time', minutes: total } : { kind: 'unknown' }];
}

function rankToken(text: string): Token {
  const rank = RANK_BY_WORD.get(text);
  return rank === undefined ? { kind: 'unknown' } : { kind: 'rank', rank };
}

function wordToken(word: string): Token {
  const mark = WORD_MARKS[word];
  if (mark) return { kind: 'mark', mark };
  const day = DAY_BY_WORD.get(word);
  if (day) return { kind: 'day', day };
  const rank = RANK_BY_WORD.get(word);
  if (rank !== undefined) return { kind: 'rank', rank };
  const kind = KIND_BY_WORD.get(word);
  return kind ? { kind: 'word', word: kind } : { kind: 'unknown' };
}

function markToken(character: string): Token {
  const mark = MARKS[character];
  return mark ? { kind: 'mark', mark } : { kind: 'unknown' };
}
