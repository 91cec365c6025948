import { decisiveKinds } from './compare-kind.ts';
import type { Corpus } from './corpus.ts';
import { type Level, levelIndex } from './levels.ts';
import type { Statistics } from './statistics.ts';
import { isSameWordMisspelt } from './word-distance.ts';

const at = (level: Level): number => levelIndex(level);
const EQUAL_RARE = at('name-equal-rare');
const EQUAL_COMMON = at('name-equal-common');
const WITHIN_RARE = at('name-within-rare');
const WITHIN_COMMON = at('name-within-common');
const ACRONYM = at('name-acronym');
const CLOSE = at('name-close');
const OVERLAP = at('name-overlap');
const GENERIC = at('name-generic');
const ONE_GENERIC = at('name-one-generic');
const ONE_OWNED = at('name-one-owned');
const DIFFERS = at('name-differs');
const RIVALS = at('name-rivals');
const UNKNOWN = at('name-unknown');

/** Quarters of a bit: shared words this rare leave few other places with the same name in France. */
const RARE = 36;
/** Share of the words' weight that must agree to call two names equal, contained, close. */
const NEARLY_ALL = 0.85;
const HALF = 0.5;
/** A word misspelt is worth a little less than the word itself. */
const MISSPELT_SHARE = 0.9;

/** Compares names by the words of their own, weighted by rarity; kinds and communes are left to other comparisons. */
export function nameComparer(corpus: Corpus, statistics: Statistics): (a: number, b: number) => number {
  const { nameKey, kinds } = corpus;
  const overlap = overlapMeter(corpus, statistics);
  const sharesKind = (a: number, b: number): boolean =>
    (decisiveKinds(kinds[a]!) & decisiveKinds(kinds[b]!)) !== 0;

  const withoutOwnWords = (a: number, b: number): number =>
    decisiveKinds(kinds[a]!) === decisiveKinds(kinds[b]!) ? GENERIC : UNKNOWN;
  const againstGeneric = (a: number, b: number, own: number): number => {
    if (own < RARE) return UNKNOWN;
    return sharesKind(a, b) ? ONE_GENERIC : ONE_OWNED;
  };
  const withoutSharedWords = (a: number, b: number): number => {
    if (isAcronym(corpus, a, b) || isAcronym(corpus, b, a)) return ACRONYM;
    return sharesKind(a, b) ? RIVALS : DIFFERS;
  };
  return (a, b) => {
    if (nameKey[a]! < 0 || nameKey[b]! < 0) return UNKNOWN;
    const { left, right, shared } = overlap(a, b);
    if (nameKey[a] === nameKey[b]) return left >= RARE ? EQUAL_RARE : EQUAL_COMMON;
    if (left === 0 && right === 0) return withoutOwnWords(a, b);
    if (left === 0 || right === 0) return againstGeneric(a, b, left + right);
    return shared === 0
      ? withoutSharedWords(a, b)
      : sharedLevel(shared, Math.min(left, right), Math.max(left, right));
  };
}

function sharedLevel(shared: number, smaller: number, larger: number): number {
  if (shared >= larger * NEARLY_ALL) return shared >= RARE ? EQUAL_RARE : EQUAL_COMMON;
  if (shared >= smaller * NEARLY_ALL) return shared >= RARE ? WITHIN_RARE : WITHIN_COMMON;
  return shared >= smaller * HALF ? CLOSE : OVERLAP;
}

interface Overlap {
  left: number;
  right: number;
  shared: number;
}

function overlapMeter(corpus: Corpus, { nameWordWeight }: Statistics): (a: number, b: number) => Overlap {
  const { core, words, commune, communeWords } = corpus;
  const leftAlone: number[] = [];
  const rightAlone: number[] = [];
  const result: Overlap = { left: 0, right: 0, shared: 0 };

  const split = (a: number, b: number): number => {
    leftAlone.length = 0;
    rightAlone.length = 0;
    let shared = 0;
    let x = core.offsets[a]!;
    let y = core.offsets[b]!;
    const endX = core.offsets[a + 1]!;
    const endY = core.offsets[b + 1]!;
    while (x < endX || y < endY) {
      const left = x < endX ? core.items[x]! : Number.POSITIVE_INFINITY;
      const right = y < endY ? core.items[y]! : Number.POSITIVE_INFINITY;
      if (left === right) shared += nameWordWeight[left]!;
      else if (left < right) leftAlone.push(left);
      else rightAlone.push(right);
      if (left <= right) x += 1;
      if (right <= left) y += 1;
    }
    return shared;
  };

  /** A word that names the other record's commune is no word of its own. */
  const alone = (tokens: readonly number[], other: number): number => {
    const communeOfOther = commune[other]! < 0 ? undefined : communeWords[commune[other]!];
    let weight = 0;
    for (const token of tokens) if (!communeOfOther?.has(token)) weight += nameWordWeight[token]!;
    return weight;
  };

  const misspelt = (): number => {
    let shared = 0;
    for (const left of leftAlone) {
      for (const right of rightAlone) {
        if (!isSameWordMisspelt(words.texts[left]!, words.texts[right]!)) continue;
        shared += Math.min(nameWordWeight[left]!, nameWordWeight[right]!) * MISSPELT_SHARE;
        break;
      }
    }
    return shared;
  };

  return (a, b) => {
    const exact = split(a, b);
    const nearly = leftAlone.length > 0 && rightAlone.length > 0 ? misspelt() : 0;
    result.left = exact + alone(leftAlone, b);
    result.right = exact + alone(rightAlone, a);
    result.shared = Math.min(exact + nearly, result.left, result.right);
    return result;
  };
}

/** Whether a word of the first name is made of the initials of the second, as « CBE » of « Comité de bassin d'emploi ». */
function isAcronym(corpus: Corpus, short: number, long: number): boolean {
  const { core, words } = corpus;
  for (let slot = core.offsets[short]!; slot < core.offsets[short + 1]!; slot += 1) {
    const word = words.texts[core.items[slot]!]!;
    if (word.length >= 3 && word.length <= 6 && initials(corpus, long).includes(word)) return true;
  }
  return false;
}

const initials = ({ nameTexts, nameKey }: Corpus, row: number): string =>
  nameTexts[nameKey[row]!]!.split(' ')
    .map((word) => word[0])
    .join('');
