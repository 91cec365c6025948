import type { Half } from './chunk.ts';
import type { Closure, Group, Reading } from './reading.ts';
import { emptySchedule, type Schedule } from './schedule.ts';
import { type Day, overlap, type TimeRange, withoutRange } from './week.ts';

/** Lunch, in minutes: a morning ends before its end, an afternoon starts after its start. */
const LUNCH = { start: 690, end: 870 };

interface Draft extends Schedule {
  /** Days whose hours contradict each other or are limited by words nobody understood. */
  unknown: Set<Day>;
  /** The group that gave the hours of a day. */
  givenBy: Map<Day, Group>;
}

/** The week that the groups say, without the days that nothing makes sure. */
export function applyReading(reading: Reading): Schedule {
  const draft: Draft = { ...emptySchedule(), unknown: new Set(), givenBy: new Map() };
  const timed = reading.groups.filter(({ hasTimes }) => hasTimes);
  for (const group of timed.filter(({ isOverride }) => !isOverride)) addGroup(group, draft);
  for (const group of timed.filter(({ isOverride }) => isOverride)) replaceWith(group, draft);
  for (const closure of reading.closures) applyClosure(closure, draft);
  // Groups without hours that close something are among the closures already.
  const bare = reading.groups.filter((group) => !group.hasTimes && !group.isClosed && !group.isOverride);
  for (const group of bare) limitDays(group, draft);
  dropUnknown(draft);
  if (reading.isClosedOnHolidays) draft.holidays.push('PH off');
  const { week, monthly, holidays } = draft;
  return { week, monthly, holidays, isPartial: draft.isPartial || reading.isPartial };
}

function addGroup(group: Group, draft: Draft): void {
  for (const day of group.chunk.days) {
    const exclusion = group.excluded.find(({ days }) => days.includes(day));
    if (exclusion?.ranks.length) draft.unknown.add(day);
    if (exclusion && exclusion.half === null) continue;
    const ranges = openRanges(group, exclusion?.half ?? null);
    if (group.isDoubtful || ranges === null) draft.unknown.add(day);
    else if (group.chunk.ranks.length > 0) draft.monthly.push({ day, ranks: group.chunk.ranks, ranges });
    else addDay(day, { group, ranges }, draft);
  }
}

function openRanges(group: Group, closedHalf: Half | null): TimeRange[] | null {
  const open = group.holes.reduce((ranges, hole) => withoutRange(ranges, hole), group.ranges);
  return closedHalf === null ? open : withoutHalf(open, closedHalf);
}

/** Hours said twice add up; hours that contradict each other give none, unless the second names an exception. */
function addDay(day: Day, { group, ranges }: { group: Group; ranges: TimeRange[] }, draft: Draft): void {
  const known = draft.week.get(day) ?? [];
  const fresh = ranges.filter(
    (range) => !known.some((other) => other[0] === range[0] && other[1] === range[1]),
  );
  const isConflict = fresh.some((range) => known.some((other) => overlap(range, other)));
  const giver = draft.givenBy.get(day);
  if (!isConflict) draft.week.set(day, [...known, ...fresh]);
  else if (giver?.chunk.isSpan && group.chunk.days.length < giver.chunk.days.length)
    draft.week.set(day, ranges);
  else draft.unknown.add(day);
  draft.givenBy.set(day, group);
}

function replaceWith(group: Group, draft: Draft): void {
  for (const day of group.chunk.days) {
    if (group.isDoubtful || group.chunk.ranks.length > 0) draft.unknown.add(day);
    else draft.week.set(day, openRanges(group, null) ?? []);
  }
}

function applyClosure({ days, ranks, half, uncertainDays }: Closure, draft: Draft): void {
  for (const day of days) {
    const known = draft.week.get(day) ?? [];
    if (ranks.length > 0) {
      closeRanks({ day, ranks, half }, draft);
      continue;
    }
    const left = half === null ? [] : withoutHalf(known, half);
    if (left === null || (uncertainDays.includes(day) && known.length > 0)) draft.unknown.add(day);
    else draft.week.set(day, left);
  }
}

/** Half a day of one week in the month cannot be written beside the hours of the others. */
function closeRanks(closure: { day: Day; ranks: number[]; half: Half | null }, draft: Draft): void {
  const { day, ranks, half } = closure;
  if (half !== null) draft.unknown.add(day);
  else if (draft.week.get(day)?.length) draft.monthly.push({ day, ranks, ranges: [] });
}

/** `null` when a range runs through lunch: nothing says when the other half starts or ends. */
function withoutHalf(ranges: readonly TimeRange[], half: Half): TimeRange[] | null {
  if (ranges.some(([start, end]) => start < LUNCH.start && end > LUNCH.end)) return null;
  return ranges.filter(([start, end]) => (half === 'morning' ? end > LUNCH.end : start < LUNCH.start));
}

/** « Samedi 9h-12h (le premier samedi du mois) », « mardi 9h-12h (un mardi sur deux) ». */
function limitDays({ chunk: { days, ranks }, isDoubtful }: Group, draft: Draft): void {
  for (const day of days) {
    const ranges = draft.week.get(day) ?? [];
    if (isDoubtful && ranges.length > 0) draft.unknown.add(day);
    else if (ranks.length > 0) {
      if (ranges.length > 0) draft.monthly.push({ day, ranks, ranges });
      else draft.isPartial = true;
      draft.week.delete(day);
    }
  }
}

function dropUnknown(draft: Draft): void {
  for (const day of draft.unknown) draft.week.delete(day);
  // A rank beside a weekly rule replaces it in OSM: right for a closing, wrong for hours that the text adds.
  const isSure = ({ day, ranges }: { day: Day; ranges: TimeRange[] }) =>
    !draft.unknown.has(day) && (ranges.length === 0 || !draft.week.get(day)?.length);
  const kept = draft.monthly.filter(isSure);
  draft.isPartial ||= draft.unknown.size > 0 || kept.length < draft.monthly.length;
  draft.monthly = kept;
}
