/** Upper bounds in metres; what lies beyond the last has its own level. */
export const DISTANCE_STEPS_METRES = [
  5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000,
] as const;
/** Pairs of letters that two names share, in eighths. */
export const SPELLING_EIGHTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

type DistanceLevel =
  | `distance-within-${(typeof DISTANCE_STEPS_METRES)[number]}-m`
  | 'distance-beyond'
  | 'distance-unread';
type SpellingLevel = `spelling-${(typeof SPELLING_EIGHTHS)[number]}-eighths` | 'spelling-unread';
export type FineLevel = DistanceLevel | SpellingLevel;

export const DISTANCE_LEVELS: readonly DistanceLevel[] = [
  ...DISTANCE_STEPS_METRES.map((metres): DistanceLevel => `distance-within-${metres}-m`),
  'distance-beyond',
];
export const SPELLING_LEVELS: readonly SpellingLevel[] = SPELLING_EIGHTHS.map(
  (eighths): SpellingLevel => `spelling-${eighths}-eighths`,
);

/**
 * They weigh nothing until labels say otherwise: by reasoning alone they would count the name and the place twice. Read
 * only by models that learnt them.
 */
export const FINE_BITS = Object.fromEntries(
  [...DISTANCE_LEVELS, 'distance-unread', ...SPELLING_LEVELS, 'spelling-unread'].map((level) => [level, 0]),
) as Record<FineLevel, number>;
