import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal, SourceRow, TableNotice } from '../table.ts';
import { flattenRecord, isShallow } from './flatten.ts';
import type { PlainTable } from './grid.ts';
import type { ReadLimits } from './limits.ts';
import { describePositions } from './line-list.ts';

/** One item of a list, with its rank or line and the cells that do not come from the item itself. */
export interface ListItem {
  position: number;
  value: unknown;
  extra?: Record<string, string>;
}

/** A list of JSON objects as a table. Items that are not objects are counted in a notice; objects without any text are skipped. */
export function recordsTable(items: Iterable<ListItem>, limits: ReadLimits): Result<PlainTable, ReadRefusal> {
  const draft: Draft = { columns: new Set(), rows: [], skipped: [] };
  for (const item of items) {
    const refusal = addItem(draft, item, limits);
    if (refusal) return refuse(refusal);
  }
  const { rows, skipped } = draft;
  if (rows.length === 0) return refuse({ kind: skipped.length > 0 ? 'no-table' : 'empty' });
  const columns = [...draft.columns];
  fillCells(rows, columns);
  const notices: TableNotice[] =
    skipped.length > 0 ? [{ kind: 'skipped-item', detail: describePositions(skipped) }] : [];
  return ok({ columns, rows, notices });
}

interface Draft {
  columns: Set<string>;
  rows: SourceRow[];
  /** Positions of the items that are not records. */
  skipped: number[];
}

function addItem({ columns, rows, skipped }: Draft, item: ListItem, limits: ReadLimits): ReadRefusal | null {
  const { position, value, extra } = item;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    skipped.push(position);
    return null;
  }
  if (!isShallow(value)) return { kind: 'malformed', detail: String(position) };
  const cells = { ...extra, ...flattenRecord(value) };
  const texts = Object.values(cells);
  if (texts.every((text) => text.trim() === '')) return null;
  for (const name of Object.keys(cells)) columns.add(name);
  rows.push({ position, cells, raw: value });
  return exceededLimit({ position, texts, rows: rows.length, columns: columns.size }, limits);
}

interface Progress {
  position: number;
  texts: readonly string[];
  rows: number;
  columns: number;
}

function exceededLimit({ position, texts, rows, columns }: Progress, limits: ReadLimits): ReadRefusal | null {
  if (rows > limits.maxRows) return { kind: 'too-many-rows', limit: limits.maxRows };
  if (columns > limits.maxColumns) return { kind: 'too-many-columns', limit: limits.maxColumns };
  if (rows * columns > limits.maxCells) {
    return { kind: 'too-many-rows', limit: Math.floor(limits.maxCells / columns) };
  }
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length > limits.maxLineBytes
    ? { kind: 'line-too-long', position, limitBytes: limits.maxLineBytes }
    : null;
}

function fillCells(rows: readonly SourceRow[], names: readonly string[]): void {
  for (const { cells } of rows) {
    const filled = cells as Record<string, string>;
    for (const name of names) {
      if (!Object.hasOwn(filled, name)) filled[name] = '';
    }
  }
}
