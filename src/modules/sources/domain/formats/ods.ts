import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal } from '../table.ts';
import { addRow, createGrid, type Grid } from './grid.ts';
import type { ReadLimits } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { xmlAttribute, xmlEvents } from './xml-events.ts';

interface Cell {
  attributes: string;
  paragraphs: string[];
  /** White space between two paragraphs is only layout. */
  isInParagraph: boolean;
  /** Depth of annotations: a comment on a cell is not its value. */
  annotations: number;
}

interface OdsReader {
  readonly limits: ReadLimits;
  readonly sheets: Sheet[];
  grid: Grid | null;
  /** Row of the sheet, from 1. */
  position: number;
  rowRepeats: number;
  fields: string[];
  cell: Cell | null;
}

/**
 * Sheets of an OpenDocument spreadsheet, from its `content.xml`. Read here rather than by the library kept for XLSX: that one skips
 * rows inside groups and repeated headings, and gives up on sheets whose whole rows are coloured.
 */
export function readOdsSheets(content: string, limits: ReadLimits): Result<Sheet[], ReadRefusal> {
  const reader: OdsReader = {
    limits,
    sheets: [],
    grid: null,
    position: 0,
    rowRepeats: 1,
    fields: [],
    cell: null,
  };
  for (const event of xmlEvents(content)) {
    if (event.kind === 'fault') return refuse({ kind: 'malformed', detail: 'content.xml' });
    if (event.kind === 'text') appendText(reader, event.text);
    if (event.kind === 'open') openTag(reader, event.name, event.attributes);
    const isClosed = event.kind === 'close' || (event.kind === 'open' && event.isEmpty);
    const refusal = isClosed ? closeTag(reader, event.name) : null;
    if (refusal) return refuse(refusal);
  }
  return ok(reader.sheets);
}

function appendText({ cell }: OdsReader, text: string): void {
  if (!cell?.isInParagraph || cell.annotations > 0) return;
  cell.paragraphs[cell.paragraphs.length - 1] += text;
}

function openTag(reader: OdsReader, name: string, attributes: string): void {
  switch (name) {
    case 'table':
      reader.grid = createGrid(reader.limits, { hasFixedWidth: false });
      reader.sheets.push({
        name: xmlAttribute(attributes, 'name') ?? '',
        grid: reader.grid,
        isHidden: false,
        isRead: true,
      });
      reader.position = 0;
      break;
    case 'table-row':
      reader.rowRepeats = repeats(attributes, 'number-rows-repeated');
      reader.fields = [];
      break;
    case 'table-cell':
    case 'covered-table-cell':
      reader.cell = { attributes, paragraphs: [], isInParagraph: false, annotations: 0 };
      break;
    default:
      openInsideCell(reader.cell, name, attributes);
  }
}

function openInsideCell(cell: Cell | null, name: string, attributes: string): void {
  if (!cell) return;
  if (name === 'annotation') cell.annotations += 1;
  if (cell.annotations > 0) return;
  if (name === 'p') {
    cell.paragraphs.push('');
    cell.isInParagraph = true;
  }
  if (!cell.isInParagraph) return;
  const last = cell.paragraphs.length - 1;
  // The format writes runs of spaces as one element with a count: a run longer than a line is an attack.
  if (name === 's') cell.paragraphs[last] += ' '.repeat(Math.min(repeats(attributes, 'c'), 1_000));
  if (name === 'line-break') cell.paragraphs[last] += '\n';
  if (name === 'tab') cell.paragraphs[last] += '\t';
}

function closeTag(reader: OdsReader, name: string): ReadRefusal | null {
  const { cell } = reader;
  if (name === 'annotation' && cell) cell.annotations -= 1;
  if (name === 'p' && cell && cell.annotations === 0) cell.isInParagraph = false;
  if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
    const value = cellText(cell);
    // Empty cells are repeated up to the last column of the sheet: columns past the limit change nothing but memory.
    const count = Math.min(repeats(cell.attributes, 'number-columns-repeated'), reader.limits.maxColumns + 1);
    const room = value === '' ? reader.limits.maxColumns + 1 - reader.fields.length : count;
    for (let index = 0; index < Math.min(count, room); index += 1) reader.fields.push(value);
    reader.cell = null;
  }
  return name === 'table-row' ? closeRow(reader) : null;
}

function closeRow(reader: OdsReader): ReadRefusal | null {
  const { grid, fields, rowRepeats } = reader;
  const isBlank = fields.every((field) => field.trim() === '');
  const first = reader.position + 1;
  reader.position += rowRepeats;
  if (!grid || isBlank) return null;
  for (let index = 0; index < rowRepeats; index += 1) {
    const refusal = addRow(grid, { position: first + index, fields });
    if (refusal) return refusal;
  }
  return null;
}

function repeats(attributes: string, name: string): number {
  const count = Number(xmlAttribute(attributes, name) ?? '1');
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function cellText({ attributes, paragraphs }: Cell): string {
  const shown = paragraphs.join('\n');
  const attribute = (name: string): string | null => xmlAttribute(attributes, name);
  switch (attribute('value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberText(attribute('value') ?? '', shown);
    case 'date':
      return attribute('date-value')?.replace(MIDNIGHT, '') ?? shown;
    case 'time':
      return timeText(attribute('time-value') ?? '') ?? shown;
    case 'boolean':
      return attribute('boolean-value') ?? shown;
    default:
      return shown === '' ? (attribute('string-value') ?? '') : shown;
  }
}

/** Some programs write every date as an instant. */
const MIDNIGHT = /T00:00:00(\.0+)?$/;

/** A postal code shown « 01000 » is stored as 1000: the zeros on the screen are the truth. */
const numberText = (value: string, shown: string): string =>
  value === '' || (/^0\d+$/.test(shown) && Number(shown) === Number(value)) ? shown : value;

/** `PT09H30M00S` is half past nine. */
function timeText(duration: string): string | null {
  const match = /^PT(\d{1,3})H(\d{1,2})M/.exec(duration);
  return match ? `${match[1]!.padStart(2, '0')}:${match[2]!.padStart(2, '0')}` : null;
}
