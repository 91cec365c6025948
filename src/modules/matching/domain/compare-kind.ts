import type { Corpus } from './corpus.ts';
import { levelIndex } from './levels.ts';
import { type Kind, kindBit } from './lexicon.ts';

const EQUAL = levelIndex('kind-equal');
const PARTIAL = levelIndex('kind-partial');
const ONE_SIDED = levelIndex('kind-one-sided');
const CONFIRMED = levelIndex('kind-confirmed');
const HOSTED = levelIndex('kind-hosted');
const CONFLICT = levelIndex('kind-conflict');
const UNKNOWN = levelIndex('kind-unknown');

const mask = (...kinds: Kind[]): number => kinds.reduce((bits, kind) => bits | kindBit(kind), 0);

/** Says how a place is run rather than what it is. */
const WEAK = mask('association', 'mobile');
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

/** Compares what the two names say the places are; e-mail, typology and SIREN may reconcile them. */
export function kindComparer({ kinds, hintedKinds }: Corpus): (a: number, b: number) => number {
  return (a, b) => {
    const left = kinds[a]! & ~WEAK;
    const right = kinds[b]! & ~WEAK;
    if (left === 0 && right === 0) return UNKNOWN;
    if (left === 0 || right === 0) {
      const hint = left === 0 ? hintedKinds[a]! : hintedKinds[b]!;
      return (hint & (left | right)) !== 0 ? CONFIRMED : ONE_SIDED;
    }
    if (left === right) return EQUAL;
    if ((left & right) !== 0) return PARTIAL;
    const isReconciled = ((left | hintedKinds[a]!) & right) !== 0 || ((right | hintedKinds[b]!) & left) !== 0;
    return isReconciled || isRunBy(left, right) ? HOSTED : CONFLICT;
  };
}

function isRunBy(left: number, right: number): boolean {
  for (const [desk, bodies] of RUNS) {
    if (((left & desk) !== 0 && (right & bodies) !== 0) || ((right & desk) !== 0 && (left & bodies) !== 0))
      return true;
  }
  return false;
}
