import { emailComparer, phoneComparer, siretComparer, websiteComparer } from './compare-contact.ts';
import { kindComparer } from './compare-kind.ts';
import { nameComparer } from './compare-name.ts';
import { placeComparer } from './compare-place.ts';
import { vetoFinder } from './compare-veto.ts';
import type { Corpus } from './corpus.ts';
import { FIELD_COUNT, type Level, levelIndex } from './levels.ts';
import { kindBit } from './lexicon.ts';
import { measure } from './statistics.ts';

const ORIGIN_EQUAL = levelIndex('origin-equal');
const ORIGIN_UNKNOWN = levelIndex('origin-unknown');
const SOURCE_SAME = levelIndex('source-same');
const SOURCE_OTHER = levelIndex('source-other');
const VETO_NONE = levelIndex('veto-none');
const PLACE_MOBILE = levelIndex('place-mobile');

const BUS = kindBit('mobile');

const levelsOf = (...levels: Level[]): ReadonlySet<number> => new Set(levels.map(levelIndex));
const APART = levelsOf(
  'place-within-1-km',
  'place-other-way',
  'place-within-5-km',
  'place-near-commune',
  'place-far',
);
const SAME_NAME = levelsOf('name-equal-rare', 'name-equal-common', 'name-within-rare');
const OWN_CONTACT = levelsOf('phone-equal', 'email-equal');

export const isApart = (placeLevel: number): boolean => APART.has(placeLevel);

/** Compares any two rows of a corpus. Symmetric by construction: every comparer is. */
export interface PairComparison {
  /** One level per field, valid until the next call. */
  levels: Int32Array;
  compare(a: number, b: number): void;
}

export function pairComparison(corpus: Corpus): PairComparison {
  const statistics = measure(corpus);
  const name = nameComparer(corpus, statistics);
  const kind = kindComparer(corpus);
  const place = placeComparer(corpus, statistics);
  const phone = phoneComparer(corpus, statistics);
  const email = emailComparer(corpus, statistics);
  const website = websiteComparer(corpus, statistics);
  const siret = siretComparer(corpus, statistics);
  const veto = vetoFinder(corpus, isApart);
  const { machineId, source } = corpus;
  const levels = new Int32Array(FIELD_COUNT);
  const compare = (a: number, b: number): void => {
    const placeLevel = place(a, b);
    levels[0] = name(a, b);
    levels[1] = kind(a, b);
    levels[2] = placeLevel;
    levels[3] = phone(a, b);
    levels[4] = email(a, b);
    levels[5] = website(a, b);
    levels[6] = siret(a, b);
    levels[7] = machineId[a]! >= 0 && machineId[a] === machineId[b] ? ORIGIN_EQUAL : ORIGIN_UNKNOWN;
    levels[8] = source[a] === source[b] ? SOURCE_SAME : SOURCE_OTHER;
    levels[9] = veto(a, b, placeLevel);
    if (levels[9] === VETO_NONE && isOneBus(corpus, { a, b, levels })) levels[2] = PLACE_MOBILE;
  };
  return { levels, compare };
}

/** A bus is where its depot was last written: the same name and line tell it, its address does not. */
function isOneBus(
  { kinds }: Corpus,
  { a, b, levels }: { a: number; b: number; levels: Int32Array },
): boolean {
  if ((kinds[a]! & kinds[b]! & BUS) === 0 || !isApart(levels[2]!)) return false;
  return SAME_NAME.has(levels[0]!) && (OWN_CONTACT.has(levels[3]!) || OWN_CONTACT.has(levels[4]!));
}
