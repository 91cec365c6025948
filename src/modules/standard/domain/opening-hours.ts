import { ok, type Result, refuse } from '../../../kernel/result.ts';

export type Day = 'Mo' | 'Tu' | 'We' | 'Th' | 'Fr' | 'Sa' | 'Su';
export interface ParsedHours {
  osm: string;
  /** Some of the text was not understood: what is given is right, but there may be more. */
  partial: boolean;
}
export interface HoursRefusal {
  kind: 'unreadable' | 'empty';
}

export function parseOpeningHours(
  input: string | { days: Partial<Record<Day, string[]>> },
): Result<ParsedHours, HoursRefusal> {
  if (typeof input !== 'string') return refuse({ kind: 'unreadable' });
  if (input.trim() === '') return refuse({ kind: 'empty' });
  const isOsm = /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[-,\w]* [\d:,-]+(?:; |$))+$/.test(input.trim());
  return isOsm ? ok({ osm: input.trim(), partial: false }) : refuse({ kind: 'unreadable' });
}

export interface DayHours {
  day: Day;
  /** Start and end, in minutes from midnight of that day; an end after 1440 is the next morning. */
  ranges: [number, number][];
}

export const weekOf = (_osm: string): DayHours[] | null => null;

export interface OpenState {
  isOpen: boolean;
  /** When it closes, if open. */
  until?: Date;
  /** When it opens next, if closed. */
  nextOpening?: Date;
}

export const openState = (_osm: string, _now: Date, _timeZone: string): OpenState | null => null;
