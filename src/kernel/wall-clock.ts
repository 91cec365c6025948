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
  });
  formats.set(timeZone, format);
  return format;
}

/** Clocks change on the quarter of an hour everywhere. */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 96 * QUARTER_MS;
/** Offsets already asked for: one page asks for the same instant sixty times. */
const OFFSETS_LIMIT = 5_000;
const offsets = new Map<string, number>();

/** What the clock of the zone shows, minus UTC, in milliseconds. On most days it does not change. */
function offsetAt(instantMs: number, timeZone: string): number {
  const day = Math.floor(instantMs / DAY_MS) * DAY_MS;
  const offset = knownOffset(day, timeZone);
  if (offset === knownOffset(day + DAY_MS, timeZone)) return offset;
  return knownOffset(Math.floor(instantMs / QUARTER_MS) * QUARTER_MS, timeZone);
}

function knownOffset(instantMs: number, timeZone: string): number {
  const key = `${timeZone}${instantMs}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= OFFSETS_LIMIT) offsets.clear();
  const parts = formatIn(timeZone).formatToParts(instantMs);
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((field) =>
    Number(parts.find(({ type }) => type === field)?.value),
  );
  const offset = Date.UTC(year!, month! - 1, day, hour, minute) - instantMs;
  offsets.set(key, offset);
  return offset;
}

/** Milliseconds since 1970 as if the clock of the zone showed UTC: days and minutes of such times are those of the place. */
export const toWallMs = (instantMs: number, timeZone: string): number =>
  instantMs + offsetAt(instantMs, timeZone);

/** The instant at which the clock of the zone shows this. Two steps: the first guess may fall beyond a change of the clocks. */
export function fromWallMs(wallMs: number, timeZone: string): number {
  const guess = wallMs - offsetAt(wallMs, timeZone);
  return wallMs - offsetAt(guess, timeZone);
}
