import { fold } from '../../../kernel/text.ts';
import { isSlip } from './text-match.ts';

/** Words in any alphabet, without accents or vowel signs; the Arabic article is part of no word. */
export function spokenWords(text: string): string[] {
  const plain = fold(text).normalize('NFD').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(/^(?:وال|بال|لل|ال)(?=.{3})/u, ''),
  );
}

/** One letter or two for each French sound that people write in several ways; applied in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ch/g, '1'],
  [/qu?/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/e?au/g, 'o'],
  [/[ae][iy]/g, 'e'],
  [/(?:e[nm]|am)(?=[^aeiouynm]|$)/g, 'an'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** Endings that are not heard: plurals, verbs, last consonants. */
const SILENT: readonly RegExp[] = [/(?<=..)[sx]$/, /(?<=...)(?:er|e|t|d)$/];

/** How a French word sounds, roughly: « retrète » and « retraite » are one. */
export function soundOf(word: string): string {
  const sound = SOUNDS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word);
  return SILENT.reduce((text, ending) => text.replace(ending, ''), sound);
}

/** A word of the lexicon, ready to be compared. */
export interface LexiconWord {
  text: string;
  sound: string;
  /** Written with a star: any ending fits. */
  isStem: boolean;
}

export function lexiconWord(written: string): LexiconWord {
  const text = written.replace('*', '');
  return { text, sound: soundOf(text), isStem: written.endsWith('*') };
}

/** A word said, with how it sounds, computed once. */
export interface SaidWord {
  text: string;
  sound: string;
}

/** Shorter words are compared letter by letter: « caf » is not « cap ». */
const SHORTEST_BY_EAR = 4;
const SHORTEST_SLIP = 5;

/** 1 when the words are the same, less when they only look or sound alike, 0 when they differ. */
export function likeness(said: SaidWord, word: LexiconWord): number {
  if (said.text === word.text) return 1;
  if (word.isStem && said.text.startsWith(word.text)) return 0.95;
  if (word.text.length < SHORTEST_BY_EAR || said.text.length < SHORTEST_BY_EAR - 1) return 0;
  if (word.isStem ? said.sound.startsWith(word.sound) : said.sound === word.sound) return 0.9;
  if (said.text[0] !== word.text[0] || Math.min(said.text.length, word.text.length) < SHORTEST_SLIP) return 0;
  return isSlip(said.text, word.text) ? 0.75 : 0;
}
