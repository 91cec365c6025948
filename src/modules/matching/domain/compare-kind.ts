import type { Corpus } from './corpus.ts';
import { type Kind, kindBit } from './kinds.ts';
import { levelIndex } from './levels.ts';

const EQUAL = levelIndex('kind-equal');
const BODY = levelIndex('kind-body');
const RUN_HERE = levelIndex('kind-run-here');
const PARTIAL = levelIndex('kind-partial');
const ONE_SIDED = levelIndex('kind-one-sided');
const CONFIRMED = levelIndex('kind-confirmed');
const HOSTED = levelIndex('kind-hosted');
const BODY_SERVICE = levelIndex('kind-body-service');
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
export function kindComparer(corpus: Corpus): (a: number, b: number) => number {
  const { kinds, mailKinds, typologyKinds } = corpus;
  const oneSided = (silent: number, told: number): number => {
    const hint = mailKinds[silent]! | typologyKinds[silent]!;
    if (hint === 0) return ONE_SIDED;
    if ((hint & told) !== 0) return CONFIRMED;
    return isRunBy(hint, told) ? ONE_SIDED : HINTED_CONFLICT;
  };
  /** Whether what `hints` say of one record is what the name of the other tells. */
  const isHinted = (hints: Int32Array, a: number, b: number): boolean =>
    (hints[a]! & decisiveKinds(kinds[b]!)) !== 0 || (hints[b]! & decisiveKinds(kinds[a]!)) !== 0;
  const ofOtherKinds = (a: number, b: number): number => {
    if (isRunBy(decisiveKinds(kinds[a]!), decisiveKinds(kinds[b]!))) {
      return isHinted(typologyKinds, a, b) ? RUN_HERE : HOSTED;
    }
    const isReconciled = (kinds[a]! & kinds[b]! & ~WEAK) !== 0 || isHinted(mailKinds, a, b);
    if (isReconciled) return HOSTED;
    return isBody(kinds[a]!) === isBody(kinds[b]!) ? CONFLICT : BODY_SERVICE;
  };
  const ofToldKinds = (a: number, b: number): number => {
    const left = decisiveKinds(kinds[a]!);
    const right = decisiveKinds(kinds[b]!);
    if (left === right) return isBody(left) ? BODY : EQUAL;
    return (left & right) !== 0 ? PARTIAL : ofOtherKinds(a, b);
  };
  return (a, b) => {
    const left = decisiveKinds(kinds[a]!);
    const right = decisiveKinds(kinds[b]!);
    if (left !== 0 && right !== 0) return ofToldKinds(a, b);
    if (left === right) return UNKNOWN;
    return left === 0 ? oneSided(a, right) : oneSided(b, left);
  };
}

const isBody = (kinds: number): boolean => (decisiveKinds(kinds) & ~OWNERS) === 0;

function isRunBy(left: number, right: number): boolean {
  for (const [desk, bodies] of RUNS) {
    if (((left & desk) !== 0 && (right & bodies) !== 0) || ((right & desk) !== 0 && (left & bodies) !== 0))
      return true;
  }
  return false;
}
