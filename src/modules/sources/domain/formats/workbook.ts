import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal, SourceFormat, TableNotice } from '../table.ts';
import { closeGrid, type PlainTable } from './grid.ts';
import type { ReadLimits } from './limits.ts';
import { readOdsSheets } from './ods.ts';
import type { Sheet } from './sheet.ts';
import { readXlsxSheets } from './xlsx.ts';
import { openZip, partText, type ZipPart } from './zip-archive.ts';

export interface WorkbookTable extends PlainTable {
  format: SourceFormat;
}

/** XLSX and ODS are both archives of XML parts; any other archive is refused as binary. */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<Result<WorkbookTable, ReadRefusal>> {
  const parts = await openZip(bytes, limits);
  if (!parts.ok) return parts;
  const content = parts.value.get('content.xml');
  const workbook = parts.value.get('xl/workbook.xml');
  if (parts.value.has('xl/workbook.bin')) return refuse({ kind: 'legacy-spreadsheet' });
  if (workbook) return chooseSheet('xlsx', await xlsxSheets(bytes, parts.value, limits));
  if (content && parts.value.has('mimetype'))
    return chooseSheet('ods', await odsSheets(content, parts.value, limits));
  return refuse({ kind: 'binary' });
}

async function xlsxSheets(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, ZipPart>,
  limits: ReadLimits,
): Promise<Result<Sheet[], ReadRefusal>> {
  // The library holds the shared texts as a tree, about ten times their size.
  const texts = parts.get('xl/sharedStrings.xml');
  if (texts && texts.inflatedBytes > limits.maxPartBytes) {
    return refuse({ kind: 'too-large', limitBytes: limits.maxPartBytes });
  }
  const workbookXml = await partText(parts.get('xl/workbook.xml')!, limits);
  return workbookXml.ok ? readXlsxSheets(bytes, workbookXml.value, limits) : workbookXml;
}

async function odsSheets(
  content: ZipPart,
  parts: ReadonlyMap<string, ZipPart>,
  limits: ReadLimits,
): Promise<Result<Sheet[], ReadRefusal>> {
  const manifest = parts.get('META-INF/manifest.xml');
  const manifestXml = manifest ? await partText(manifest, limits) : ok('');
  if (manifestXml.ok && manifestXml.value.includes('encryption-data')) return refuse({ kind: 'encrypted' });
  const xml = await partText(content, limits);
  return xml.ok ? readOdsSheets(xml.value, limits) : xml;
}

/** The first sheet with data wins, except a cover or a glossary that has less than half the columns of the widest one. */
function chooseSheet(
  format: SourceFormat,
  sheets: Result<Sheet[], ReadRefusal>,
): Result<WorkbookTable, ReadRefusal> {
  if (!sheets.ok) return sheets;
  const read = sheets.value.map((sheet) => ({ sheet, hasText: hasText(sheet), table: tableOf(sheet) }));
  const tables = read.flatMap(({ sheet, table }) => (table?.ok ? [{ sheet, table: table.value }] : []));
  const visible = tables.filter(({ sheet }) => !sheet.isHidden);
  const eligible = visible.length > 0 ? visible : tables;
  const widest = eligible.reduce((most, { table }) => Math.max(most, table.columns.length), 0);
  const chosen = eligible.find(({ table }) => table.columns.length * 2 >= widest);
  if (!chosen) return refuse(withoutTable(read));
  const skipped: TableNotice[] = read
    .filter((other) => other.sheet !== chosen.sheet && other.hasText)
    .map(({ sheet, table }) => ({
      kind: 'skipped-sheet',
      detail: table?.ok ? `${sheet.name} (${table.value.rows.length})` : sheet.name,
    }));
  return ok({ format, ...chosen.table, notices: [...chosen.table.notices, ...skipped] });
}

const tableOf = ({ grid, isRead }: Sheet): Result<PlainTable, ReadRefusal> | null =>
  isRead ? closeGrid(grid) : null;

const hasText = ({ grid, isRead }: Sheet): boolean =>
  !isRead || grid.layout !== null || grid.opening.length > 0;

function withoutTable(read: readonly { sheet: Sheet; hasText: boolean }[]): ReadRefusal {
  const unread = read.find(({ sheet }) => !sheet.isRead);
  if (unread) return { kind: 'malformed', detail: unread.sheet.name };
  return { kind: read.some((sheet) => sheet.hasText) ? 'no-table' : 'empty' };
}
