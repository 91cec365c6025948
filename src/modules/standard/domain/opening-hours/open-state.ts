import type OpeningHours from 'opening_hours';
import { evaluableHours } from './osm-library.ts';

interface OpenState {
  isOpen: boolean;
  /** When it closes, if open; absent when it never does. */
  until?: Date;
  /** When it opens next, if closed and known within a year. */
  nextOpening?: Date;
  /** A public holiday in France: hours without a rule for it are doubtful that day. */
  isPublicHoliday: boolean;
}

/** Rules with months open at least once in this time. */
const HORIZON_MS = 400 * 24 * 3_600_000;
/** Changes looked at before giving up: a rule may switch between closed and unknown. */
const MAX_CHANGES = 20;

/** Whether a place is open at an instant, by the clock of its time zone (IANA name); `null` when its hours do not say. */
export function openState(osm: string, now: Date, timeZone: string): OpenState | null {
  const hours = evaluableHours(osm);
  if (hours === null || Number.isNaN(now.getTime())) return null;
  const wall = toWallClock(now, timeZone);
  if (hours.getUnknown(wall)) return null;
  const isOpen = hours.getState(wall);
  const change = nextChange(hours, wall, !isOpen);
  const instant = change && fromWallClock(change, timeZone);
  return {
    isOpen,
    ...(instant ? { [isOpen ? 'until' : 'nextOpening']: instant } : {}),
    isPublicHoliday: hours.getPublicHolidayContext(wall).isHoliday,
  };
}

function nextChange(hours: OpeningHours, from: Date, toOpen: boolean): Date | null {
  const horizon = new Date(from.getTime() + HORIZON_MS);
  const iterator = hours.getIterator(from);
  for (let change = 0; change < MAX_CHANGES && iterator.advance(horizon); change += 1) {
    if (iterator.getState() === toOpen) return iterator.getDate();
  }
  return null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** Year, month (1–12), day, hours, minutes and seconds shown by a clock of the zone. */
function clockFields(instant: Date, timeZone: string): number[] {
  const parts = formatIn(timeZone).formatToParts(instant);
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map((field) =>
    Number(parts.find(({ type }) => type === field)?.value),
  );
}

/** The library reads the machine's local fields of a date: they are set to what the clock of the place shows. */
function toWallClock(instant: Date, timeZone: string): Date {
  const [year, month, day, hour, minute, second] = clockFields(instant, timeZone);
  return new Date(year!, month! - 1, day!, hour!, minute!, second!);
}

/** Two steps: the first guess may fall on the other side of a change of the clocks. */
function fromWallClock(wall: Date, timeZone: string): Date {
  const target = Date.UTC(
    wall.getFullYear(),
    wall.getMonth(),
    wall.getDate(),
    wall.getHours(),
    wall.getMinutes(),
    wall.getSeconds(),
  );
  const offsetAt = (instantMs: number): number => {
    const [year, month, day, hour, minute, second] = clockFields(new Date(instantMs), timeZone);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - instantMs;
  };
  const guess = target - offsetAt(target);
  return new Date(target - offsetAt(guess));
}
