import { FINE_BITS } from './fine-levels.ts';

/**
 * Every comparison ends on one of its levels; each level has a weight in bits. Default weights are log2(m / u) reasoned
 * from what the level means, before any label was seen; `fit` refines them from labelled pairs.
 */
export const DEFAULT_BITS = {
  'name-equal-rare': 6,
  'name-equal-common': 4,
  'name-within-rare': 4,
  'name-within-common': 2,
  'name-acronym': 4,
  'name-close': 0,
  'name-overlap': -1.5,
  'name-generic': 2.5,
  'name-one-generic': -0.5,
  'name-one-owned': -1.5,
  'name-differs': -3.5,
  'name-rivals': -5,
  'name-unknown': 0,

  'kind-equal': 1,
  'kind-body': 0,
  'kind-partial': 1,
  'kind-one-sided': -0.5,
  'kind-confirmed': 1,
  'kind-run-here': -1,
  'kind-hosted': -2.5,
  'kind-body-service': -8,
  'kind-conflict': -8,
  'kind-hinted-conflict': -3,
  'kind-unknown': 0,

  'place-same-door': 5,
  'place-same-point': 4.5,
  'place-same-way': 3.5,
  'place-within-100-m': 3,
  'place-within-300-m': 1.5,
  'place-other-number': 1,
  'place-within-1-km': -2,
  'place-same-commune': 0,
  'place-other-way': -3,
  'place-within-5-km': -4,
  'place-door-other-commune': -2.5,
  'place-same-post': -3.5,
  'place-near-commune': -8,
  'place-far': -12,
  'place-unknown': 0,
  'place-mobile': -1,

  'phone-equal': 4.5,
  'phone-equal-shared': 1,
  'phone-differs': -1,
  'phone-unknown': 0,

  'email-equal': 4.5,
  'email-equal-shared': 1,
  'email-equal-again': 1,
  'email-same-domain': -0.5,
  'email-differs': -0.5,
  'email-unknown': 0,

  'website-same-page': 1,
  'website-same-host': 0.5,
  'website-shared-host': 0,
  'website-differs': -0.5,
  'website-unknown': 0,

  'siret-equal': 1.5,
  'siret-equal-shared': 0.5,
  'siren-equal': 0.5,
  'siret-differs': -1,
  'siret-unknown': 0,

  'branch-both': 0,
  'branch-of-same-door': -1,
  'branch-elsewhere': -4,
  'branch-none': 0,

  'origin-equal': 12,
  'origin-unknown': 0,

  'source-same': -3,
  'source-other': 0,

  'veto-mairie-ccas': -20,
  'veto-numerals': -20,
  'veto-mobile': -20,
  'veto-stops': -20,
  'veto-none': 0,

  ...FINE_BITS,
} as const satisfies Record<string, number>;

export type Level = keyof typeof DEFAULT_BITS;
export const LEVELS = Object.keys(DEFAULT_BITS) as Level[];

const INDEX = new Map(LEVELS.map((level, index) => [level, index]));
export const levelIndex = (level: Level): number => INDEX.get(level)!;

/** 1 at each of these levels, 0 at the others. */
export function levelMask(...levels: Level[]): Uint8Array {
  const mask = new Uint8Array(LEVELS.length);
  for (const level of levels) mask[levelIndex(level)] = 1;
  return mask;
}

/** Comparisons in the order in which they are explained. */
export const FIELDS = [
  'name',
  'kind',
  'place',
  'phone',
  'email',
  'website',
  'siret',
  'branch',
  'origin',
  'source',
  'veto',
  'spelling',
  'distance',
] as const;
export type Field = (typeof FIELDS)[number];
export const FIELD_COUNT = FIELDS.length;
