import { addBit, type Bits, countBits, forEachBit, keep, newBits, removeBit } from './bits.ts';
import {
  type Calendar,
  isOpenAt,
  USUAL_FACETS,
  usualFacetsOf,
  type WallMinute,
  wallMinute,
} from './calendar.ts';
import type { Facet, OpeningFacet } from './facets.ts';

/** Which places are open, as sets of places. */
export interface OpenHours {
  /** In the weeks around an instant; nothing for a facet that is not about usual days and evenings. */
  usual(facet: Facet, openAt: Date): Bits | undefined;
  /** Takes away those that are closed at an instant; one by one when they are few, else with the set of that minute. */
  keepOpen(bits: Bits, openAt: Date): void;
}

/** Milliseconds that the clock of a zone shows, as if it showed UTC. */
type WallClock = (instantMs: number, timeZone: string) => number;

const MINUTE_MS = 60_000;
/** Asking so many places one by one costs as much as making the set of all those open, for 20,000 places. */
const FEW = 1_000;

/** The set of those open now is made at most once a minute; then choosing it is an intersection. */
export function openHours(calendar: Calendar, schedules: Uint32Array, toWallMs: WallClock): OpenHours {
  let usual: ReadonlyMap<Facet, Bits> | null = null;
  let walls: { minute: number; ofZone: readonly WallMinute[] } = { minute: Number.NaN, ofZone: [] };
  let open: { minute: number; bits: Bits } = { minute: Number.NaN, bits: newBits(0) };
  const setMinute = (minute: number) => {
    if (walls.minute === minute) return;
    const ofZone = calendar.zones.map((zone) => wallMinute(calendar, toWallMs(minute * MINUTE_MS, zone)));
    walls = { minute, ofZone };
  };
  return {
    usual(facet) {
      usual ??= usualBits(calendar, schedules);
      return usual.get(facet);
    },
    keepOpen(bits, openAt) {
      const minute = Math.floor(openAt.getTime() / MINUTE_MS);
      setMinute(minute);
      const isFew = open.minute !== minute && countBits(bits) <= FEW;
      if (isFew) keepOneByOne(bits, { calendar, schedules, walls: walls.ofZone });
      else {
        if (open.minute !== minute) open = { minute, bits: openBits(calendar, schedules, walls.ofZone) };
        keep(bits, open.bits);
      }
    },
  };
}

interface Clocks {
  calendar: Calendar;
  schedules: Uint32Array;
  walls: readonly WallMinute[];
}

function keepOneByOne(bits: Bits, { calendar, schedules, walls }: Clocks): void {
  forEachBit(bits, (rank) => {
    const schedule = schedules[rank]! - 1;
    const isOpen = schedule >= 0 && isOpenAt(calendar, schedule, walls[calendar.zoneOf[schedule]!]!);
    if (!isOpen) removeBit(bits, rank);
  });
}

function openBits(calendar: Calendar, schedules: Uint32Array, walls: readonly WallMinute[]): Bits {
  // Schedules are numbered from 1: none is at 0, never open.
  const isOpen = new Uint8Array(calendar.zoneOf.length + 1);
  for (let schedule = 0; schedule < calendar.zoneOf.length; schedule += 1)
    isOpen[schedule + 1] = isOpenAt(calendar, schedule, walls[calendar.zoneOf[schedule]!]!) ? 1 : 0;
  const bits = newBits(schedules.length);
  for (let word = 0; word < bits.length; word += 1) {
    const last = Math.min(32, schedules.length - 32 * word);
    let found = 0;
    for (let bit = 0; bit < last; bit += 1) found |= isOpen[schedules[32 * word + bit]!]! << bit;
    bits[word] = found;
  }
  return bits;
}

function usualBits(calendar: Calendar, schedules: Uint32Array): ReadonlyMap<OpeningFacet, Bits> {
  const facets = Uint8Array.from(calendar.zoneOf, (_, schedule) => usualFacetsOf(calendar, schedule));
  const found = USUAL_FACETS.map((facet) => [facet, newBits(schedules.length)] as const);
  for (let rank = 0; rank < schedules.length; rank += 1) {
    const own = schedules[rank] === 0 ? 0 : facets[schedules[rank]! - 1]!;
    for (let at = 0; at < found.length && own >>> at !== 0; at += 1)
      if ((own >>> at) & 1) addBit(found[at]![1], rank);
  }
  return new Map(found);
}
