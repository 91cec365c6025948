/**
 * Help that the rules allowed (V4: place, territory, theme, day), and whose pass was empty or stopped when it came: nobody
 * did wrong, and nothing is left to take. Elsewhere the pass still holds its value, or a rule says no.
 */
const VALUE_IS_GONE: ReadonlySet<string> = new Set([
  'all-used',
  'not-enough-left',
  'value-returned',
  'booklet-lost',
  'booklet-cancelled',
  'booklet-replaced',
]);

/** Whether whoever runs the programme may pay it from what is left to give out. */
export const isPayableAnyway = (outcome: string): boolean => VALUE_IS_GONE.has(outcome);
