import OpeningHours from 'opening_hours';
import { toWallMs } from '../../src/kernel/wall-clock.ts';
import { hasBit } from '../../src/modules/finder/domain/index/bits.ts';
import { buildCalendar } from '../../src/modules/finder/domain/index/build-calendar.ts';
import { openHours } from '../../src/modules/finder/domain/index/open-hours.ts';
import { finish } from '../../src/modules/finder/domain/index/slices.ts';

const PARIS = 'Europe/Paris';
const DAY_MS = 24 * 3_600_000;
const QUARTER_MS = 15 * 60_000;
const WEEKS = 8;
const QUARTERS = WEEKS * 7 * 96;

/** Mondays of eight weeks that hold a change of the clocks: 25 October 2026, 28 March 2027. */
export const CLOCK_CHANGES = [Date.UTC(2026, 9, 5), Date.UTC(2027, 2, 1)];

export interface HoursCheck {
  texts: number;
  compared: number;
  /** Texts that are not equal at every quarter. */
  different: string[];
}

/** At every quarter of an hour, whether each text is open: by our calendar, and by the library asked directly. */
export function compareHours(texts: readonly string[], mondayMs: number): HoursCheck {
  const schedules = texts.map((openingHours) => ({ openingHours, timeZone: PARIS, departement: '69' }));
  const calendar = finish(buildCalendar(schedules, mondayMs));
  const ours = openHours(
    calendar,
    Uint32Array.from(texts, (_, rank) => rank + 1),
    toWallMs,
  );
  const theirs = texts.map((text) => openIntervals(text, mondayMs));
  const cursors = new Uint32Array(texts.length);
  const different = new Set<string>();
  let before = Number.NEGATIVE_INFINITY;
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const instant = new Date(mondayMs + DAY_MS + quarter * QUARTER_MS);
    const wallMs = toWallMs(instant.getTime(), PARIS);
    // In October an hour comes twice.
    if (wallMs < before) cursors.fill(0);
    before = wallMs;
    const bits = ours.at(instant).all();
    for (let text = 0; text < texts.length; text += 1) {
      const isOpen = isInside(theirs[text]!, wallMs, { cursors, at: text });
      if (isOpen !== hasBit(bits, text)) different.add(texts[text]!);
    }
  }
  return { texts: texts.length, compared: texts.length * QUARTERS, different: [...different] };
}

/** The library reads the machine's local fields: dates are made of what the clock of the place shows. */
const localDate = (wallMs: number): Date => {
  const wall = new Date(wallMs);
  return new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), wall.getUTCHours());
};
const wallOf = (date: Date): number =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes());

function openIntervals(text: string, mondayMs: number): [number, number][] {
  const hours = new OpeningHours(text, { lat: 46.6, lon: 2.4, address: { country_code: 'fr', state: '' } });
  return hours
    .getOpenIntervals(localDate(mondayMs), localDate(mondayMs + (WEEKS + 1) * 7 * DAY_MS))
    .filter(([, , isUnknown]) => !isUnknown)
    .map(([from, to]) => [wallOf(from), wallOf(to)]);
}

function isInside(
  intervals: readonly [number, number][],
  wallMs: number,
  { cursors, at }: { cursors: Uint32Array; at: number },
): boolean {
  while (cursors[at]! < intervals.length && intervals[cursors[at]!]![1] <= wallMs) cursors[at]! += 1;
  const interval = intervals[cursors[at]!];
  return interval !== undefined && interval[0] <= wallMs;
}
