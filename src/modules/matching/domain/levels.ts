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
  'name-close': 1.5,
  'name-overlap': -1.5,
  'name-generic': 2.5,
  'name-one-generic': 0,
  'name-differs': -4,
  'name-rivals': -5,
  'name-unknown': 0,

  'kind-equal': 1.5,
  'kind-partial': 0.5,
  'kind-one-sided': 0,
  'kind-confirmed': 1,
  'kind-hosted': -1.5,
  'kind-conflict': -6,
  'kind-unknown': 0,

  'place-same-door': 5,
  'place-same-point': 4.5,
  'place-same-way': 3.5,
  'place-within-100-m': 3,
  'place-within-300-m': 1.5,
  'place-other-number': -0.5,
  'place-within-1-km': -1.5,
  'place-same-commune': 0,
  'place-other-way': -2.5,
  'place-within-5-km': -3.5,
  'place-near-commune': -4.5,
  'place-far': -9,
  'place-unknown': 0,
  'place-mobile': -1,

  'phone-equal': 4.5,
  'phone-equal-shared': 1,
  'phone-differs': -1,
  'phone-unknown': 0,

  'email-equal': 4,
  'email-equal-shared': 1,
  'email-same-domain': 0.5,
  'email-differs': -0.5,
  'email-unknown': 0,

  'website-same-page': 1.5,
  'website-same-host': 1.5,
  'website-shared-host': 0.5,
  'website-differs': -0.5,
  'website-unknown': 0,

  'siret-equal': 2.5,
  'siret-equal-shared': 0.5,
  'siren-equal': 0.5,
  'siret-differs': -1,
  'siret-unknown': 0,

  'origin-equal': 12,
  'origin-unknown': 0,

  'source-same': -2,
  'source-other': 0,

  'veto-mairie-ccas': -20,
  'veto-numerals': -20,
  'veto-mobile': -20,
  'veto-stops': -20,
  'veto-none': 0,
} as const satisfies Record<string, number>;

export type Level = keyof typeof DEFAULT_BITS;
export const LEVELS = Object.keys(DEFAULT_BITS) as Level[];

const INDEX = new Map(LEVELS.map((level, index) => [level, index]));
export const levelIndex = (level: Level): number => INDEX.get(level)!;

/** Comparisons in the order in which they are explained. */
export const FIELDS = [
  'name',
  'kind',
  'place',
  'phone',
  'email',
  'website',
  'siret',
  'origin',
  'source',
  'veto',
] as const;
export type Field = (typeof FIELDS)[number];
export const FIELD_COUNT = FIELDS.length;
