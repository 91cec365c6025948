import { DAYS, type Day, formatRanges, formatWeek, type TimeRange, type Week } from './week.ts';

/** « The second Wednesday of the month » (rank 2), « the last » (rank -1). */
interface MonthlyHours {
  day: Day;
  ranks: number[];
  ranges: TimeRange[];
}

/** What opening hours can say here: a week, days of the month, and public holidays. */
export interface Schedule {
  week: Week;
  monthly: MonthlyHours[];
  /** Rules on public (PH) or school (SH) holidays, already in OSM form: `PH off`. */
  holidays: string[];
  /** Something in the text was not understood, or cannot be written. */
  isPartial: boolean;
}

export const emptySchedule = (): Schedule => ({
  week: new Map(),
  monthly: [],
  holidays: [],
  isPartial: false,
});

export const isOpenSometime = ({ week, monthly }: Schedule): boolean =>
  monthly.some(({ ranges }) => ranges.length > 0) || [...week.values()].some((ranges) => ranges.length > 0);

export function formatSchedule(schedule: Schedule): string {
  const rules = formatWeek(schedule.week);
  if (rules.length === 1 && rules[0] === 'Mo-Su 00:00-24:00') rules[0] = '24/7';
  const monthly = [...schedule.monthly]
    .sort((a, b) => DAYS.indexOf(a.day) - DAYS.indexOf(b.day) || rankOrder(a) - rankOrder(b))
    .map(({ day, ranks, ranges }) => `${day}[${[...ranks].sort(byRank).join(',')}] ${formatHours(ranges)}`);
  return [...rules, ...new Set(monthly), ...new Set(schedule.holidays)].join('; ');
}

export const formatHours = (ranges: readonly TimeRange[]): string => formatRanges(ranges) || 'off';

/** The last of the month comes after the fifth. */
const byRank = (a: number, b: number): number => (a < 0 ? 9 : a) - (b < 0 ? 9 : b);
const rankOrder = ({ ranks }: MonthlyHours): number =>
  Math.min(...ranks.map((rank) => (rank < 0 ? 9 : rank)));
