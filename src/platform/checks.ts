import type { Queries } from './db/database.ts';
import type { Lang } from './i18n/messages.ts';

/** An invariant of the live data, run by `maillon check`. */
export interface Check {
  name(lang: Lang): string;
  /** How many rows break it: 0 when all is in order. */
  countFaults(db: Queries): Promise<number>;
}
