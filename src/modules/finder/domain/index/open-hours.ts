import { addBit, type Bits, newBits } from './bits.ts';
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
  /** Nothing for a facet that is not about hours. */
  bitsOf(facet: Facet, openAt: Date): Bits | undefined;
}

/** Milliseconds that the clock of a zone shows, as if it showed UTC. */
type WallClock = (instantMs: number, timeZone: string) => number;

const MINUTE_MS = 60_000;

/** The places of a calendar: the set of those open now is made once a minute, then choosing it is an intersection. */
export function openHours(calendar: Calendar, schedules: Uint32Array, toWallMs: WallClock): OpenHours {
  let usual: ReadonlyMap<Facet, Bits> | null = null;
  let now = { minute: Number.NaN, bits: newBits(0) };
  return {
    bitsOf(facet, openAt) {
      usual ??= usualBits(calendar, schedules);
      if (facet !== 'ouvert-maintenant') return usual.get(facet);
      const minute = Math.floor(openAt.getTime() / MINUTE_MS);
      if (minute !== now.minute) {
        const walls = calendar.zones.map((zone) => wallMinute(calendar, toWallMs(minute * MINUTE_MS, zone)));
        now = { minute, bits: openBits(calendar, schedules, walls) };
      }
      return now.bits;
    },
  };
}

function openBits(calendar: Calendar, schedules: Uint32Array, walls: readonly WallMinute[]): Bits {
  // Schedules are numbered from 1: none is at 0, never open.
  const isOpen = new Uint8Array(calendar.zoneOf.length + 1);
  for (let schedule = 0; schedule < calendar.zoneOf.length; schedule += 1)
    isOpen[schedule + 1] = isOpenAt(calendar, schedule, walls[calendar.zoneOf[schedule]!]!) ? 1 : 0;
  const bits = newBits(schedules.length);
  for (let rank = 0; rank < schedules.length; rank += 1)
    bits[rank >>> 5]! |= isOpen[schedules[rank]!]! << (rank & 31);
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
