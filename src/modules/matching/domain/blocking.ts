import type { Corpus } from './corpus.ts';
import { groupRows, oneKeyPerRow, type Ragged, RaggedBuilder } from './ragged.ts';
import type { Statistics } from './statistics.ts';

/** Rows that share one value, rule by rule. Blocks larger than the rule's cap say too little and are passed over. */
interface Rule {
  keys: Ragged;
  blocks: Ragged;
  cap: number;
}

const CELL_METRES = 300;
const METRES_PER_DEGREE = 111_195;
const CELLS_PER_BAND = 1 << 18;
/** Quarters of a bit: 6 bits, a word in at most one name out of 64. */
const BLOCKING_WORD = 24;
/** Quarters of a bit: a word in at most 8 names of the smallest directory. */
const RARE_WORD = 48;
/** A name with fewer bits of its own is mostly its kind. */
const MOSTLY_KIND = 40;

const CAPS = {
  phone: 60,
  email: 60,
  siret: 40,
  address: 60,
  word: 40,
  rareWord: 12,
  kind: 24,
  name: 20,
  origin: 20,
  cell: 48,
};

/** Calls `visit` once for each pair (smaller row first) that at least one rule proposes. Returns how many. */
export function proposePairs(
  corpus: Corpus,
  statistics: Statistics,
  visit: (a: number, b: number) => void,
): number {
  const rules = blockingRules(corpus, statistics);
  const near = cellNeighbours(corpus);
  const lastProposedTo = new Int32Array(corpus.size).fill(-1);
  let pairs = 0;
  const propose = (members: Int32Array, from: number, until: number, row: number): void => {
    for (let at = from; at < until; at += 1) {
      const other = members[at]!;
      if (other >= row) return;
      if (lastProposedTo[other] === row) continue;
      lastProposedTo[other] = row;
      pairs += 1;
      visit(other, row);
    }
  };
  for (let row = 0; row < corpus.size; row += 1) {
    for (const { keys, blocks, cap } of rules) {
      for (let slot = keys.offsets[row]!; slot < keys.offsets[row + 1]!; slot += 1) {
        const key = keys.items[slot]!;
        if (key < 0) continue;
        const from = blocks.offsets[key]!;
        const until = blocks.offsets[key + 1]!;
        if (until - from <= cap) propose(blocks.items, from, until, row);
      }
    }
    near(row, propose);
  }
  return pairs;
}

function blockingRules(corpus: Corpus, statistics: Statistics): Rule[] {
  const rule = (keys: Ragged, cap: number, count = keyCount(keys)): Rule => ({
    keys,
    cap,
    blocks: groupRows(keys, count),
  });
  return [
    rule(corpus.phones, CAPS.phone),
    rule(oneKeyPerRow(corpus.email), CAPS.email),
    rule(oneKeyPerRow(corpus.siret), CAPS.siret),
    rule(oneKeyPerRow(corpus.addressKey), CAPS.address),
    rule(oneKeyPerRow(corpus.nameKey), CAPS.name),
    rule(oneKeyPerRow(corpus.machineId), CAPS.origin),
    rule(wordKeys(corpus, statistics), CAPS.word),
    rule(rareWordKeys(corpus, statistics), CAPS.rareWord),
    rule(kindKeys(corpus, statistics), CAPS.kind),
  ];
}

function keyCount({ items }: Ragged): number {
  let most = -1;
  for (const item of items) if (item > most) most = item;
  return most + 1;
}

/** Dense numbers for keys that are pairs of numbers. */
class PairKeys {
  private readonly ids = new Map<number, number>();
  id(first: number, second: number): number {
    const key = first * 0x4000000 + second;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(key, id);
    }
    return id;
  }
}

/** A word of the name, within the commune. */
function wordKeys({ core, commune, size }: Corpus, { nameWordWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 2);
  const ids = new PairKeys();
  for (let row = 0; row < size; row += 1) {
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1) {
      const word = core.items[slot]!;
      if (commune[row]! >= 0 && nameWordWeight[word]! >= BLOCKING_WORD) keys.add(ids.id(commune[row]!, word));
    }
    keys.endRow();
  }
  return keys.build();
}

/** A word so rare that it needs no commune: it finds places written in a neighbouring commune. */
function rareWordKeys({ core, size }: Corpus, { nameWordWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 1);
  for (let row = 0; row < size; row += 1) {
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1) {
      if (nameWordWeight[core.items[slot]!]! >= RARE_WORD) keys.add(core.items[slot]!);
    }
    keys.endRow();
  }
  return keys.build();
}

/** « Mairie », « France Services » and nothing else: the kind, within the commune. */
function kindKeys({ core, commune, kinds, size }: Corpus, { nameWordWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 1);
  const ids = new PairKeys();
  for (let row = 0; row < size; row += 1) {
    let own = 0;
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1)
      own += nameWordWeight[core.items[slot]!]!;
    if (commune[row]! >= 0 && own < MOSTLY_KIND) {
      for (let kind = 0; kind < 32; kind += 1)
        if ((kinds[row]! & (1 << kind)) !== 0) keys.add(ids.id(commune[row]!, kind));
    }
    keys.endRow();
  }
  return keys.build();
}

type Propose = (members: Int32Array, from: number, until: number, row: number) => void;

/** Rows of the same cell of 300 m and of the eight around it. */
function cellNeighbours({ latitude, longitude, size }: Corpus): (row: number, propose: Propose) => void {
  const ids = new Map<number, number>();
  const cellOf = new Int32Array(size).fill(-1);
  const band = (row: number): number => Math.floor((latitude[row]! + 90) * (METRES_PER_DEGREE / CELL_METRES));
  // Columns narrow with latitude: they are counted at the latitude of the band, so neighbours agree on them.
  const column = (row: number, ofBand: number): number => {
    const bandLatitude = (ofBand * CELL_METRES) / METRES_PER_DEGREE - 90;
    const width = Math.max(0.01, Math.cos((bandLatitude * Math.PI) / 180));
    return Math.floor((longitude[row]! + 180) * (METRES_PER_DEGREE / CELL_METRES) * width);
  };
  for (let row = 0; row < size; row += 1) {
    if (Number.isNaN(latitude[row]!)) continue;
    const key = band(row) * CELLS_PER_BAND + column(row, band(row));
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    cellOf[row] = id;
  }
  const { offsets, items } = groupRows(oneKeyPerRow(cellOf), ids.size);
  return (row, propose) => {
    if (cellOf[row]! < 0) return;
    const middle = band(row);
    for (let around = middle - 1; around <= middle + 1; around += 1) {
      const centre = column(row, around);
      for (let beside = centre - 1; beside <= centre + 1; beside += 1) {
        const id = ids.get(around * CELLS_PER_BAND + beside);
        if (id === undefined || offsets[id + 1]! - offsets[id]! > CAPS.cell) continue;
        propose(items, offsets[id]!, offsets[id + 1]!, row);
      }
    }
  };
}
