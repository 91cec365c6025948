import { type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal } from '../table.ts';
import { findDelimiter } from './csv-dialect.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { addRow, closeGrid, createGrid, type Grid, type PlainTable } from './grid.ts';
import type { ReadLimits } from './limits.ts';
import { describePositions } from './line-list.ts';

/** Blank lines, and lines inside quoted cells, come on top of the rows: beyond this factor a file is only noise. */
const MAX_LINES_PER_ROW = 10;

/** Reads a delimited text whatever its delimiter, its line ends and its quoting. */
export function readCsv(
  text: string,
  limits: ReadLimits,
  { isNamedCsv = false } = {},
): Result<PlainTable, ReadRefusal> {
  const { lines, separator } = excelSeparator(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  const refusal = exceededLines(lines, limits);
  if (refusal) return refuse(refusal);
  const delimiter = separator ?? findDelimiter(lines, limits);
  if (delimiter !== null) return collectRecords(lines, { delimiter, minColumns: 2 }, limits);
  // Nothing in a single column tells it from prose, except the name of the file.
  return isNamedCsv
    ? collectRecords(lines, { delimiter: ';', minColumns: 1 }, limits)
    : refuse({ kind: 'no-table' });
}

/** Excel writes `sep=;` on the first line of some exports; blanking it keeps line numbers true. */
function excelSeparator(text: string): { lines: string; separator: string | null } {
  const declared = /^sep=([;,|\t])(?=\n|$)/.exec(text);
  return declared
    ? { lines: text.slice(declared[0].length), separator: declared[1]! }
    : { lines: text, separator: null };
}

function exceededLines(text: string, limits: ReadLimits): ReadRefusal | null {
  let position = 1;
  for (let start = 0; start < text.length; position += 1) {
    const end = text.indexOf('\n', start);
    const length = (end === -1 ? text.length : end) - start;
    if (length > limits.maxLineBytes)
      return { kind: 'line-too-long', position, limitBytes: limits.maxLineBytes };
    start += length + 1;
  }
  const isTooLong = position > limits.maxRows * MAX_LINES_PER_ROW;
  return isTooLong ? { kind: 'too-many-rows', limit: limits.maxRows } : null;
}

function collectRecords(
  text: string,
  { delimiter, minColumns }: { delimiter: string; minColumns: number },
  limits: ReadLimits,
): Result<PlainTable, ReadRefusal> {
  const grid = createGrid(limits, { hasFixedWidth: true });
  const strayQuotes: number[] = [];
  let unclosed: CsvRecord | null = null;
  let last: CsvRecord | null = null;
  for (const record of csvRecords(text, delimiter, limits.maxLineBytes)) {
    const refusal = addRow(grid, record);
    if (refusal) return refuse(refusal);
    if (record.hasStrayQuote) strayQuotes.push(record.position);
    if (record.isUnclosed) unclosed ??= record;
    last = record;
  }
  if (unclosed && isCutShort(grid, last!))
    return refuse({ kind: 'truncated', detail: `${unclosed.position}:1` });
  if (delimiter !== ';' && delimiter !== ',') grid.notices.push({ kind: 'delimiter', detail: delimiter });
  if (strayQuotes.length > 0)
    grid.notices.push({ kind: 'stray-quote', detail: describePositions(strayQuotes) });
  return closeGrid(grid, minColumns);
}

/** A quote left open belongs to a file cut short when its last record is incomplete, else it is a typing slip. */
function isCutShort({ layout, opening }: Grid, last: CsvRecord): boolean {
  const width = layout?.names.length ?? opening[0]?.fields.length ?? 0;
  return last.fields.length < width || last.isUnclosed;
}
