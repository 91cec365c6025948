/** The days of the week as OpenStreetMap writes them, Monday first. */
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export type Day = (typeof DAYS)[number];

/** Start and end in minutes from midnight; an end after 1440 is the next morning. */
export type TimeRange = [start: number, end: number];

export type Week = Map<Day, TimeRange[]>;

const MIDNIGHT = 1440;
/** No place of this kind opens between midnight and five: such a start is a misread afternoon. */
const EARLIEST_START = 300;
/** An opening that ends after midnight starts in the evening and ends in the night. */
const EVENING = 1020;
const LATEST_END = 300;

/** A range as a person means it, or `null` when its ends cannot be opening hours. `00:00` as an end is midnight. */
export function plausibleRange(start: number, end: number): TimeRange | null {
  const isWholeDay = start === 0 && (end === MIDNIGHT || end === MIDNIGHT - 1);
  if (isWholeDay) return [0, MIDNIGHT];
  if (start < EARLIEST_START || start >= MIDNIGHT || end > MIDNIGHT + LATEST_END) return null;
  if (end > start) return [start, end];
  return start >= EVENING && end <= LATEST_END ? [start, end + MIDNIGHT] : null;
}

/** Sorted, with ranges that touch or overlap made one. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export const overlap = (left: TimeRange, right: TimeRange): boolean =>
  left[0] < right[1] && right[0] < left[1];

/** What remains of the ranges outside `hole`. */
export function withoutRange(ranges: readonly TimeRange[], hole: TimeRange): TimeRange[] {
  return ranges.flatMap(([start, end]) => {
    const kept: TimeRange[] = [
      [start, Math.min(end, hole[0])],
      [Math.max(start, hole[1]), end],
    ];
    return kept.filter(([from, to]) => from < to);
  });
}

/** Days from `first` to `last` in the order of the week, through Sunday when needed. */
export function daySpan(first: Day, last: Day): Day[] {
  const start = DAYS.indexOf(first);
  const length = ((DAYS.indexOf(last) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => DAYS[(start + step) % 7]!);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => {
  const withinDay = minutes > MIDNIGHT ? minutes - MIDNIGHT : minutes;
  return `${twoDigits(Math.floor(withinDay / 60))}:${twoDigits(withinDay % 60)}`;
};

export const formatRanges = (ranges: readonly TimeRange[]): string =>
  mergeRanges(ranges)
    .map(([start, end]) => `${clock(start)}-${clock(end)}`)
    .join(',');

/** « Mo-Fr 09:00-12:00; Sa 09:00-12:00 »: days with the same hours share a rule, in the order of the week. */
export function formatWeek(week: Week): string[] {
  const rules = new Map<string, Day[]>();
  for (const day of DAYS) {
    const hours = formatRanges(week.get(day) ?? []);
    if (hours !== '') rules.set(hours, [...(rules.get(hours) ?? []), day]);
  }
  return [...rules].map(([hours, days]) => `${formatDays(days)} ${hours}`);
}

/** Three days in a row or more make a span. */
function formatDays(days: readonly Day[]): string {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const isNext = run !== undefined && DAYS.indexOf(run.at(-1)!) === DAYS.indexOf(day) - 1;
    if (isNext) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}
