import type { OpeningFacet } from './facets.ts';
import type { Lists } from './index-data.ts';

/** Opening and closing minutes of distinct weeks, and which week each schedule follows in the coming ones. */
export interface Calendar {
  /** Midnight of a Monday by the clock of each place, as if that clock showed UTC. */
  mondayMs: number;
  /** Weeks evaluated from that Monday. */
  weeks: number;
  /** Times of each distinct week, as minutes from Monday. */
  patterns: Lists;
  /** Patterns of each schedule: one when all its weeks are the same, else one for each week. */
  patternsOf: Lists;
  zones: readonly string[];
  /** Of each schedule. */
  zoneOf: Uint8Array;
}

/** The days and evenings on which a schedule opens in the coming weeks, as bits in the order of the facets. */
export function usualFacetsOf(calendar: Calendar, schedule: number): number {
  const { patterns, patternsOf } = calendar;
  let found = 0;
  for (let at = patternsOf.starts[schedule]!; at < patternsOf.starts[schedule + 1]!; at += 1) {
    const pattern = patternsOf.values[at]!;
    const [start, end] = [patterns.starts[pattern]!, patterns.starts[pattern + 1]!];
    for (let time = start; time < end; time += 2)
      found |= facetsOfOpening(patterns.values[time]!, patterns.values[time + 1]!);
  }
  return found;
}

const DAY = 1440;
/** Minutes from midnight: 18 h. */
const EVENING = 18 * 60;
const EVENING_BIT = 1 << 7;

function facetsOfOpening(from: number, to: number): number {
  let found = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day += 1) {
    found |= 1 << day;
    const isLate = to > day * DAY + EVENING && from < (day + 1) * DAY;
    if (isLate) found |= EVENING_BIT;
  }
  return found;
}

/** In the order of the bits above. */
export const USUAL_FACETS: readonly OpeningFacet[] = [
  'ouvert-lundi',
  'ouvert-mardi',
  'ouvert-mercredi',
  'ouvert-jeudi',
  'ouvert-vendredi',
  'ouvert-samedi',
  'ouvert-dimanche',
  'ouvert-soir',
];

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * DAY * MINUTE_MS;

/** Week and minute of the week shown by the clock of a zone. */
export interface WallMinute {
  week: number;
  minute: number;
}

export function wallMinute({ mondayMs }: Calendar, wallMs: number): WallMinute {
  const week = Math.floor((wallMs - mondayMs) / WEEK_MS);
  return { week, minute: Math.floor((wallMs - mondayMs - week * WEEK_MS) / MINUTE_MS) };
}

/** Beyond the weeks evaluated, only hours that never change are known. */
function patternAt({ patternsOf, weeks }: Calendar, schedule: number, week: number): number {
  const start = patternsOf.starts[schedule]!;
  const count = patternsOf.starts[schedule + 1]! - start;
  if (count === 1) return patternsOf.values[start]!;
  return week >= 0 && week < weeks ? patternsOf.values[start + week]! : -1;
}

export function isOpenAt(calendar: Calendar, schedule: number, { week, minute }: WallMinute): boolean {
  const pattern = patternAt(calendar, schedule, week);
  if (pattern < 0) return false;
  const { starts, values } = calendar.patterns;
  let passed = starts[pattern]!;
  const end = starts[pattern + 1]!;
  while (passed < end && values[passed]! <= minute) passed += 1;
  return (passed - starts[pattern]!) % 2 === 1;
}

/** What a row says of a place: open until, closed until; the change is unknown beyond the weeks evaluated. */
export interface OpeningState {
  isOpen: boolean;
  /** Milliseconds that the clock of the place will show, as if it showed UTC. */
  changesAtWallMs?: number;
}

export function stateAt(calendar: Calendar, schedule: number, now: WallMinute): OpeningState {
  const isOpen = isOpenAt(calendar, schedule, now);
  const { starts, values } = calendar.patterns;
  for (let week = now.week; week <= now.week + calendar.weeks; week += 1) {
    const pattern = patternAt(calendar, schedule, week);
    if (pattern < 0) break;
    for (let at = starts[pattern]!; at < starts[pattern + 1]!; at += 1) {
      const minute = values[at]!;
      const opens = (at - starts[pattern]!) % 2 === 0;
      const isPast = week === now.week && minute <= now.minute;
      if (isPast || opens === isOpen || goesOn(calendar, schedule, { week, minute })) continue;
      return { isOpen, changesAtWallMs: calendar.mondayMs + week * WEEK_MS + minute * MINUTE_MS };
    }
  }
  return { isOpen };
}

/** The end of Sunday closes nothing where Monday starts open. */
const goesOn = (calendar: Calendar, schedule: number, { week, minute }: WallMinute): boolean =>
  minute === 7 * DAY && isOpenAt(calendar, schedule, { week: week + 1, minute: 0 });
