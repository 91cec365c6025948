import { decisiveKinds } from './compare-kind.ts';
import type { Corpus } from './corpus.ts';
import { levelIndex } from './levels.ts';
import { overlapMeter } from './name-overlap.ts';
import type { Statistics } from './statistics.ts';
import { isSameNameGlued } from './word-distance.ts';

const EQUAL_RARE = levelIndex('name-equal-rare');
const EQUAL_COMMON = levelIndex('name-equal-common');
const WITHIN_RARE = levelIndex('name-within-rare');
const WITHIN_COMMON = levelIndex('name-within-common');
const ACRONYM = levelIndex('name-acronym');
const CLOSE = levelIndex('name-close');
const OVERLAP = levelIndex('name-overlap');
const GENERIC = levelIndex('name-generic');
const ONE_GENERIC = levelIndex('name-one-generic');
const ONE_OWNED = levelIndex('name-one-owned');
const DIFFERS = levelIndex('name-differs');
const RIVALS = levelIndex('name-rivals');
const UNKNOWN = levelIndex('name-unknown');

/** Quarters of a bit: shared words this rare leave few other places with the same name. */
const RARE = 36;
/** Share of the words' weight that must agree to call two names equal or contained, and close. */
const NEARLY_ALL = 0.85;
const HALF = 0.5;

/** Compares names by the words of their own, weighted by rarity; kinds and communes are left to other comparisons. */
export function nameComparer(corpus: Corpus, statistics: Statistics): (a: number, b: number) => number {
  const { nameKey, kinds } = corpus;
  const { nameWeight } = statistics;
  const overlap = overlapMeter(corpus, statistics);
  const isGlued = gluedComparer(corpus);
  const sharesKind = (a: number, b: number): boolean =>
    (decisiveKinds(kinds[a]!) & decisiveKinds(kinds[b]!)) !== 0;

  const withoutOwnWords = (a: number, b: number): number =>
    sharesKind(a, b) || decisiveKinds(kinds[a]! | kinds[b]!) === 0 ? GENERIC : UNKNOWN;
  const againstGeneric = (a: number, b: number, own: number): number => {
    if (own < RARE) return UNKNOWN;
    return sharesKind(a, b) ? ONE_GENERIC : ONE_OWNED;
  };
  const withoutSharedWords = (a: number, b: number): number => {
    if (isAcronym(corpus, a, b) || isAcronym(corpus, b, a)) return ACRONYM;
    if (sharesKind(a, b)) return RIVALS;
    // A desk and the body that runs it have two names by nature.
    return decisiveKinds(kinds[a]!) !== 0 && decisiveKinds(kinds[b]!) !== 0 ? ONE_OWNED : DIFFERS;
  };
  const ofTwoOwned = (a: number, b: number, { smaller, larger, shared }: OwnedOverlap): number => {
    if (shared < larger * NEARLY_ALL && isGlued(a, b)) return equalLevel(smaller);
    return shared === 0 ? withoutSharedWords(a, b) : sharedLevel({ smaller, larger, shared });
  };
  return (a, b) => {
    if (nameKey[a]! < 0 || nameKey[b]! < 0) return UNKNOWN;
    // Without its commune, one of them counts the commune's words as its own.
    if (nameKey[a] === nameKey[b]) return equalLevel(Math.min(nameWeight[a]!, nameWeight[b]!));
    const { left, right, shared } = overlap(a, b);
    if (left === 0 && right === 0) return withoutOwnWords(a, b);
    if (left === 0 || right === 0) return againstGeneric(a, b, left + right);
    return ofTwoOwned(a, b, { smaller: Math.min(left, right), larger: Math.max(left, right), shared });
  };
}

interface OwnedOverlap {
  smaller: number;
  larger: number;
  shared: number;
}

const equalLevel = (weight: number): number => (weight >= RARE ? EQUAL_RARE : EQUAL_COMMON);

function sharedLevel({ smaller, larger, shared }: OwnedOverlap): number {
  if (shared >= larger * NEARLY_ALL) return equalLevel(shared);
  if (shared >= smaller * NEARLY_ALL) return shared >= RARE ? WITHIN_RARE : WITHIN_COMMON;
  return shared >= smaller * HALF ? CLOSE : OVERLAP;
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

/** Names without their spaces, written once each: most pairs that come here come again. */
function gluedComparer({ nameTexts, nameKey }: Corpus): (a: number, b: number) => boolean {
  const texts = new Map<number, string>();
  const glued = (key: number): string => {
    const known = texts.get(key) ?? nameTexts[key]!.replaceAll(' ', '');
    texts.set(key, known);
    return known;
  };
  return (a, b) => isSameNameGlued(glued(nameKey[a]!), glued(nameKey[b]!));
}
