import { openWeeks } from '../../../standard/index.ts';
import type { Calendar } from './calendar.ts';
import type { Lists } from './index-data.ts';
import type { ScheduleKey } from './schedule-keys.ts';

/** The coming two months: what is asked is mostly today, and a browser may keep its file for weeks. */
export const CALENDAR_WEEKS = 9;
const DAY_MS = 24 * 3_600_000;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;

/** The Monday from which a calendar is evaluated at an instant: no clock of the world is a day behind it. */
export const mondayBefore = (instantMs: number): number =>
  FIRST_MONDAY_MS + Math.floor((instantMs - DAY_MS - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS;

/** Schedules evaluated at one go: a few milliseconds, most of them the same every week. */
const SLICE = 200;

/** A generator: the caller may let others work between two slices. */
export function* buildCalendar(
  schedules: readonly ScheduleKey[],
  mondayMs: number,
): Generator<void, Calendar> {
  const patterns = new Patterns();
  const zones: string[] = [];
  const zoneOf = new Uint8Array(schedules.length);
  const patternsOf: number[][] = [];
  for (const [schedule, { openingHours, timeZone, departement }] of schedules.entries()) {
    if (!zones.includes(timeZone)) zones.push(timeZone);
    zoneOf[schedule] = zones.indexOf(timeZone);
    const weeks = openWeeks(openingHours, departement, { mondayMs, count: CALENDAR_WEEKS });
    patternsOf.push(weeks.map((times) => patterns.numberOf(times)));
    if (weeks.length > 1 || schedule % SLICE === SLICE - 1) yield;
  }
  return {
    mondayMs,
    weeks: CALENDAR_WEEKS,
    patterns: toLists(patterns.all),
    patternsOf: toLists(patternsOf),
    zones,
    zoneOf,
  };
}

class Patterns {
  readonly all: Uint16Array[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(times: Uint16Array): number {
    const key = times.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.all.push(times);
    this.#numbers.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}

function toLists(lists: readonly ArrayLike<number>[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = starts[at]! + list.length;
  const values = new Uint32Array(starts[lists.length]!);
  for (const [at, list] of lists.entries()) values.set(list, starts[at]);
  return { starts, values };
}
