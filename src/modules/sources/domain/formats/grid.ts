import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal, SourceRow, TableNotice } from '../table.ts';
import { nameColumns } from './column-names.ts';
import { findHeader, type GridRow, HEADER_SEARCH_ROWS } from './header-row.ts';
import type { ReadLimits } from './limits.ts';
import { describePositions } from './line-list.ts';

/** Rows under named columns, before the vocabulary of the columns is looked at. */
export interface PlainTable {
  columns: string[];
  rows: SourceRow[];
  notices: TableNotice[];
}

interface Layout {
  names: string[];
  unnamed: ReadonlySet<number>;
  /** Unnamed columns that hold at least one value: the others are decoration. */
  unnamedInUse: Set<number>;
}

/** Collects the rows of a sheet or of a delimited text, finds its header, and refuses what exceeds the limits. */
export interface Grid {
  readonly limits: ReadLimits;
  /** In a delimited text every row should have as many cells as the header; a sheet drops the last empty ones. */
  readonly hasFixedWidth: boolean;
  /** First rows, kept until the header is chosen. */
  opening: GridRow[];
  layout: Layout | null;
  rows: SourceRow[];
  notices: TableNotice[];
  raggedRows: number[];
}

export const createGrid = (limits: ReadLimits, { hasFixedWidth }: { hasFixedWidth: boolean }): Grid => ({
  limits,
  hasFixedWidth,
  opening: [],
  layout: null,
  rows: [],
  notices: [],
  raggedRows: [],
});

/** Adds one row; a refusal means that reading must stop. Rows without any text are skipped. */
export function addRow(grid: Grid, row: GridRow): ReadRefusal | null {
  if (row.fields.every((field) => field.trim() === '')) return null;
  const refusal = exceededLimit(grid, row);
  if (refusal) return refusal;
  if (grid.layout) {
    grid.rows.push(toSourceRow(grid, grid.layout, row));
    return null;
  }
  grid.opening.push(row);
  if (grid.opening.length === HEADER_SEARCH_ROWS) openLayout(grid);
  return null;
}

/** The table made of the rows added so far; one column alone is a note or a title more often than a table. */
export function closeGrid(grid: Grid, minColumns = 2): Result<PlainTable, ReadRefusal> {
  if (!grid.layout) openLayout(grid);
  const layout = grid.layout!;
  if (grid.rows.length === 0) return refuse({ kind: 'empty' });
  const columns = layout.names.filter(
    (_, index) => !layout.unnamed.has(index) || layout.unnamedInUse.has(index),
  );
  if (columns.length < minColumns) return refuse({ kind: 'no-table' });
  fillUnnamed(grid, layout);
  if (grid.raggedRows.length > 0) {
    grid.notices.push({ kind: 'ragged-row', detail: describePositions(grid.raggedRows) });
  }
  return ok({ columns, rows: grid.rows, notices: grid.notices });
}

function exceededLimit({ limits, rows, opening, layout }: Grid, row: GridRow): ReadRefusal | null {
  const { fields, position } = row;
  if (rows.length + opening.length > limits.maxRows) return { kind: 'too-many-rows', limit: limits.maxRows };
  const width = lastFilled(fields) + 1;
  if (width > limits.maxColumns) return { kind: 'too-many-columns', limit: limits.maxColumns };
  const columns = layout?.names.length ?? width;
  if (rows.length * columns > limits.maxCells) {
    return { kind: 'too-many-rows', limit: Math.floor(limits.maxCells / columns) };
  }
  let length = 0;
  for (const field of fields) length += field.length;
  if (length > limits.maxLineBytes)
    return { kind: 'line-too-long', position, limitBytes: limits.maxLineBytes };
  return null;
}

function lastFilled(fields: readonly string[]): number {
  let last = fields.length - 1;
  while (last >= 0 && fields[last]!.trim() === '') last -= 1;
  return last;
}

function openLayout(grid: Grid): void {
  const { index, hasHeader } = findHeader(grid.opening);
  const widest = grid.opening.reduce((most, { fields }) => Math.max(most, lastFilled(fields) + 1), 0);
  const header = hasHeader ? (grid.opening[index]?.fields ?? []) : Array.from({ length: widest }, () => '');
  const { names, unnamed, notices } = nameColumns(
    header.slice(0, Math.max(lastFilled(header) + 1, hasHeader ? 0 : widest)),
  );
  grid.layout = { names, unnamed, unnamedInUse: new Set() };
  grid.notices.push(...notices);
  const above = grid.opening.slice(0, index);
  if (above.length > 0)
    grid.notices.push({ kind: 'rows-above-header', detail: above.map(oneLine).join('\n') });
  if (!hasHeader) grid.notices.push({ kind: 'no-header', detail: '' });
  for (const row of grid.opening.slice(hasHeader ? index + 1 : index)) {
    grid.rows.push(toSourceRow(grid, grid.layout, row));
  }
  grid.opening = [];
}

const oneLine = ({ fields }: GridRow): string => fields.filter((field) => field.trim() !== '').join(' | ');

function toSourceRow(grid: Grid, layout: Layout, { position, fields }: GridRow): SourceRow {
  const { names, unnamed, unnamedInUse } = layout;
  const cells: Record<string, string> = {};
  for (let index = 0; index < names.length; index += 1) {
    const value = fields[index] ?? '';
    if (unnamed.has(index)) {
      if (value.trim() === '') continue;
      unnamedInUse.add(index);
    }
    cells[names[index]!] = value;
  }
  const hasExtraCells = lastFilled(fields) >= names.length;
  if (hasExtraCells || (grid.hasFixedWidth && fields.length < names.length)) grid.raggedRows.push(position);
  return {
    position,
    cells,
    raw: hasExtraCells ? { ...cells, extraCells: fields.slice(names.length) } : cells,
  };
}

function fillUnnamed({ rows, notices }: Grid, { names, unnamedInUse }: Layout): void {
  if (unnamedInUse.size === 0) return;
  const filled = [...unnamedInUse].map((index) => names[index]!);
  for (const { cells } of rows) {
    for (const name of filled) (cells as Record<string, string>)[name] ??= '';
  }
  notices.push({ kind: 'unnamed-column', detail: filled.join(', ') });
}
