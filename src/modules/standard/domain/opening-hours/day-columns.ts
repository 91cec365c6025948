import { cleanLines } from '../text.ts';
import { readFrenchText } from './french-text.ts';
import { readOsmText } from './osm-text.ts';
import { emptySchedule, type Schedule } from './schedule.ts';
import { DAYS, type Day } from './week.ts';

/** One text per day, or several (opening and closing times, morning and afternoon). */
export function readDayColumns(days: Partial<Record<Day, string[]>>): Schedule {
  const schedule = emptySchedule();
  for (const day of DAYS) {
    const cells = (days[day] ?? []).map(cleanLines).filter((cell) => /[\p{L}\p{N}]/u.test(cell));
    if (cells.length > 0) addDay(recallDay(day, cells), day, schedule);
  }
  return schedule;
}

/** Days already read: « 9h-12h / 14h-17h » comes back on every other row of every source. */
const MEMORY = new Map<string, Schedule | null>();
const MEMORY_LIMIT = 20_000;

function recallDay(day: Day, cells: string[]): Schedule | null {
  const key = `${day} ${cells.join('\n')}`;
  const known = MEMORY.get(key);
  if (known !== undefined) return known;
  if (MEMORY.size >= MEMORY_LIMIT) MEMORY.clear();
  const read = readDay(day, cells);
  MEMORY.set(key, read);
  return read;
}

const SINGLE_TIME = /^\s*\d{1,2}\s*(?:[:hH.]\s*(?:\d{2})?(?::00)?)?\s*$/;

function readDay(day: Day, cells: string[]): Schedule | null {
  const areTimes = cells.every((cell) => SINGLE_TIME.test(cell));
  const text = areTimes ? pairTimes(cells) : cells.join(' / ');
  if (text === null) return null;
  return readOsmText(`${day} ${text}`) ?? readFrenchText(`${day} : ${withoutOwnDay(text, day)}`);
}

/** Opening and closing times, two by two. */
function pairTimes(cells: string[]): string | null {
  if (cells.length % 2 === 1) return null;
  const clocks = cells.map((cell) => (/^\s*\d+\s*$/.test(cell) ? `${cell.trim()}h` : cell));
  return clocks.map((cell, rank) => (rank === 0 ? cell : `${rank % 2 ? ' - ' : ' / '}${cell}`)).join('');
}

const OWN_DAY: Readonly<Record<Day, RegExp>> = {
  Mo: /^\s*(?:le\s+)?lundis?\b\s*:?/i,
  Tu: /^\s*(?:le\s+)?mardis?\b\s*:?/i,
  We: /^\s*(?:le\s+)?mercredis?\b\s*:?/i,
  Th: /^\s*(?:le\s+)?jeudis?\b\s*:?/i,
  Fr: /^\s*(?:le\s+)?vendredis?\b\s*:?/i,
  Sa: /^\s*(?:le\s+)?samedis?\b\s*:?/i,
  Su: /^\s*(?:le\s+)?dimanches?\b\s*:?/i,
};

const withoutOwnDay = (text: string, day: Day): string => text.replace(OWN_DAY[day], ' ');

/** Only what a cell says of its own day is kept. */
function addDay(read: Schedule | null, day: Day, schedule: Schedule): void {
  const others =
    read === null || [...read.week].some(([other, ranges]) => other !== day && ranges.length > 0);
  if (read === null || others) {
    schedule.isPartial = true;
    return;
  }
  schedule.week.set(day, [...(read.week.get(day) ?? [])]);
  schedule.monthly.push(...read.monthly.filter((hours) => hours.day === day));
  schedule.holidays.push(...read.holidays);
  schedule.isPartial ||= read.isPartial;
}
