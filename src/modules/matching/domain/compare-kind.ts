import type { Corpus } from './corpus.ts';
import { type Kind, kindBit } from './kinds.ts';
import { levelIndex } from './levels.ts';

const EQUAL = levelIndex('kind-equal');
const PARTIAL = levelIndex('kind-partial');
const ONE_SIDED = levelIndex('kind-one-sided');
const CONFIRMED = levelIndex('kind-confirmed');
const HOSTED = levelIndex('kind-hosted');
const CONFLICT = levelIndex('kind-conflict');
const HINTED_CONFLICT = levelIndex('kind-hinted-conflict');
const UNKNOWN = levelIndex('kind-unknown');

const mask = (...kinds: Kind[]): number => kinds.reduce((bits, kind) => bits | kindBit(kind), 0);

/** Says how a place is run rather than what it is. */
const WEAK = mask('association', 'mobile', 'itinerant');
/**
 * A desk and the body that commonly runs it at the same counter (guide of the labels: host and operator). A town hall,
 * a CCAS or a library beside a France Services are other desks.
 */
const RUNS: readonly (readonly [number, number])[] = [
  [
    mask('franceServices'),
    mask(
      'epci',
      'laPoste',
      'centreSocial',
      'mjc',
      'pimms',
      'msa',
      'tiersLieu',
      'departement',
      'epn',
      'prefecture',
      'employment',
    ),
  ],
  [mask('epn'), mask('library', 'centreSocial', 'mjc', 'tiersLieu', 'youth', 'employment', 'school')],
  [mask('centreSocial'), mask('mjc', 'tiersLieu', 'youth')],
  [mask('pimms'), mask('laPoste', 'epn')],
  [mask('tiersLieu'), mask('library', 'mjc', 'youth', 'school', 'employment')],
  [mask('mjc'), mask('youth')],
];

/** Owners: a specific kind beside them in one name is the place, and they only say who runs it. */
const OWNERS = mask('mairie', 'epci', 'departement', 'prefecture');

/** The kinds that count among those a name tells. */
export function decisiveKinds(kinds: number): number {
  const strong = kinds & ~WEAK;
  const specific = strong & ~OWNERS;
  return specific === 0 ? strong : specific;
}

/** Compares what the two names say the places are; the mail box and the typology stand in for a name that says nothing. */
export function kindComparer({ kinds, mailKinds, typologyKinds }: Corpus): (a: number, b: number) => number {
  const oneSided = (silent: number, told: number): number => {
    const hint = mailKinds[silent]! | typologyKinds[silent]!;
    if (hint === 0) return ONE_SIDED;
    if ((hint & told) !== 0) return CONFIRMED;
    return isRunBy(hint, told) ? ONE_SIDED : HINTED_CONFLICT;
  };
  const isReconciled = (a: number, b: number): boolean =>
    (kinds[a]! & kinds[b]! & ~WEAK) !== 0 ||
    (mailKinds[a]! & decisiveKinds(kinds[b]!)) !== 0 ||
    (mailKinds[b]! & decisiveKinds(kinds[a]!)) !== 0;
  return (a, b) => {
    const left = decisiveKinds(kinds[a]!);
    const right = decisiveKinds(kinds[b]!);
    if (left === 0 && right === 0) return UNKNOWN;
    if (left === 0) return oneSided(a, right);
    if (right === 0) return oneSided(b, left);
    if (left === right) return EQUAL;
    if ((left & right) !== 0) return PARTIAL;
    return isReconciled(a, b) || isRunBy(left, right) ? HOSTED : CONFLICT;
  };
}

function isRunBy(left: number, right: number): boolean {
  for (const [desk, bodies] of RUNS) {
    if (((left & desk) !== 0 && (right & bodies) !== 0) || ((right & desk) !== 0 && (left & bodies) !== 0))
      return true;
  }
  return false;
}
