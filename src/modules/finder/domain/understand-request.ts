import { collapseSpaces, foldKey, words } from '../../../kernel/text.ts';
import type { SpokenFilter } from './filter-lexicon.ts';
import { KNOWN_INHABITANTS, locate, locateTown } from './locate.ts';
import { SMALL_WORDS } from './need-lexicon/small-words.ts';
import { type SaidFilters, understandFilters } from './understand-filters.ts';
import { isWordOfNeeds, type Understanding, understandNeed } from './understand-need.ts';
import type { World } from './world.ts';

/** A sentence that may say what, how, where, all or nothing. */
export interface Request {
  understanding: Understanding;
  /** What it narrows: « gratuit », « le samedi ». */
  filters: readonly SpokenFilter[];
  /** The part of the sentence that says where, ready to be located; empty when none does. */
  ou: string;
}

/** Longer sentences are cut: nobody says so much to a search field. */
const LONGEST = 200;
/** From here on, what was understood is more than a guess, and a town of that name is not what was meant. */
const SURE = 0.5;

/** « refaire ma carte vitale à Bron » is a need and a town; « Bron » alone is a town. */
export function understandRequest(text: string, world: World): Request {
  const said = collapseSpaces(text).slice(0, LONGEST);
  const narrowed = understandFilters(said);
  const { filters } = narrowed;
  const whole = filters.length === 0 ? understandNeed(said) : understandBeside(narrowed);
  const isGuess = whole.confidence < SURE || isKnownTown(said, world);
  if (filters.length === 0 && isGuess && isWhere(said, world))
    return { understanding: understandNeed(''), filters, ou: said };
  const { rest, ou } = splitWhere(said, { world, decisive: new Set([...whole.words, ...narrowed.words]) });
  const understanding = ou === '' ? whole : understandBeside(understandFilters(rest));
  return { understanding, filters, ou };
}

/** « dimanche » is no slip for « démarche », but « ordinateur gratuit » says more than either word. */
function understandBeside({ left, words: narrowing }: SaidFilters): Understanding {
  const kept = left.filter((word) => !narrowing.has(word) || isWordOfNeeds(word));
  const whole = understandNeed(kept.join(' '));
  if (whole.words.length === 0 || !whole.words.every((word) => narrowing.has(word))) return whole;
  return understandNeed(left.filter((word) => !narrowing.has(word)).join(' '));
}

/**
 * A town, an address with its number, or the name of a place: never a guess from the last word. « ordinateur » is a need,
 * though a place somewhere is called so.
 */
function isWhere(said: string, world: World): boolean {
  if (locateTown(said, world)) return true;
  if (words(said).every(isWordOfNeeds)) return false;
  const kind = locate(said, world)?.kind;
  return kind === 'place' || (kind === 'address' && /^\d/.test(said));
}

/** « Marseille » sounds like « harceler » without an apostrophe: a large town, of words that no need has, is itself. */
function isKnownTown(said: string, world: World): boolean {
  const isOfNeeds = words(said).some((word) => !SMALL_WORDS.has(word) && isWordOfNeeds(word));
  const communes = isOfNeeds ? [] : (locateTown(said, world)?.communes ?? []);
  return communes.some(({ population }) => population >= KNOWN_INHABITANTS);
}

/** Words that come before the name of a town, once folded. */
const BEFORE_TOWN = new Set(['a', 'au', 'aux', 'de', 'vers', 'dans', 'in', 'near', 'at', 'pres', 'sur']);

/** A postal code anywhere, or a town at the end; words that decided the need are never taken for a town. */
function splitWhere(
  said: string,
  { world, decisive }: { world: World; decisive: ReadonlySet<string> },
): { rest: string; ou: string } {
  const [, before = '', code = '', after = ''] = /^(.*?)\b(\d{2}\s?\d{3})\b(.*)$/.exec(said) ?? [];
  if (code !== '' && locateTown(code, world))
    return { rest: `${before} ${after}`, ou: code.replace(' ', '') };
  const parts = said.split(' ');
  for (let from = 1; from < parts.length; from += 1) {
    const ou = parts.slice(from).join(' ');
    // One word of several may sound like a need, as « Vaulx » sounds like « vol ».
    const named = words(ou).filter((word) => !SMALL_WORDS.has(word));
    if (named.every((word) => decisive.has(word)) || !locateTown(ou, world)) continue;
    const isSaid = BEFORE_TOWN.has(foldKey(parts[from - 1]!));
    if (isSaid || isHardlyElse(ou)) return { rest: parts.slice(0, isSaid ? from - 1 : from).join(' '), ou };
  }
  return { rest: said, ou: '' };
}

/** « impôts Vaulx-en-Velin », but not « en ligne », though a commune is called Ligné, nor « je ne sais pas », though Pas exists. */
const isHardlyElse = (ou: string): boolean => ou.length > 3 && !words(ou).every(isWordOfNeeds);
