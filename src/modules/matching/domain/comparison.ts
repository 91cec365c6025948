import { emailComparer, phoneComparer, siretComparer, websiteComparer } from './compare-contact.ts';
import { distanceComparer, spellingComparer } from './compare-finely.ts';
import { kindComparer } from './compare-kind.ts';
import { nameComparer } from './compare-name.ts';
import { placeComparer } from './compare-place.ts';
import { vetoFinder } from './compare-veto.ts';
import type { Corpus } from './corpus.ts';
import { kindBit } from './kinds.ts';
import { FIELD_COUNT, FIELDS, levelIndex, levelMask } from './levels.ts';
import type { Statistics } from './statistics.ts';

const ORIGIN_EQUAL = levelIndex('origin-equal');
const ORIGIN_UNKNOWN = levelIndex('origin-unknown');
const SOURCE_SAME = levelIndex('source-same');
const SOURCE_OTHER = levelIndex('source-other');
const VETO_NONE = levelIndex('veto-none');
const PLACE_MOBILE = levelIndex('place-mobile');

const BUS = kindBit('mobile');
const PLACE = FIELDS.indexOf('place');
const PHONE = FIELDS.indexOf('phone');
const EMAIL = FIELDS.indexOf('email');
const BRANCH = FIELDS.indexOf('branch');
const ORIGIN = FIELDS.indexOf('origin');
const SOURCE = FIELDS.indexOf('source');
const VETO = FIELDS.indexOf('veto');
const PHONE_EQUAL = levelIndex('phone-equal');
const PHONE_DIFFERS = levelIndex('phone-differs');
const EMAIL_EQUAL = levelIndex('email-equal');
/** Far apart, phone and e-mail together say « same organisation » once, not twice. */
const EMAIL_AGAIN = levelIndex('email-equal-again');
const SPELLING = FIELDS.indexOf('spelling');
const DISTANCE = FIELDS.indexOf('distance');
const SPELLING_UNREAD = levelIndex('spelling-unread');
const DISTANCE_UNREAD = levelIndex('distance-unread');
const BRANCH_NONE = levelIndex('branch-none');
const BRANCH_BOTH = levelIndex('branch-both');
const BRANCH_SAME_DOOR = levelIndex('branch-of-same-door');
const BRANCH_ELSEWHERE = levelIndex('branch-elsewhere');

const APART = levelMask(
  'place-within-1-km',
  'place-other-way',
  'place-within-5-km',
  'place-door-other-commune',
  'place-same-post',
  'place-near-commune',
  'place-far',
);
const SAME_NAME = levelMask('name-equal-rare', 'name-equal-common', 'name-within-rare');
const OWN_CONTACT = levelMask('phone-equal', 'email-equal', 'email-equal-again');

const isApart = (placeLevel: number): boolean => APART[placeLevel] === 1;

/** Compares any two rows of a corpus. Symmetric by construction: every comparer is. */
export interface PairComparison {
  /** One level per field, in the order of `FIELDS`, valid until the next call. */
  levels: Int32Array;
  compare(a: number, b: number): void;
}

/** `isFine`: also reads spelling and distance step by step, which only learnt models weigh. */
export function pairComparison(corpus: Corpus, statistics: Statistics, isFine: boolean): PairComparison {
  const byTwo = [
    nameComparer(corpus, statistics),
    kindComparer(corpus),
    placeComparer(corpus, statistics),
    phoneComparer(corpus, statistics),
    emailComparer(corpus, statistics),
    websiteComparer(corpus, statistics),
    siretComparer(corpus, statistics),
  ];
  const veto = vetoFinder(corpus);
  const spelling = isFine ? spellingComparer(corpus) : () => SPELLING_UNREAD;
  const distance = isFine ? distanceComparer(corpus) : () => DISTANCE_UNREAD;
  const { isBranch, machineId, source } = corpus;
  const levels = new Int32Array(FIELD_COUNT);
  const compare = (a: number, b: number): void => {
    for (let field = 0; field < byTwo.length; field += 1) levels[field] = byTwo[field]!(a, b);
    if (isApart(levels[PLACE]!) && levels[EMAIL] === EMAIL_EQUAL && levels[PHONE] === PHONE_EQUAL) {
      levels[EMAIL] = EMAIL_AGAIN;
    }
    levels[BRANCH] = branchLevel(isBranch[a]! + isBranch[b]!, levels[PLACE]!);
    levels[ORIGIN] = machineId[a]! >= 0 && machineId[a] === machineId[b] ? ORIGIN_EQUAL : ORIGIN_UNKNOWN;
    levels[SOURCE] = source[a] === source[b] ? SOURCE_SAME : SOURCE_OTHER;
    levels[VETO] = veto(a, b, isApart(levels[PLACE]!) || levels[PHONE] === PHONE_DIFFERS);
    if (levels[VETO] === VETO_NONE && isOneBus(corpus, { a, b, levels })) levels[PLACE] = PLACE_MOBILE;
    levels[SPELLING] = spelling(a, b);
    levels[DISTANCE] = distance(a, b);
  };
  return { levels, compare };
}

function branchLevel(branches: number, placeLevel: number): number {
  if (branches !== 1) return branches === 0 ? BRANCH_NONE : BRANCH_BOTH;
  return isApart(placeLevel) ? BRANCH_ELSEWHERE : BRANCH_SAME_DOOR;
}

/** A bus is where its depot was last written: the same name and line tell it, its address does not. */
function isOneBus(
  { kinds }: Corpus,
  { a, b, levels }: { a: number; b: number; levels: Int32Array },
): boolean {
  if ((kinds[a]! & kinds[b]! & BUS) === 0 || !isApart(levels[PLACE]!)) return false;
  return SAME_NAME[levels[0]!] === 1 && (OWN_CONTACT[levels[3]!] === 1 || OWN_CONTACT[levels[4]!] === 1);
}
