import type OpeningHours from 'opening_hours';
import { fromWallMs, toWallMs } from '../../../../kernel/wall-clock.ts';
import { fromLocalDate, toLocalDate } from './local-date.ts';
import { evaluableHours, unlessUndated } from './osm-library.ts';
import { timesBefore, usualWeek, WEEK_MINUTES, type WeekTimes } from './usual-week.ts';

interface OpenState {
  isOpen: boolean;
  /** When it closes, if open; absent when it never does. */
  until?: Date;
  /** When it opens next, if closed and known within a year. */
  nextOpening?: Date;
}

/** Where the clock and the holidays of a place are read. */
export interface PlaceCalendar {
  /** IANA name. */
  timeZone: string;
  /** INSEE code; empty when unknown. */
  departement: string;
}

/** Rules with months open at least once in this time. */
const HORIZON_MS = 400 * 24 * 3_600_000;
/** Changes looked at before giving up: a rule may switch between closed and unknown. */
const MAX_CHANGES = 20;

/** Whether a place is open at an instant, by its own clock; `null` when its hours do not say. */
export function openState(osm: string, now: Date, calendar: PlaceCalendar): OpenState | null {
  if (Number.isNaN(now.getTime())) return null;
  const wallMs = toWallMs(now.getTime(), calendar.timeZone);
  const week = usualWeek(osm);
  const state = week ? stateInWeek(week, wallMs) : stateByLibrary(osm, wallMs, calendar.departement);
  if (state === null || state.changeMs === undefined) return state && { isOpen: state.isOpen };
  const change = new Date(fromWallMs(state.changeMs, calendar.timeZone));
  return state.isOpen ? { isOpen: true, until: change } : { isOpen: false, nextOpening: change };
}

/** By the clock of the place. */
interface WallState {
  isOpen: boolean;
  changeMs?: number;
}

const MINUTE_MS = 60_000;
/** 1 January 1970 was a Thursday. */
const FIRST_MONDAY_MS = 4 * 24 * 60 * MINUTE_MS;
const WEEK_MS = WEEK_MINUTES * MINUTE_MS;

function stateInWeek(times: WeekTimes, wallMs: number): WallState {
  const sinceMonday = (((wallMs - FIRST_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS;
  const passed = timesBefore(times, Math.floor(sinceMonday / MINUTE_MS));
  const isOpen = passed % 2 === 1;
  if (times.length === 0 || (times.length === 2 && times[0] === 0 && times[1] === WEEK_MINUTES))
    return { isOpen };
  const isLast = passed === times.length;
  let minute = isLast ? times[0]! + WEEK_MINUTES : times[passed]!;
  // Open until the end of Sunday, and from the first minute of Monday: one opening.
  if (isOpen && minute === WEEK_MINUTES && times[0] === 0) minute += times[1]!;
  return { isOpen, changeMs: wallMs - sinceMonday + minute * MINUTE_MS };
}

/** What the library said, and until when it says nothing else: kept only where it knows the next change. */
interface Held {
  fromMs: number;
  untilMs: number;
  state: WallState;
}

/** Asking takes a tenth of a millisecond and a list asks for each of its places, every minute; the answer holds for hours. */
const HELD = new WeakMap<OpeningHours, Held>();

function stateByLibrary(osm: string, wallMs: number, departement: string): WallState | null {
  const hours = evaluableHours(osm, departement);
  if (hours === null) return null;
  const held = HELD.get(hours);
  if (held && wallMs >= held.fromMs && wallMs < held.untilMs) return held.state;
  return unlessUndated(osm, () => askLibrary(hours, wallMs));
}

function askLibrary(hours: OpeningHours, wallMs: number): WallState | null {
  const wall = toLocalDate(wallMs);
  if (hours.getUnknown(wall)) return null;
  const isOpen = hours.getState(wall);
  const { first, toOther } = comingChanges(hours, wall, !isOpen);
  if (!first || !toOther) return { isOpen };
  const state = { isOpen, changeMs: fromLocalDate(toOther) };
  HELD.set(hours, { fromMs: wallMs, untilMs: fromLocalDate(first), state });
  return state;
}

/** The first change of any kind, « unknown » included, and the first one to open or to closed. */
function comingChanges(
  hours: OpeningHours,
  from: Date,
  toOpen: boolean,
): { first?: Date | undefined; toOther?: Date | undefined } {
  const horizon = new Date(from.getTime() + HORIZON_MS);
  const iterator = hours.getIterator(from);
  let first: Date | undefined;
  for (let change = 0; change < MAX_CHANGES && iterator.advance(horizon); change += 1) {
    first ??= iterator.getDate();
    if (iterator.getState() === toOpen) return { first, toOther: iterator.getDate() };
  }
  return { first };
}
