import type { Queries } from '../../../platform/db/database.ts';
import { forgetReports } from '../store/reports.ts';

const DAY_MS = 24 * 60 * 60_000;
const CONTACT_DAYS = 30;
const WORDS_DAYS = 365;

/** Erases the contact of a report a month after its answer, and its words a year after it came. */
export function forgetOldReports(tx: Queries, now: Date): Promise<number> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return forgetReports(tx, { contactsBefore: daysAgo(CONTACT_DAYS), wordsBefore: daysAgo(WORDS_DAYS) });
}
