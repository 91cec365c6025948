import type { Corpus } from './corpus.ts';
import { PairIds } from './pair-ids.ts';
import { groupRows, oneKeyPerRow, type Ragged, RaggedBuilder } from './ragged.ts';
import type { Statistics } from './statistics.ts';

/** Rows that share one value, rule by rule. Blocks larger than the rule's cap say too little and are passed over. */
interface Rule {
  keys: Ragged;
  blocks: Ragged;
}

/** Cells of 300 m; a degree of latitude is 111,195 m. */
const CELLS_PER_DEGREE = 111_195 / 300;
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
  const propose = (row: number, block: number, { offsets, items }: Ragged): void => {
    for (let at = offsets[block]!; at < offsets[block + 1]! && items[at]! < row; at += 1) {
      const other = items[at]!;
      if (lastProposedTo[other] === row) continue;
      lastProposedTo[other] = row;
      pairs += 1;
      visit(other, row);
    }
  };
  for (let row = 0; row < corpus.size; row += 1) {
    for (const { keys, blocks } of rules) {
      for (let slot = keys.offsets[row]!; slot < keys.offsets[row + 1]!; slot += 1) {
        if (keys.items[slot]! >= 0) propose(row, keys.items[slot]!, blocks);
      }
    }
    near(row, propose);
  }
  return pairs;
}

function blockingRules(corpus: Corpus, statistics: Statistics): Rule[] {
  const rule = (keys: Ragged, cap: number): Rule => ({
    keys,
    blocks: withoutCrowds(groupRows(keys, keyCount(keys)), cap),
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

/** Empties the blocks that hold more rows than the cap, or a single one. */
function withoutCrowds({ offsets, items }: Ragged, cap: number): Ragged {
  const kept = new Uint32Array(offsets.length);
  let used = 0;
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const rows = items.subarray(offsets[block]!, offsets[block + 1]!);
    if (rows.length > 1 && rows.length <= cap) {
      items.copyWithin(used, offsets[block]!, offsets[block + 1]!);
      used += rows.length;
    }
    kept[block + 1] = used;
  }
  return { offsets: kept, items: items.slice(0, used) };
}

function keyCount({ items }: Ragged): number {
  let most = -1;
  for (const item of items) if (item > most) most = item;
  return most + 1;
}

/** A word of the name, within the commune. */
function wordKeys({ core, commune, size }: Corpus, { nameWordWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 2);
  const ids = new PairIds(size);
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
function kindKeys({ commune, kinds, size }: Corpus, { nameWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 1);
  const ids = new PairIds(size);
  for (let row = 0; row < size; row += 1) {
    if (commune[row]! >= 0 && nameWeight[row]! < MOSTLY_KIND) {
      for (let kind = 0; kind < 32; kind += 1)
        if ((kinds[row]! & (1 << kind)) !== 0) keys.add(ids.id(commune[row]!, kind));
    }
    keys.endRow();
  }
  return keys.build();
}

type Propose = (row: number, block: number, blocks: Ragged) => void;

/** Rows of the same cell of 300 m and of the eight around it. */
function cellNeighbours(corpus: Corpus): (row: number, propose: Propose) => void {
  const { latitude, longitude, size } = corpus;
  const ids = new PairIds(size);
  const cellOf = new Int32Array(size).fill(-1);
  const bandOf = (row: number): number => Math.floor((latitude[row]! + 90) * CELLS_PER_DEGREE);
  // Columns narrow with latitude: they are counted at the latitude of the band, so neighbours agree on them.
  const columnOf = (row: number, band: number): number => {
    const width = Math.max(0.01, Math.cos(((band / CELLS_PER_DEGREE - 90) * Math.PI) / 180));
    return 1 + Math.floor((longitude[row]! + 180) * CELLS_PER_DEGREE * width);
  };
  for (let row = 0; row < size; row += 1) {
    if (!Number.isNaN(latitude[row]!)) cellOf[row] = ids.id(bandOf(row), columnOf(row, bandOf(row)));
  }
  const blocks = withoutCrowds(groupRows(oneKeyPerRow(cellOf), ids.size), CAPS.cell);
  return (row, propose) => {
    if (cellOf[row]! < 0) return;
    const middle = bandOf(row);
    for (let band = Math.max(0, middle - 1); band <= middle + 1; band += 1) {
      const centre = columnOf(row, band);
      for (let column = centre - 1; column <= centre + 1; column += 1) {
        const cell = ids.find(band, column);
        if (cell >= 0) propose(row, cell, blocks);
      }
    }
  };
}
