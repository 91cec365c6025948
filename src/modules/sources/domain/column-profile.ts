import type { CommuneReference } from '../../standard/index.ts';
import { VOCABULARY } from './column-lexicon.ts';
import { type ColumnName, readColumnName } from './column-name.ts';
import { type Cell, DETECTORS, type Detector, toCell } from './detectors.ts';
import type { SourceTable } from './table.ts';

/** What is observed in one column, names and contents. Shares are 0–1, of the cells that are not empty. */
export interface ColumnProfile {
  column: string;
  /** From 0, in the order of the file. */
  rank: number;
  name: ColumnName;
  /** Share of rows where the cell is not empty. */
  filled: number;
  /** A spread sample of the cells that are not empty. */
  cells: Cell[];
  /** Different texts among those cells, 0–1. */
  distinct: number;
  meanLength: number;
  share: (detector: Detector) => number;
}

/** 300 cells give a share within 6 points, 19 times out of 20. */
const SAMPLE = 300;
/** Cells that say « nothing here »: they are not evidence of a type. */
const BLANK = /^(?:-+|\.+|nan|null|none|n\/?a|nc|neant|undefined|https?:\/*|\?+|_+|#n\/a)$/i;

export function profileColumns(table: SourceTable, reference: CommuneReference): ColumnProfile[] {
  return table.columns.map((column, rank) => {
    const texts = table.rows.map(({ cells }) => (cells[column] ?? '').trim());
    const present = texts.filter((text) => text !== '' && !BLANK.test(text));
    const cells = spread(present, SAMPLE).map((text) => toCell(text.slice(0, 2000)));
    return {
      column,
      rank,
      name: readColumnName(column, VOCABULARY),
      filled: present.length / Math.max(texts.length, 1),
      cells,
      distinct: new Set(cells.map(({ folded }) => folded)).size / Math.max(cells.length, 1),
      meanLength: cells.reduce((sum, { text }) => sum + text.length, 0) / Math.max(cells.length, 1),
      share: sharesOf(cells, reference),
    };
  });
}

function spread<Item>(items: readonly Item[], limit: number): Item[] {
  if (items.length <= limit) return [...items];
  return Array.from({ length: limit }, (_, rank) => items[Math.floor((rank * items.length) / limit)] as Item);
}

function sharesOf(cells: readonly Cell[], reference: CommuneReference): ColumnProfile['share'] {
  const known = new Map<Detector, number>();
  return (detector) => {
    const earlier = known.get(detector);
    if (earlier !== undefined) return earlier;
    const detect = DETECTORS[detector] as (cell: Cell, reference: CommuneReference) => boolean;
    const hits = cells.filter((cell) => detect(cell, reference)).length;
    const share = hits / Math.max(cells.length, 1);
    known.set(detector, share);
    return share;
  };
}
