import OpeningHours from 'opening_hours';
import { holidayAreaOf } from './holiday-areas.ts';
import { readOsmText } from './osm-text.ts';
import { formatSchedule } from './schedule.ts';
import { plausibleRange } from './week.ts';

/** The point serves the hours of the sun alone, which no text of ours may hold. */
const inArea = (state: string) => ({ lat: 46.6, lon: 2.4, address: { country_code: 'fr', state } });

/** Texts already parsed: a page of results asks for the same few hundreds again and again. */
const CACHE_LIMIT = 2000;
const cache = new Map<string, OpeningHours | null>();

/** What the library makes of hours that this module reads too; `null` for the others, and for school holidays of nowhere. */
export function evaluableHours(osm: string, departement: string): OpeningHours | null {
  const area = holidayAreaOf(osm, departement);
  const key = `${area}|${osm}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const canonical = canonicalOsmText(osm);
  const isDateless = canonical === null || (area === '' && /\bSH\b/.test(canonical));
  const hours = isDateless ? null : construct(canonical, area);
  cache.set(key, hours);
  return hours;
}

function canonicalOsmText(osm: string): string | null {
  const schedule = readOsmText(osm);
  return schedule ? formatSchedule(schedule) : tidyOsmText(osm);
}

/** The library throws strings and errors alike on what it cannot read. */
function construct(osm: string, area = ''): OpeningHours | null {
  try {
    return new OpeningHours(osm, inArea(area));
  } catch {
    return null;
  }
}

/** The library also throws where the school holidays of a year are not published yet: then nothing can be told. */
export function unlessUndated<Value>(osm: string, ask: () => Value): Value | null {
  if (!/\bSH\b/.test(osm)) return ask();
  try {
    return ask();
  } catch {
    return null;
  }
}

const OSM_ONLY =
  /^(?:"[^"]*"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|week|day|days|easter|off|closed|open|unknown)(?![A-Za-z])|[\d\s:;,.\-+[\]()|/])+$/;

/** OSM text with months, weeks or comments: kept as it is when the library reads it without any remark. */
export function tidyOsmText(text: string): string | null {
  if (text.length > 255 || !OSM_ONLY.test(text) || !/[A-Z]/.test(text) || !haveAllRangesSense(text))
    return null;
  // The library writes to the console about school holidays, which it does not know.
  if (text.includes('SH')) return null;
  const parsed = construct(text);
  if (parsed === null || parsed.getWarnings().length > 0) return null;
  const tidy = parsed.prettifyValue();
  return construct(tidy)?.prettifyValue() === tidy ? tidy : null;
}

const CLOCK_RANGE = /(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})/g;

function haveAllRangesSense(text: string): boolean {
  const ranges = [...text.matchAll(CLOCK_RANGE)].map((match) => match.slice(1).map(Number));
  return (
    ranges.length > 0 && ranges.every(([a, b, c, d]) => plausibleRange(a! * 60 + b!, c! * 60 + d!) !== null)
  );
}
