import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readDayColumns } from './opening-hours/day-columns.ts';
import { readFrenchText } from './opening-hours/french-text.ts';
import { tidyOsmText } from './opening-hours/osm-library.ts';
import { readOsmText } from './opening-hours/osm-text.ts';
import { formatSchedule, isOpenSometime, type Schedule } from './opening-hours/schedule.ts';
import { DAYS, type Day, mergeRanges } from './opening-hours/week.ts';
import { cleanLines } from './text.ts';

export type { Day };

interface ParsedHours {
  osm: string;
  /** Something the text says is lost (a condition, an exception, a day nobody could read): what is given holds as a rule. */
  partial: boolean;
}

interface HoursRefusal {
  kind: 'unreadable' | 'empty';
}

/** Longer texts are presentations, not hours. In characters. */
const MAX_LENGTH = 2000;

/** Opening hours in French or in OSM syntax, in one text or one column per day, as canonical OSM text. */
export function parseOpeningHours(
  input: string | { days: Partial<Record<Day, string[]>> },
): Result<ParsedHours, HoursRefusal> {
  if (typeof input !== 'string') return toResult(readDayColumns(input.days));
  const text = cleanLines(input);
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse({ kind: 'empty' });
  if (text.length > MAX_LENGTH) return refuse({ kind: 'unreadable' });
  const schedule = readOsmText(text);
  if (schedule) return toResult(schedule);
  const tidy = tidyOsmText(text);
  return tidy === null ? toResult(readFrenchText(text)) : ok({ osm: tidy, partial: false });
}

function toResult(schedule: Schedule | null): Result<ParsedHours, HoursRefusal> {
  if (schedule === null) return refuse({ kind: 'unreadable' });
  if (isOpenSometime(schedule)) return ok({ osm: formatSchedule(schedule), partial: schedule.isPartial });
  return refuse({ kind: schedule.isPartial ? 'unreadable' : 'empty' });
}

export interface DayHours {
  day: Day;
  /** Start and end, in minutes from midnight of that day; an end after 1440 is the next morning. */
  ranges: [number, number][];
}

/** The seven days that OSM hours say, Monday first; `null` when they are not the same every week. */
export function weekOf(osm: string): DayHours[] | null {
  const schedule = readOsmText(osm);
  if (schedule === null || schedule.isPartial || schedule.monthly.length > 0) return null;
  return DAYS.map((day) => ({ day, ranges: mergeRanges(schedule.week.get(day) ?? []) }));
}
