import KDBush from 'kdbush';
import { words } from '../../../../kernel/text.ts';
import { departementOfCode } from '../departements.ts';
import { pointOf, type SearchablePlace } from '../world.ts';
import { addBit, type Bits, newBits } from './bits.ts';
import { type SettledFacet, settledFacetsOf } from './facets.ts';
import type { IndexData, Lists } from './index-data.ts';
import { indexWords } from './lexicon.ts';
import { type ScheduleKey, ScheduleKeys } from './schedule-keys.ts';
import { NODE_SIZE, type Tree } from './spatial.ts';

export interface Built<Place extends SearchablePlace> {
  data: IndexData;
  /** In the order of the index. */
  places: readonly Place[];
  schedules: readonly ScheduleKey[];
}

/** Every column of the index. A generator: the caller may let others work between two slices. */
export function* buildIndex<Place extends SearchablePlace>(
  all: readonly Place[],
): Generator<void, Built<Place>> {
  const { tree, places } = plantTree(all);
  yield;
  const columns = new Columns(places.length);
  for (const [rank, place] of places.entries()) {
    columns.add(rank, place);
    if (rank % SLICE === SLICE - 1) yield;
  }
  const nameOrder = orderByName(places, columns.nameKeys);
  yield;
  const data = { count: places.length, tree, nameOrder, ...columns.finish() };
  return { data, places, schedules: columns.schedules.keys };
}

/** Places read at one go: a few milliseconds. */
const SLICE = 500;

function plantTree<Place extends SearchablePlace>(all: readonly Place[]): { tree: Tree; places: Place[] } {
  const points = all.map(({ fields }) => pointOf(fields));
  const placed = all.filter((_, rank) => points[rank] !== undefined);
  const nowhere = all.filter((_, rank) => points[rank] === undefined);
  if (placed.length === 0)
    return { tree: { coordinates: new Float64Array(0), placed: 0, box: [0, 0, 0, 0] }, places: nowhere };
  const bush = new KDBush(placed.length, NODE_SIZE);
  for (const { fields } of placed) bush.add(fields.longitude!, fields.latitude!);
  bush.finish();
  const ordered = Array.from(bush.ids, (rank) => placed[rank]!);
  const coordinates = Float64Array.from(bush.coords);
  return {
    tree: { coordinates, placed: placed.length, box: boxOf(coordinates) },
    places: [...ordered, ...nowhere],
  };
}

function boxOf(coordinates: Float64Array): Tree['box'] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let at = 0; at < coordinates.length; at += 2) {
    west = Math.min(west, coordinates[at]!);
    east = Math.max(east, coordinates[at]!);
    south = Math.min(south, coordinates[at + 1]!);
    north = Math.max(north, coordinates[at + 1]!);
  }
  return [west, south, east, north];
}

function orderByName(places: readonly SearchablePlace[], keys: readonly string[]): Uint32Array {
  const ranks = Uint32Array.from(places, (_, rank) => rank);
  ranks.sort((a, b) => compare(keys[a]!, keys[b]!) || compare(places[a]!.id, places[b]!.id));
  const order = new Uint32Array(places.length);
  for (const [at, rank] of ranks.entries()) order[rank] = at;
  return order;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Grows with each place. */
class Columns {
  readonly schedules = new ScheduleKeys();
  readonly nameKeys: string[] = [];
  /** Towns come back: their words are found once. */
  readonly #townWords = new Map<string, string[]>();
  readonly #facets = new Map<SettledFacet, Bits>();
  readonly #names = new Map<string, number[]>();
  readonly #towns = new Map<string, number[]>();
  readonly #communes = new Map<string, number[]>();
  readonly #departements = new Map<string, number[]>();
  readonly #scheduleOf: Uint32Array;
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
    this.#scheduleOf = new Uint32Array(count);
  }

  add(rank: number, { fields }: SearchablePlace): void {
    const { name = '', commune = '', postalCode = '', codeInsee = '' } = fields;
    const nameWords = words(name);
    this.nameKeys.push(nameWords.join(' '));
    for (const word of indexWords(nameWords)) push(this.#names, word, rank);
    for (const word of this.#wordsOfTown(`${commune} ${postalCode}`)) push(this.#towns, word, rank);
    if (codeInsee !== '') push(this.#communes, codeInsee, rank);
    const departement = departementOfCode(codeInsee || postalCode);
    if (departement !== '') push(this.#departements, departement, rank);
    for (const facet of settledFacetsOf(fields)) {
      const bits = this.#facets.get(facet) ?? newBits(this.#count);
      addBit(bits, rank);
      this.#facets.set(facet, bits);
    }
    this.#scheduleOf[rank] = this.schedules.numberOf(fields);
  }

  #wordsOfTown(town: string): string[] {
    const known = this.#townWords.get(town) ?? indexWords(words(town));
    this.#townWords.set(town, known);
    return known;
  }

  finish(): Omit<IndexData, 'count' | 'tree' | 'nameOrder'> {
    const vocabulary = [...new Set([...this.#names.keys(), ...this.#towns.keys()])].sort(compare);
    return {
      facets: this.#facets,
      words: {
        vocabulary,
        names: toLists(vocabulary, this.#names),
        towns: toLists(vocabulary, this.#towns),
      },
      communes: toArea(this.#communes),
      departements: toArea(this.#departements),
      schedules: this.#scheduleOf,
    };
  }
}

function push(lists: Map<string, number[]>, key: string, rank: number): void {
  const known = lists.get(key);
  if (known) known.push(rank);
  else lists.set(key, [rank]);
}

function toArea(lists: Map<string, number[]>): IndexData['communes'] {
  const codes = [...lists.keys()].sort(compare);
  return { codes, places: toLists(codes, lists) };
}

function toLists(keys: readonly string[], lists: ReadonlyMap<string, number[]>): Lists {
  const starts = new Uint32Array(keys.length + 1);
  for (const [at, key] of keys.entries()) starts[at + 1] = starts[at]! + (lists.get(key)?.length ?? 0);
  const values = new Uint32Array(starts[keys.length]!);
  for (const [at, key] of keys.entries()) values.set(lists.get(key) ?? [], starts[at]);
  return { starts, values };
}
