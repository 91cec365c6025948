import { forgetReports } from '../store/reports.ts';
import type { UpkeepDeps } from './deps.ts';

const DAY_MS = 24 * 60 * 60_000;
const CONTACT_DAYS = 30;
const WORDS_DAYS = 365;

/** Erases the contact of a report a month after its answer, and its words a year after it came. */
export function forgetOldReports({ db, clock }: Pick<UpkeepDeps, 'db' | 'clock'>): Promise<void> {
  const daysAgo = (days: number) => new Date(clock().getTime() - days * DAY_MS);
  return forgetReports(db, { contactsBefore: daysAgo(CONTACT_DAYS), wordsBefore: daysAgo(WORDS_DAYS) });
}
