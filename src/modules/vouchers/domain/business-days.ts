import { type LocalDate, localDate } from '../../../kernel/dates.ts';

/**
 * Days on which payments in euros are settled: not Saturdays, Sundays, 1 January, Good Friday, Easter Monday, 1 May,
 * 25 and 26 December (long-term calendar of TARGET, European Central Bank, 14 December 2000). Other French holidays
 * are open days for banks between themselves.
 */
export function isBankBusinessDay(day: LocalDate): boolean {
  const instant = instantOf(day);
  if (WEEKEND.includes(instant.getUTCDay()) || CLOSED.includes(day.slice(5))) return false;
  const daysFromEaster = (instant.getTime() - easterOf(instant.getUTCFullYear())) / DAY_MS;
  return daysFromEaster !== GOOD_FRIDAY && daysFromEaster !== EASTER_MONDAY;
}

/** The first business day after a day, never the day itself. */
export function nextBankBusinessDay(day: LocalDate): LocalDate {
  const next = dayAfter(day);
  return isBankBusinessDay(next) ? next : nextBankBusinessDay(next);
}

/** The day itself when banks settle, else the next one that they do. */
export const bankBusinessDayFrom = (day: LocalDate): LocalDate =>
  isBankBusinessDay(day) ? day : nextBankBusinessDay(day);

const WEEKEND: readonly number[] = [0, 6];
const CLOSED: readonly string[] = ['01-01', '05-01', '12-25', '12-26'];
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const DAY_MS = 86_400_000;

const instantOf = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

function dayAfter(day: LocalDate): LocalDate {
  const next = new Date(instantOf(day).getTime() + DAY_MS);
  return localDate(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate())!;
}

/** Midnight (UTC) of Easter Sunday, Gregorian calendar: the anonymous algorithm printed in Nature, 20 April 1876. */
function easterOf(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapSkips =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + leapSkips + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const monthAndDay = epact + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1);
}
