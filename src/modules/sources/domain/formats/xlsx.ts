import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal } from '../table.ts';
import { addRow, createGrid, type Grid } from './grid.ts';
import type { ReadLimits } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { xmlAttribute, xmlEvents } from './xml-events.ts';

/** Each sheet costs a reading of the shared texts of the workbook. */
const MAX_SHEETS = 30;

/** Sheets of an Excel workbook; `workbookXml` is its part that lists them. The archive was verified before. */
export async function readXlsxSheets(
  bytes: Uint8Array,
  workbookXml: string,
  limits: ReadLimits,
): Promise<Result<Sheet[], ReadRefusal>> {
  const sheets: Sheet[] = [];
  for (const [index, { name, isHidden }] of listSheets(workbookXml).entries()) {
    const grid = createGrid(limits, { hasFixedWidth: false });
    const outcome = index < MAX_SHEETS ? await fillGrid(grid, bytes, index) : 'unread';
    if (outcome !== 'read' && outcome !== 'unread') return refuse(outcome);
    sheets.push({ name, grid, isHidden, isRead: outcome === 'read' });
  }
  return ok(sheets);
}

function listSheets(workbookXml: string): { name: string; isHidden: boolean }[] {
  const sheets: { name: string; isHidden: boolean }[] = [];
  for (const event of xmlEvents(workbookXml)) {
    if (event.kind !== 'open' || event.name !== 'sheet') continue;
    const state = xmlAttribute(event.attributes, 'state');
    sheets.push({
      name: xmlAttribute(event.attributes, 'name') ?? '',
      isHidden: state?.endsWith('idden') ?? false,
    });
  }
  return sheets;
}

/** A sheet that holds only a chart, or that is damaged, stays unread: the others may still be good. */
async function fillGrid(
  grid: Grid,
  bytes: Uint8Array,
  sheet: number,
): Promise<'read' | 'unread' | ReadRefusal> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const refusal = addRow(grid, { position: index + 1, fields: values.map(cellText) });
      if (refusal) return refusal;
    }
    return 'read';
  } catch {
    // The archive is sound, so whatever the library throws says that the XML inside is not what it should be.
    return 'unread';
  }
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dateText(value) : String(value);
}

/** Excel counts days from 31 December 1899, so an hour without a date falls on that day. */
const FIRST_YEAR = 1900;

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day, time] = date.toISOString().split('T') as [string, string];
  if (date.getUTCFullYear() < FIRST_YEAR) return time.slice(0, 5);
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`;
}
