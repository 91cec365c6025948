import { pairComparison } from './comparison.ts';
import type { Corpus, RecordCorpus } from './corpus.ts';
import { FIELDS, type Field, LEVELS, levelIndex, levelMask } from './levels.ts';
import type { Evidence, MatchRecord, PairVerdict, Verdict } from './match-record.ts';
import { type MatchModel, probabilityOf, weightsOf } from './model.ts';
import type { Statistics } from './statistics.ts';

/** What ties two places that are not one: a building, an organisation, a contact, a rare name. */
const TIES = levelMask(
  'name-equal-rare',
  'name-within-rare',
  'place-same-door',
  'phone-equal',
  'phone-equal-shared',
  'email-equal',
  'email-equal-shared',
  'email-same-domain',
  'website-same-page',
  'website-same-host',
  'website-shared-host',
  'siret-equal',
  'siret-equal-shared',
  'siren-equal',
  'origin-equal',
  'veto-mairie-ccas',
  'veto-stops',
);
/** A public body and a service near it belong together: « mairie » and the France Services of the same square. */
const BODY_SERVICE = levelIndex('kind-body-service');
const NEAR = levelMask('place-same-point', 'place-same-way', 'place-within-100-m', 'place-within-300-m');
const KIND = FIELDS.indexOf('kind');
const PLACE = FIELDS.indexOf('place');
const VETO = FIELDS.indexOf('veto');
const NO_VETO = levelIndex('veto-none');

/** Scores rows of a corpus. The numbers returned are valid until the next call. */
export interface Scorer {
  /** Bits for « same place », prior included. */
  bits(a: number, b: number): number;
  /** After `bits`: whether one of the vetoes fired. */
  isVetoed(): boolean;
  /** After `bits`: the verdict for these bits. */
  verdict(bits: number): Verdict;
  /** After `bits`: the levels reached, one per field. */
  levels: Int32Array;
}

export function createScorer(corpus: Corpus, statistics: Statistics, model: MatchModel): Scorer {
  const { levels, compare } = pairComparison(corpus, statistics, model.readsFinely);
  const weights = weightsOf(model);
  const isVetoed = (): boolean => levels[VETO] !== NO_VETO;
  return {
    levels,
    isVetoed,
    bits(a, b) {
      compare(a, b);
      let bits = model.priorBits;
      for (const level of levels) bits += weights[level]!;
      return bits;
    },
    verdict(bits) {
      if (bits >= 0 && !isVetoed()) return 'same';
      return areTied(levels) ? 'linked' : 'distinct';
    },
  };
}

function areTied(levels: Int32Array): boolean {
  for (let field = 0; field < levels.length; field += 1) if (TIES[levels[field]!] === 1) return true;
  return levels[KIND] === BODY_SERVICE && NEAR[levels[PLACE]!] === 1;
}

export function pairVerdict(
  scorer: Scorer,
  { records }: RecordCorpus,
  [a, b]: readonly [number, number],
): PairVerdict {
  const [first, second] = a < b ? [a, b] : [b, a];
  const bits = scorer.bits(first, second);
  return {
    a: records[first]!.rid,
    b: records[second]!.rid,
    verdict: scorer.verdict(bits),
    probability: probabilityOf(bits),
    bits,
  };
}

const COMPARED: Record<Field, keyof MatchRecord> = {
  name: 'name',
  kind: 'name',
  place: 'address',
  phone: 'phone',
  email: 'email',
  website: 'website',
  siret: 'siret',
  branch: 'name',
  spelling: 'name',
  distance: 'address',
  origin: 'rid',
  source: 'source',
  veto: 'name',
};

/** After `bits`: the evidence that counted, strongest first, with what the records write. */
export function evidenceOf(
  scorer: Scorer,
  model: MatchModel,
  pair: readonly [MatchRecord, MatchRecord],
): Evidence[] {
  const evidence: Evidence[] = [];
  FIELDS.forEach((field, index) => {
    const kind = LEVELS[scorer.levels[index]!]!;
    const bits = model.bits[kind];
    if (bits === 0) return;
    const [left, right] = pair.map((record) => record[COMPARED[field]]);
    evidence.push({ kind, bits, ...written('left', left), ...written('right', right) });
  });
  return evidence.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits));
}

const written = (side: 'left' | 'right', value: unknown): Partial<Record<'left' | 'right', string>> =>
  value === null || value === undefined || value === '' ? {} : { [side]: String(value) };
