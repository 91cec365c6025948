import { addBit, type Bits, hasBit, newBits } from './bits.ts';
import {
  type Calendar,
  isOpenAt,
  USUAL_FACETS,
  usualFacetsOf,
  type WallMinute,
  wallMinute,
} from './calendar.ts';
import type { Facet, OpeningFacet } from './facets.ts';

/** Which places are open, in the weeks of a calendar. */
export interface OpenHours {
  /** In the weeks around an instant; nothing for a facet that is not about usual days and evenings. */
  usual(facet: Facet, openAt: Date): Bits | undefined;
  /** For each place, its usual days and evenings as bits in the order of `USUAL_FACETS`. */
  usualMasks(openAt: Date): Uint32Array;
  at(openAt: Date): OpenNow;
}

/** Which places are open at an instant, to the minute. */
export interface OpenNow {
  /** The set of all of them: made at most once a minute. */
  all(): Bits;
  /** Tells of each place, when so many are asked about: one by one when they are few, else by the set. */
  test(asked: number): (rank: number) => boolean;
}

/** Milliseconds that the clock of a zone shows, as if it showed UTC. */
type WallClock = (instantMs: number, timeZone: string) => number;

const MINUTE_MS = 60_000;
/** Asking about so many places one by one costs as much as making the set of all those open, for 20,000 places. */
const FEW = 1_000;

export function openHours(calendar: Calendar, schedules: Uint32Array, toWallMs: WallClock): OpenHours {
  let usual: Usual | null = null;
  let latest: { minute: number; open: OpenNow } | null = null;
  const usualDays = () => {
    usual ??= usualOf(calendar, schedules);
    return usual;
  };
  return {
    usual: (facet) => usualDays().bits.get(facet),
    usualMasks: () => usualDays().masks,
    at(openAt) {
      const minute = Math.floor(openAt.getTime() / MINUTE_MS);
      if (latest?.minute !== minute) {
        const walls = wallsAt(calendar, (zone) => toWallMs(minute * MINUTE_MS, zone));
        latest = { minute, open: openNow(calendar, schedules, walls) };
      }
      return latest.open;
    },
  };
}

/** What the clock of each zone of the calendar shows: most questions are about places of one zone. */
type Walls = (zone: number) => WallMinute;

function wallsAt(calendar: Calendar, toWallMs: (zone: string) => number): Walls {
  const walls: WallMinute[] = [];
  return (zone) => {
    walls[zone] ??= wallMinute(calendar, toWallMs(calendar.zones[zone]!));
    return walls[zone]!;
  };
}

function openNow(calendar: Calendar, schedules: Uint32Array, walls: Walls): OpenNow {
  let open: Bits | null = null;
  const all = () => {
    open ??= openBits(calendar, schedules, walls);
    return open;
  };
  const isOpen = (rank: number): boolean => {
    const schedule = schedules[rank]! - 1;
    return schedule >= 0 && isOpenAt(calendar, schedule, walls(calendar.zoneOf[schedule]!));
  };
  return {
    all,
    test(asked) {
      if (open === null && asked <= FEW) return isOpen;
      const bits = all();
      return (rank) => hasBit(bits, rank);
    },
  };
}

function openBits(calendar: Calendar, schedules: Uint32Array, walls: Walls): Bits {
  // Schedules are numbered from 1: none is at 0, never open.
  const isOpen = new Uint8Array(calendar.zoneOf.length + 1);
  for (let schedule = 0; schedule < calendar.zoneOf.length; schedule += 1)
    isOpen[schedule + 1] = isOpenAt(calendar, schedule, walls(calendar.zoneOf[schedule]!)) ? 1 : 0;
  const bits = newBits(schedules.length);
  for (let word = 0; word < bits.length; word += 1) {
    const last = Math.min(32, schedules.length - 32 * word);
    let found = 0;
    for (let bit = 0; bit < last; bit += 1) found |= isOpen[schedules[32 * word + bit]!]! << bit;
    bits[word] = found;
  }
  return bits;
}

interface Usual {
  bits: ReadonlyMap<Facet, Bits>;
  masks: Uint32Array;
}

function usualOf(calendar: Calendar, schedules: Uint32Array): Usual {
  const facets = Uint8Array.from(calendar.zoneOf, (_, schedule) => usualFacetsOf(calendar, schedule));
  const masks = new Uint32Array(schedules.length);
  const found = USUAL_FACETS.map((facet): [OpeningFacet, Bits] => [facet, newBits(schedules.length)]);
  for (let rank = 0; rank < schedules.length; rank += 1) {
    const own = schedules[rank] === 0 ? 0 : facets[schedules[rank]! - 1]!;
    masks[rank] = own;
    for (let at = 0; at < found.length && own >>> at !== 0; at += 1)
      if ((own >>> at) & 1) addBit(found[at]![1], rank);
  }
  return { bits: new Map(found), masks };
}
