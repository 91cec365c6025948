import { type LocalDate, localDate } from './dates.ts';
import { fromWallMs } from './wall-clock.ts';

const DAY_MS = 86_400_000;
const PARIS = 'Europe/Paris';

/** The same date some days later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** The same day some months later; the last of the month where it has no such day: 31 August + 6 = 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const at = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  for (let last = day; ; last -= 1) {
    const found = localDate(at.year, at.month, last);
    if (found) return found;
  }
}

/** Days from one date to another: negative when the second comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The instant at which this day begins there: clocks may change in the night. */
export const startOfDay = (date: LocalDate, timeZone = PARIS): Date =>
  new Date(fromWallMs(Date.parse(date), timeZone));

/** The first instant that is no longer this day: what is valid « until » a date is refused from here on. */
export const endOfDay = (date: LocalDate, timeZone = PARIS): Date => startOfDay(addDays(date, 1), timeZone);
