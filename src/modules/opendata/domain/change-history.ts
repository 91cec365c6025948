import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';

export interface DatedChange {
  kind: string;
  at: Date;
}

export interface DayOfChanges {
  day: LocalDate;
  /** How many changes of each kind. */
  counts: Record<string, number>;
}

/**
 * Changes by day, latest day first. `isComplete` is false when older changes exist that were not read: the oldest
 * day is then left out, because its figures would be too small, unless it is the only one.
 */
export function changesByDay(changes: readonly DatedChange[], isComplete: boolean): DayOfChanges[] {
  const days = new Map<LocalDate, Record<string, number>>();
  for (const { kind, at } of changes) {
    const day = localDateAt(at);
    const counts = days.get(day) ?? {};
    counts[kind] = (counts[kind] ?? 0) + 1;
    days.set(day, counts);
  }
  const latestFirst = [...days]
    .map(([day, counts]) => ({ day, counts }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  return isComplete || latestFirst.length === 1 ? latestFirst : latestFirst.slice(0, -1);
}
