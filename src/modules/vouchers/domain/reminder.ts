import { addDays, daysBetween } from '../../../kernel/calendar.ts';
import type { LocalDate } from '../../../kernel/dates.ts';

/** A booklet in someone's hands, of which something is left. */
export interface HeldBooklet {
  id: string;
  handedOverOn: LocalDate;
  isUsed: boolean;
  lastDay: LocalDate;
}

export type Reminder = 'unused' | 'month-left' | 'week-left';

/** Days before the last one. */
const LAST_MONTH = 30;
const LAST_WEEK = 7;

/**
 * V16: what to remind of today, if anything: the nearest loss first. A booklet handed over a week before its last day is
 * not reminded of at once.
 */
export function reminderDue(
  { handedOverOn, isUsed, lastDay }: HeldBooklet,
  { silenceDays, today }: { silenceDays: number; today: LocalDate },
): Reminder | null {
  const left = daysBetween(today, lastDay);
  const wasLong = (days: number) => addDays(handedOverOn, days) < lastDay;
  if (left < 0) return null;
  if (left <= LAST_WEEK && wasLong(LAST_WEEK)) return 'week-left';
  if (left <= LAST_MONTH && left > LAST_WEEK && wasLong(LAST_MONTH)) return 'month-left';
  return !isUsed && daysBetween(handedOverOn, today) >= silenceDays ? 'unused' : null;
}

/** Kept for ever: the same reminder never leaves twice. A date that is put off starts again. */
export const reminderKey = ({ id, lastDay }: HeldBooklet, reminder: Reminder): string =>
  reminder === 'unused' ? `unused:${id}` : `${reminder}:${id}:${lastDay}`;

/** By the clock of Paris, on working days and Saturdays: a text message wakes no one up. */
export function mayText(wallHour: number, weekday: number): boolean {
  return weekday !== 0 && wallHour >= 9 && wallHour < 19;
}
