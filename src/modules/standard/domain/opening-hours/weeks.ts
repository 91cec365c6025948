import { holidayAreaOf } from './holiday-areas.ts';
import { fromLocalDate, toLocalDate } from './local-date.ts';
import { evaluableHours, unlessUndated } from './osm-library.ts';
import { usualWeek, WEEK_MINUTES, type WeekTimes } from './usual-week.ts';

const MINUTE_MS = 60_000;
const WEEK_MS = WEEK_MINUTES * MINUTE_MS;

export interface WeekSpan {
  /** Midnight of a Monday by the clock of the place, as if that clock showed UTC. */
  mondayMs: number;
  count: number;
}

/** The weeks of a place whose hours change with the date, holidays included; one week alone when all are the same. */
export function openWeeks(osm: string, departement: string, { mondayMs, count }: WeekSpan): WeekTimes[] {
  const usual = usualWeek(osm);
  if (usual) return [usual];
  const hours = evaluableHours(osm, departement);
  const weeks: number[][] = Array.from({ length: count }, () => []);
  if (hours === null) return weeks.map((times) => Uint16Array.from(times));
  const until = toLocalDate(mondayMs + count * WEEK_MS);
  const intervals = unlessUndated(osm, () => hours.getOpenIntervals(toLocalDate(mondayMs), until)) ?? [];
  for (const [from, to, isUnknown] of intervals) {
    if (!isUnknown) addInterval(weeks, [fromLocalDate(from) - mondayMs, fromLocalDate(to) - mondayMs]);
  }
  return weeks.map((times) => Uint16Array.from(times));
}

/** An opening that goes on past Sunday midnight belongs to two weeks. */
function addInterval(weeks: number[][], [fromMs, toMs]: [number, number]): void {
  for (let week = Math.floor(fromMs / WEEK_MS); week * WEEK_MS < toMs && week < weeks.length; week += 1) {
    const start = Math.max(0, (fromMs - week * WEEK_MS) / MINUTE_MS);
    const end = Math.min(WEEK_MINUTES, (toMs - week * WEEK_MS) / MINUTE_MS);
    const times = weeks[week]!;
    // Two rules may meet: one opening.
    if (times.at(-1) === start) times[times.length - 1] = end;
    else times.push(start, end);
  }
}

/** What tells the hours of two places apart: the same text may follow the holidays of two areas. */
export const hoursKey = (osm: string, departement: string): string =>
  `${holidayAreaOf(osm, departement)}|${osm}`;
