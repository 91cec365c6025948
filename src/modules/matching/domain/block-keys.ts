import type { Corpus } from './corpus.ts';
import type { PairIds } from './pair-ids.ts';
import { type Ragged, RaggedBuilder } from './ragged.ts';
import { directorySize, rarity, type Statistics } from './statistics.ts';

/** Cells of 300 m; a degree of latitude is 111,195 m. */
const CELLS_PER_DEGREE = 111_195 / 300;
/** Quarters of a bit: 6 bits, a word in at most one name out of 64. */
export const BLOCKING_WORD = 24;
/** Names that hold a word, at most, for it to need no commune. */
const RARE_IN = 8;
/** The weight from which a word is so rare in a directory of this many records. */
export const rareWordWeight = (size: number): number =>
  rarity(RARE_IN, { directory: directorySize(size), isCommon: false });
/** A name with fewer bits of its own is mostly its kind. */
export const MOSTLY_KIND = 40;

/** Rows in a block, beyond which what they share says too little. */
export const CAPS = {
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

/** A word of the name, within the commune. */
export function wordKeys(
  { core, commune, size }: Corpus,
  { nameWordWeight }: Statistics,
  ids: PairIds,
): Ragged {
  const keys = new RaggedBuilder(size, 2);
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
export function rareWordKeys({ core, size }: Corpus, { nameWordWeight }: Statistics): Ragged {
  const keys = new RaggedBuilder(size, 1);
  const rare = rareWordWeight(size);
  for (let row = 0; row < size; row += 1) {
    for (let slot = core.offsets[row]!; slot < core.offsets[row + 1]!; slot += 1) {
      if (nameWordWeight[core.items[slot]!]! >= rare) keys.add(core.items[slot]!);
    }
    keys.endRow();
  }
  return keys.build();
}

/** The kinds of a record, within its commune: only for the rows where `isKept`. */
export function kindKeys(
  { commune, kinds, size }: Corpus,
  ids: PairIds,
  isKept: (row: number) => boolean,
): Ragged {
  const keys = new RaggedBuilder(size, 1);
  for (let row = 0; row < size; row += 1) {
    if (commune[row]! >= 0 && kinds[row] !== 0 && isKept(row)) {
      for (const kind of kindsIn(kinds[row]!)) keys.add(ids.id(commune[row]!, kind));
    }
    keys.endRow();
  }
  return keys.build();
}

export function* kindsIn(kinds: number): Generator<number> {
  for (let kind = 0; kind < 32; kind += 1) if ((kinds & (1 << kind)) !== 0) yield kind;
}

/** Cells of 300 m on the map. */
export interface Grid {
  ids: PairIds;
  /** The cell of each row, -1 without coordinates. */
  cellOf: Int32Array;
}

const bandOf = ({ latitude }: Corpus, row: number): number =>
  Math.floor((latitude[row]! + 90) * CELLS_PER_DEGREE);

/** Columns narrow with latitude: they are counted at the latitude of the band, so neighbours agree on them. */
function columnOf({ longitude }: Corpus, row: number, band: number): number {
  const width = Math.max(0.01, Math.cos(((band / CELLS_PER_DEGREE - 90) * Math.PI) / 180));
  return 1 + Math.floor((longitude[row]! + 180) * CELLS_PER_DEGREE * width);
}

export function layGrid(corpus: Corpus, ids: PairIds): Grid {
  const cellOf = new Int32Array(corpus.size).fill(-1);
  for (let row = 0; row < corpus.size; row += 1) {
    if (Number.isNaN(corpus.latitude[row]!)) continue;
    const band = bandOf(corpus, row);
    cellOf[row] = ids.id(band, columnOf(corpus, row, band));
  }
  return { ids, cellOf };
}

/** The cell of a row, or -1 when nobody indexed is in it. */
export function cellOfRow({ corpus, ids }: { corpus: Corpus; ids: PairIds }, row: number): number {
  const band = bandOf(corpus, row);
  return ids.find(band, columnOf(corpus, row, band));
}

/** Calls `visit` with the cell of the row and those of the eight around it that hold someone. */
export function visitCellsAround(
  { corpus, ids }: { corpus: Corpus; ids: PairIds },
  row: number,
  visit: (cell: number) => void,
): void {
  if (Number.isNaN(corpus.latitude[row]!)) return;
  const middle = bandOf(corpus, row);
  for (let band = Math.max(0, middle - 1); band <= middle + 1; band += 1) {
    const centre = columnOf(corpus, row, band);
    for (let column = centre - 1; column <= centre + 1; column += 1) {
      const cell = ids.find(band, column);
      if (cell >= 0) visit(cell);
    }
  }
}
