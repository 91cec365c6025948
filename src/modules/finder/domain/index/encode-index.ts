import type { PlaceFields } from '../../../standard/index.ts';
import type { SearchablePlace } from '../world.ts';
import { buildCalendar, mondayBefore } from './build-calendar.ts';
import { buildIndex } from './build-index.ts';
import type { Calendar } from './calendar.ts';
import {
  ALIGNMENT,
  ARRAYS,
  aligned,
  DEGREE_PARTS,
  type FileHeader,
  listSections,
  MAGIC,
  type NumberType,
  PREFIX_BYTES,
  type Section,
  toSteps,
} from './file-format.ts';
import type { IndexData, Lists } from './index-data.ts';
import { finish } from './slices.ts';

/** What a row of results and a short sheet of the place need. */
const ROW_FIELDS = [
  'name',
  'address',
  'addressDetail',
  'commune',
  'postalCode',
  'codeInsee',
  'phones',
  'services',
  'fees',
  'accessModes',
  'mobility',
  'bookingUrl',
  'openingHours',
] as const satisfies readonly (keyof PlaceFields)[];

/** Places, their index and their coming weeks as one file, which a browser searches without network. */
export function encodeIndex(places: readonly SearchablePlace[], now: Date): ArrayBuffer {
  const built = finish(buildIndex(places));
  const calendar = finish(buildCalendar(built.schedules, mondayBefore(now.getTime())));
  const sections = sectionsOf(built.data, calendar);
  const { data } = built;
  return writeFile(sections, {
    madeAt: now.toISOString(),
    count: data.count,
    placed: data.tree.placed,
    box: data.tree.box,
    facets: [...data.facets.keys()],
    vocabulary: data.words.vocabulary,
    communes: data.communes.codes,
    departements: data.departements.codes,
    calendar: { mondayMs: calendar.mondayMs, weeks: calendar.weeks, zones: calendar.zones },
    rows: rowsOf(built.places),
  });
}

function rowsOf(places: readonly SearchablePlace[]): FileHeader['rows'] {
  const column = (field: (typeof ROW_FIELDS)[number]) => places.map(({ fields }) => fields[field] ?? null);
  return {
    ids: places.map(({ id }) => id),
    fields: Object.fromEntries(ROW_FIELDS.map((field) => [field, column(field)])),
  };
}

type Numbers = Uint32Array | Int32Array | Uint8Array;

function sectionsOf(data: IndexData, calendar: Calendar): Map<string, Numbers> {
  const sections = new Map<string, Numbers>([
    ['coordinates', Int32Array.from(data.tree.coordinates, (degrees) => Math.round(degrees * DEGREE_PARTS))],
    ['nameOrder', data.nameOrder],
    ['schedules', data.schedules],
    ['zoneOf', calendar.zoneOf],
  ]);
  for (const [facet, bits] of data.facets) sections.set(`facet.${facet}`, bits);
  addLists(sections, 'names', data.words.names);
  addLists(sections, 'towns', data.words.towns);
  addLists(sections, 'communes', data.communes.places);
  addLists(sections, 'departements', data.departements.places);
  addLists(sections, 'patterns', calendar.patterns);
  addLists(sections, 'patternsOf', calendar.patternsOf);
  return sections;
}

function addLists(sections: Map<string, Numbers>, name: string, lists: Lists): void {
  const [lengthsName, stepsName] = listSections(name);
  const { lengths, steps } = toSteps(lists);
  sections.set(lengthsName, lengths);
  sections.set(stepsName, steps);
}

function typeFor(numbers: Numbers): NumberType {
  let [lowest, highest] = [0, 0];
  for (const number of numbers) {
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  if (lowest < 0) return 'i32';
  return highest < 2 ** 8 ? 'u8' : highest < 2 ** 16 ? 'u16' : 'u32';
}

function writeFile(numbers: ReadonlyMap<string, Numbers>, rest: Omit<FileHeader, 'sections'>): ArrayBuffer {
  const sections: Record<string, Section> = {};
  let bodyBytes = 0;
  for (const [name, values] of numbers) {
    const type = typeFor(values);
    sections[name] = { type, offset: bodyBytes, length: values.length };
    bodyBytes = aligned(bodyBytes + values.length * ARRAYS[type].BYTES_PER_ELEMENT);
  }
  const header = new TextEncoder().encode(JSON.stringify({ ...rest, sections } satisfies FileHeader));
  const bodyStart = aligned(PREFIX_BYTES + header.length);
  const file = new ArrayBuffer(bodyStart + bodyBytes + ALIGNMENT);
  new Uint32Array(file, 0, 2).set([MAGIC, header.length]);
  new Uint8Array(file).set(header, PREFIX_BYTES);
  for (const [name, values] of numbers) {
    const { type, offset, length } = sections[name]!;
    new ARRAYS[type](file, bodyStart + offset, length).set(values);
  }
  return file;
}
