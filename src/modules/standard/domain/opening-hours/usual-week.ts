import { readOsmText } from './osm-text.ts';
import { DAYS, type Day, daySpan, mergeRanges, type TimeRange, type Week } from './week.ts';

/** Minutes of a week, from Monday midnight, at which a place opens, closes, opens…, in order. */
export type WeekTimes = Uint16Array;

const DAY_MINUTES = 1440;
export const WEEK_MINUTES = 7 * DAY_MINUTES;
const NEVER: WeekTimes = new Uint16Array(0);
const ALWAYS: WeekTimes = Uint16Array.of(0, WEEK_MINUTES);

/** As many as the distinct texts of a whole country; each takes a few dozen bytes. */
const MEMORY_LIMIT = 50_000;
const MEMORY = new Map<string, WeekTimes | null>();

/**
 * The week of hours that are the same every week, whatever the date; `null` for all others. An evening that goes on
 * after midnight is among the others: a rule of the next day may cut it, and the library knows when.
 */
export function usualWeek(osm: string): WeekTimes | null {
  const known = MEMORY.get(osm);
  if (known !== undefined) return known;
  if (MEMORY.size >= MEMORY_LIMIT) MEMORY.clear();
  const read = readCanonical(osm) ?? readAny(osm);
  MEMORY.set(osm, read);
  return read;
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const DAYS_PART = `${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*`;
const RANGE = '\\d\\d:\\d\\d-\\d\\d:\\d\\d';
const RULE = new RegExp(`^(${DAYS_PART}) (${RANGE}(?:,${RANGE})*)$`);

/** The form in which our own imports write hours: read in a few microseconds, where people's forms take a hundred. */
function readCanonical(osm: string): WeekTimes | null {
  if (osm === '24/7') return ALWAYS;
  const week: Week = new Map();
  for (const rule of osm.split('; ')) {
    const [, days, hours] = RULE.exec(rule) ?? [];
    if (days === undefined || hours === undefined) return null;
    const ranges = hours.split(',').map(toRange);
    for (const day of days.split(',').flatMap(toDays)) {
      // A later rule replaces an earlier one: such texts are for the patient reader.
      if (week.has(day)) return null;
      week.set(day, ranges);
    }
  }
  return toTimes(week);
}

const toRange = (text: string): TimeRange => [toMinutes(text.slice(0, 5)), toMinutes(text.slice(6))];
const toMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function toDays(text: string): Day[] {
  const [first, last = first] = text.split('-') as [Day, Day?];
  return daySpan(first, last);
}

function readAny(osm: string): WeekTimes | null {
  const schedule = readOsmText(osm);
  const isUsual = schedule !== null && schedule.monthly.length === 0 && schedule.holidays.length === 0;
  return isUsual ? toTimes(schedule.week) : null;
}

function toTimes(week: Week): WeekTimes | null {
  const ranges: TimeRange[] = [];
  for (const [rank, day] of DAYS.entries()) {
    const start = rank * DAY_MINUTES;
    for (const [from, to] of week.get(day) ?? []) {
      if (to > DAY_MINUTES || to <= from) return null;
      ranges.push([start + from, start + to]);
    }
  }
  return ranges.length === 0 ? NEVER : Uint16Array.from(mergeRanges(ranges).flat());
}

/** How many of the times lie at or before this minute: open when odd. */
export function timesBefore(times: WeekTimes, minute: number): number {
  let count = 0;
  while (count < times.length && times[count]! <= minute) count += 1;
  return count;
}
