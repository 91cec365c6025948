/** A local calendar date, `YYYY-MM-DD`: it has no time zone and sorts as text. */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** Year, month 1–12 and day 1–31 as a date, or `null` when the calendar has no such day. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const probe = new Date(Date.UTC(year, month - 1, day));
  const exists =
    probe.getUTCFullYear() === year && probe.getUTCMonth() === month - 1 && probe.getUTCDate() === day;
  return exists ? (probe.toISOString().slice(0, 10) as LocalDate) : null;
}

/** Parses exactly `YYYY-MM-DD`. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** One formatter per zone: building one costs about 50 µs, thirty times a call. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at an instant in a time zone (IANA name). */
export function localDateAt(instant: Date, timeZone = 'Europe/Paris'): LocalDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant) as LocalDate;
}
