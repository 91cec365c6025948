import { KIND_ALIASES, type Kind, kindBit } from './kinds.ts';
import { BRANCH_WORDS, COMMON_WORDS, NAME_ALIASES } from './lexicon.ts';
import { significantWords } from './text-tokens.ts';
import type { Numbering } from './vocabulary.ts';

interface Alias {
  tokens: readonly number[];
  leading: boolean;
  kinds: number;
  /** Token that stands for the phrase, or -1 when the phrase only tells a kind. */
  becomes: number;
}

export interface NameParts {
  kinds: number;
  /** Words of its own: neither kind, nor commune, nor article. */
  core: number[];
  numerals: number[];
  isBranch: boolean;
  /** The whole name in its normal form, commune included. */
  key: string;
}

const NUMERAL = /^[1-9]\d{0,2}$/;
/** « 12/22 », « 01/2023 »: month marks that programmes append to a name. */
const MONTH_MARK = /\b\d{1,2}\/\d{2,4}\b/g;
const BRANCHES: ReadonlySet<string> = new Set(BRANCH_WORDS);

/** Reads names word by word against the lexicon; words are numbers of the vocabulary. */
export class NameReader {
  private readonly starting = new Map<number, Alias[]>();
  private readonly words: Numbering;

  constructor(words: Numbering) {
    this.words = words;
    // Numbered before any record: one that comes later must find them known.
    for (const word of COMMON_WORDS) words.id(word);
    for (const [kind, phrases] of Object.entries(KIND_ALIASES)) {
      for (const phrase of phrases) this.learn(phrase, kindBit(kind as Kind), -1);
    }
    for (const [word, phrases] of Object.entries(NAME_ALIASES)) {
      const becomes = this.words.id(word);
      for (const phrase of phrases) this.learn(phrase, 0, becomes);
    }
    for (const aliases of this.starting.values()) aliases.sort((a, b) => b.tokens.length - a.tokens.length);
  }

  private learn(phrase: string, kinds: number, becomes: number): void {
    const tokens = phrase
      .replace('^', '')
      .split(' ')
      .map((word) => this.words.id(word));
    const alias = { tokens, leading: phrase.startsWith('^'), kinds, becomes };
    const first = tokens[0]!;
    this.starting.set(first, [...(this.starting.get(first) ?? []), alias]);
  }

  /** `departement`: « CD63 », « Point info 14 » name theirs, it is no number of a branch. */
  read(
    name: string,
    { communeTokens, departement }: { communeTokens: ReadonlySet<number>; departement: string },
  ): NameParts {
    const words = significantWords(name.includes('/') ? name.replace(MONTH_MARK, ' ') : name);
    const tokens = words.map((word) => this.words.id(word));
    const parts: NameParts = { kinds: 0, core: [], numerals: [], isBranch: false, key: words.join(' ') };
    for (let at = 0; at < tokens.length; ) {
      const alias = this.aliasAt(tokens, at);
      if (alias) {
        parts.kinds |= alias.kinds;
        if (alias.becomes >= 0) parts.core.push(alias.becomes);
        parts.isBranch ||= alias.tokens.some((token) => BRANCHES.has(this.words.texts[token]!));
      } else if (words[at] !== departement) {
        this.addWord(parts, { word: words[at]!, token: tokens[at]!, communeTokens });
      }
      at += alias ? alias.tokens.length : 1;
    }
    return parts;
  }

  private addWord(
    parts: NameParts,
    { word, token, communeTokens }: { word: string; token: number; communeTokens: ReadonlySet<number> },
  ): void {
    if (BRANCHES.has(word)) parts.isBranch = true;
    if (NUMERAL.test(word)) parts.numerals.push(token);
    else if (word.length > 1 && !communeTokens.has(token)) parts.core.push(token);
  }

  private aliasAt(tokens: readonly number[], at: number): Alias | null {
    const candidates = this.starting.get(tokens[at]!);
    if (!candidates) return null;
    for (const alias of candidates) {
      if (alias.leading && at > 0) continue;
      if (alias.tokens.every((token, step) => tokens[at + step] === token)) return alias;
    }
    return null;
  }
}
