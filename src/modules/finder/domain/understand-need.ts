import type { Service } from '../../standard/index.ts';
import { NEED_LEXICON } from './need-lexicon/lexicon.ts';
import type { NeedTerms } from './need-lexicon/need-terms.ts';
import { SMALL_WORDS } from './need-lexicon/small-words.ts';
import { findNeed, type NeedKey } from './needs.ts';
import {
  type LexiconWord,
  lexiconWord,
  likeness,
  type SaidWord,
  soundOf,
  spokenWords,
} from './spoken-words.ts';

export interface Understanding {
  /** `tout` when nothing was understood. */
  need: NeedKey;
  /** Services of the national standard that answer it. */
  services: readonly Service[];
  /** From 0, nothing understood, to 1. */
  confidence: number;
  /** The words that decided, as the person wrote them. */
  words: readonly string[];
  /** Other needs that the sentence may mean, likeliest first. */
  others: readonly NeedKey[];
}

interface Expression {
  /** Ranks of its words in the lexicon. */
  words: readonly number[];
  weight: number;
}

interface Lexicon {
  words: readonly LexiconWord[];
  written: ReadonlySet<string>;
  /** Ranks of the words that begin with a letter, written or heard: the only ones worth comparing. */
  byInitial: ReadonlyMap<string, readonly number[]>;
  /** The expressions of each entry of NEED_LEXICON. */
  expressions: readonly (readonly Expression[])[];
}

const WEIGHT_SURE = 1;
const WEIGHT_MAYBE = 0.35;
/** Each word more makes an expression more precise: « ordinateur » says less than « ordinateur pas cher ». */
const PER_WORD_MORE = 0.5;
/** What a second expression of the same need adds. */
const PER_EXPRESSION_MORE = 0.2;
/** Under this, a guess would be right by chance only. */
const LEAST_SCORE = 0.3;
/** Longer sentences are cut: what matters is said first. */
const MOST_WORDS = 40;
const LONGEST_WORD = 30;

let compiled: Lexicon | undefined;
const lexicon = (): Lexicon => {
  compiled ??= compile(NEED_LEXICON);
  return compiled;
};

/** What a person means, in their own words, in any of the languages of the lexicon. */
export function understandNeed(text: string): Understanding {
  const { expressions } = lexicon();
  const matched = matchWords(sayable(text, lexicon()), lexicon());
  const ranked = expressions
    .map((ofTerms, rank) => ({ ...scoreTerms(ofTerms, matched), terms: NEED_LEXICON[rank]! }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = ranked;
  if (!best) return { need: 'tout', services: [], confidence: 0, words: [], others: [] };
  const { need, services } = best.terms;
  return {
    need,
    services: services ?? findNeed(need)!.services,
    confidence: Math.min(1, best.score) * (best.score / (best.score + (others[0]?.score ?? 0))),
    words: best.words,
    others: [...new Set(others.map(({ terms }) => terms.need))].filter((other) => other !== need),
  };
}

/** True of a folded word that people use to say a need, « ligne » in « en ligne », and of small words. */
export const isWordOfNeeds = (word: string): boolean => SMALL_WORDS.has(word) || lexicon().written.has(word);

/**
 * The words said, their neighbours joined (« foto copie »), and without a forgotten apostrophe (« didentité »), which is
 * looked for in unknown words only: « lent » is not « l’ENT », the page where schools write to parents.
 */
function sayable(text: string, { written }: Lexicon): SaidWord[] {
  const said = spokenWords(text)
    .filter((word) => word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);
  const joined = said.slice(1).map((word, rank) => `${said[rank]}${word}`);
  const meaningful = said.filter((word) => !SMALL_WORDS.has(word));
  const freed = meaningful
    .filter((word) => /^[djlmns][aeiou]/.test(word) && !written.has(word))
    .map((word) => word.slice(1));
  return [...new Set([...meaningful, ...freed, ...joined])].map((word) => ({
    text: word,
    sound: soundOf(word),
  }));
}

interface Match {
  likeness: number;
  said: string;
}

/** For each word of the lexicon that was said, or nearly, the word said that is most like it. */
function matchWords(said: readonly SaidWord[], { words, byInitial }: Lexicon): ReadonlyMap<number, Match> {
  const matched = new Map<number, Match>();
  for (const one of said) {
    const initials = new Set([initialOf(one.text), initialOf(one.sound)]);
    for (const rank of [...initials].flatMap((initial) => byInitial.get(initial) ?? [])) {
      const alike = likeness(one, words[rank]!);
      if (alike > (matched.get(rank)?.likeness ?? 0)) matched.set(rank, { likeness: alike, said: one.text });
    }
  }
  return matched;
}

const initialOf = (text: string): string => text.slice(0, 1);

/** The best expression, and a little more for each other one. */
function scoreTerms(
  expressions: readonly Expression[],
  matched: ReadonlyMap<number, Match>,
): { score: number; words: string[] } {
  let best = 0;
  let total = 0;
  let words: string[] = [];
  for (const expression of expressions) {
    const score = scoreExpression(expression, matched);
    total += score;
    if (score <= best) continue;
    best = score;
    words = expression.words.map((word) => matched.get(word)!.said);
  }
  return { score: best + Math.min(best, PER_EXPRESSION_MORE * (total - best)), words };
}

function scoreExpression({ words, weight }: Expression, matched: ReadonlyMap<number, Match>): number {
  let sum = 0;
  for (const word of words) {
    const match = matched.get(word);
    if (!match) return 0;
    sum += match.likeness;
  }
  return (sum / words.length) * weight * (1 + PER_WORD_MORE * (words.length - 1));
}

function compile(terms: readonly NeedTerms[]): Lexicon {
  const ranks = new Map<string, number>();
  const rankOf = (word: string): number => {
    const known = ranks.get(word) ?? ranks.size;
    ranks.set(word, known);
    return known;
  };
  const expressions = terms.map(({ sure, maybe }) => [
    ...readExpressions(sure).map((words) => ({ words: words.map(rankOf), weight: WEIGHT_SURE })),
    ...readExpressions(maybe).map((words) => ({ words: words.map(rankOf), weight: WEIGHT_MAYBE })),
  ]);
  const words = [...ranks.keys()].map(lexiconWord);
  const byInitial = new Map<string, number[]>();
  for (const [rank, { text, sound }] of words.entries()) {
    for (const initial of new Set([initialOf(text), initialOf(sound)])) {
      byInitial.set(initial, [...(byInitial.get(initial) ?? []), rank]);
    }
  }
  return { words, written: new Set(words.map(({ text }) => text)), byInitial, expressions };
}

/** Words of each expression, stars kept, small words left out, the same expression once. */
function readExpressions(texts: NeedTerms['sure']): string[][] {
  const written = Object.values(texts).flatMap((text) => text.split(','));
  const read = written.map((text) => {
    const words = text.split(/[\s’'.-]+/).flatMap((part) => {
      const star = part.endsWith('*') ? '*' : '';
      return spokenWords(part).map((word) => `${word}${star}`);
    });
    const meaningful = words.filter((word) => !SMALL_WORDS.has(word));
    return meaningful.length > 0 ? meaningful : words;
  });
  const once = new Map(read.filter((words) => words.length > 0).map((words) => [words.join(' '), words]));
  return [...once.values()];
}
