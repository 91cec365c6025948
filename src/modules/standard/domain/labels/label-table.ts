import type { ENUMERATIONS, EnumeratedField } from '../enumerations.ts';
import type { Day } from '../opening-hours/week.ts';
import type { StandardField } from '../place-fields.ts';

type ClosedField = Exclude<EnumeratedField, 'typologie'>;

/** Plain words of one language for each field of the national standard and each value of its closed lists. */
export interface LabelTable {
  fields: Record<StandardField, string>;
  /** As they begin a line. */
  days: Record<Day, string>;
  values: { [Field in ClosedField]: Record<(typeof ENUMERATIONS)[Field][number], string> };
}
