import { fromWallMs, toWallMs } from '../../../../kernel/wall-clock.ts';
import type { SearchablePlace } from '../world.ts';
import type { Bits } from './bits.ts';
import { type Calendar, stateAt, USUAL_FACETS, wallMinute } from './calendar.ts';
import type { Facet, SettledFacet } from './facets.ts';
import {
  ARRAYS,
  aligned,
  DEGREE_PARTS,
  type FileHeader,
  fromSteps,
  listSections,
  MAGIC,
  PREFIX_BYTES,
} from './file-format.ts';
import type { IndexData, Lists } from './index-data.ts';
import type { PlaceIndex } from './index-query.ts';
import { openHours } from './open-hours.ts';
import { openIndex } from './open-index.ts';

/** Whether a place is open, and when that changes, as far as the file knows. */
export interface OfflineOpening {
  isOpen: boolean;
  changesAt?: Date;
}

/** A file of places, searched like the directory itself. Needs neither network nor the library of opening hours. */
export interface OfflineIndex extends PlaceIndex<SearchablePlace> {
  madeAt: Date;
  /** Hours that change with the date are known until then; the others for ever. */
  hoursUntil: Date;
  count: number;
  find(id: string): SearchablePlace | null;
  /** Null when the hours of the place are unknown. */
  openingOf(id: string, now: Date): OfflineOpening | null;
}

/** Null when the bytes are no such file, or one of another version. */
export function decodeIndex(file: ArrayBuffer): OfflineIndex | null {
  const opened = openFile(file);
  if (!opened) return null;
  const { header } = opened;
  const data = readData(opened);
  const calendar = readCalendar(opened);
  const places = readRows(opened, data);
  const rankOf = new Map(places.map(({ id }, rank) => [id, rank]));
  const index = openIndex(
    { data, placeAt: (rank) => places[rank]!, hours: openHours(calendar, data.schedules, toWallMs) },
    ['ouvert-maintenant', ...USUAL_FACETS, ...(header.facets as readonly Facet[])],
  );
  return {
    ...index,
    madeAt: new Date(header.madeAt),
    hoursUntil: new Date(calendar.mondayMs + (7 * calendar.weeks - 1) * DAY_MS),
    count: data.count,
    find: (id) => places[rankOf.get(id) ?? -1] ?? null,
    openingOf: (id, now) => openingOf(calendar, data.schedules[rankOf.get(id) ?? -1] ?? 0, now),
  };
}

const DAY_MS = 24 * 3_600_000;

interface OpenedFile {
  header: FileHeader;
  numbers(name: string): Uint8Array | Uint16Array | Uint32Array | Int32Array;
  lists(name: string): Lists;
}

function openFile(file: ArrayBuffer): OpenedFile | null {
  if (file.byteLength < PREFIX_BYTES) return null;
  const [magic, headerBytes] = new Uint32Array(file, 0, 2) as unknown as [number, number];
  if (magic !== MAGIC || PREFIX_BYTES + headerBytes > file.byteLength) return null;
  const header = JSON.parse(
    new TextDecoder().decode(new Uint8Array(file, PREFIX_BYTES, headerBytes)),
  ) as FileHeader;
  const bodyStart = aligned(PREFIX_BYTES + headerBytes);
  const numbers: OpenedFile['numbers'] = (name) => {
    const { type, offset, length } = header.sections[name]!;
    return new ARRAYS[type](file, bodyStart + offset, length);
  };
  const lists = (name: string) => {
    const [lengths, steps] = listSections(name);
    return fromSteps(numbers(lengths), numbers(steps));
  };
  return { header, numbers, lists };
}

function readData({ header, numbers, lists }: OpenedFile): IndexData {
  const { count, placed, box, facets, vocabulary, communes, departements } = header;
  return {
    count,
    tree: {
      coordinates: Float64Array.from(numbers('coordinates'), (parts) => parts / DEGREE_PARTS),
      placed,
      box,
    },
    nameOrder: Uint32Array.from(numbers('nameOrder')),
    facets: new Map(
      facets.map((facet): [SettledFacet, Bits] => [
        facet as SettledFacet,
        Uint32Array.from(numbers(`facet.${facet}`)),
      ]),
    ),
    words: { vocabulary, names: lists('names'), towns: lists('towns') },
    communes: { codes: communes, places: lists('communes') },
    departements: { codes: departements, places: lists('departements') },
    schedules: Uint32Array.from(numbers('schedules')),
  };
}

function readCalendar({ header, numbers, lists }: OpenedFile): Calendar {
  return {
    ...header.calendar,
    patterns: lists('patterns'),
    patternsOf: lists('patternsOf'),
    zoneOf: Uint8Array.from(numbers('zoneOf')),
  };
}

function readRows({ header }: OpenedFile, { tree }: IndexData): SearchablePlace[] {
  const { ids, fields } = header.rows;
  return ids.map((id, rank) => {
    const known = Object.entries(fields).filter(([, values]) => values[rank] !== null);
    const point =
      rank < tree.placed
        ? { longitude: tree.coordinates[2 * rank]!, latitude: tree.coordinates[2 * rank + 1]! }
        : {};
    return {
      id,
      fields: { ...Object.fromEntries(known.map(([field, values]) => [field, values[rank]])), ...point },
    };
  });
}

function openingOf(calendar: Calendar, schedule: number, now: Date): OfflineOpening | null {
  if (schedule === 0) return null;
  const zone = calendar.zones[calendar.zoneOf[schedule - 1]!]!;
  const wall = wallMinute(calendar, toWallMs(now.getTime(), zone));
  const { isOpen, changesAtWallMs } = stateAt(calendar, schedule - 1, wall);
  return changesAtWallMs === undefined
    ? { isOpen }
    : { isOpen, changesAt: new Date(fromWallMs(changesAtWallMs, zone)) };
}
