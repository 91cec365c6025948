import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal, SourceFormat, SourceTable, TableNotice } from '../table.ts';
import { readCsv } from './csv.ts';
import { joinDataInclusion } from './data-inclusion.ts';
import { fileKind, isEncryptedOle } from './file-kind.ts';
import { addRow, closeGrid, createGrid, type PlainTable } from './grid.ts';
import { parseJsonText } from './json.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
import { findRecordList, isPlainObject, type RecordList, rank, whatElse } from './record-list.ts';
import { recordsTable } from './records.ts';
import { decodeText } from './text-encoding.ts';
import { recogniseVocabulary } from './vocabulary.ts';
import { readWorkbook, type WorkbookTable } from './workbook.ts';

export interface ReadHints {
  /** Only settles what the content cannot: a text of one column is a table when its name ends with `.csv` or `.tsv`. */
  fileName?: string;
  limits?: Partial<ReadLimits>;
}

/** Reads any file as a table of records. The format is found in the content; whatever cannot be read is refused, never thrown. */
export async function readTable(
  bytes: Uint8Array,
  hints: ReadHints = {},
): Promise<Result<SourceTable, ReadRefusal>> {
  const limits = { ...DEFAULT_READ_LIMITS, ...hints.limits };
  if (bytes.length > limits.maxBytes) return refuse({ kind: 'too-large', limitBytes: limits.maxBytes });
  const isNamedCsv = /\.[ct]sv$/i.test(hints.fileName ?? '');
  const table = await readContainer(bytes, limits, isNamedCsv);
  if (!table.ok) return table;
  const { format, columns, rows, notices } = table.value;
  return ok({ format: recogniseVocabulary(columns) ?? format, columns, rows, notices });
}

async function readContainer(
  bytes: Uint8Array,
  limits: ReadLimits,
  isNamedCsv: boolean,
): Promise<Result<WorkbookTable, ReadRefusal>> {
  switch (fileKind(bytes)) {
    case 'zip':
      return readWorkbook(bytes, limits);
    case 'ole':
      return refuse({ kind: isEncryptedOle(bytes) ? 'encrypted' : 'legacy-spreadsheet' });
    case 'binary':
      return refuse({ kind: 'binary' });
    case 'text': {
      const { text, notices } = decodeText(bytes);
      return withNotices(readText(text, limits, isNamedCsv), notices);
    }
  }
}

function withNotices(
  table: Result<WorkbookTable, ReadRefusal>,
  notices: readonly TableNotice[],
): Result<WorkbookTable, ReadRefusal> {
  return table.ok ? ok({ ...table.value, notices: [...notices, ...table.value.notices] }) : table;
}

function readText(text: string, limits: ReadLimits, isNamedCsv: boolean): Result<WorkbookTable, ReadRefusal> {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) return refuse({ kind: 'empty' });
  if (start === '<') return refuse({ kind: isHtml(text) ? 'html' : 'no-table' });
  return start === '{' || start === '['
    ? readJson(text, limits)
    : as('csv', readCsv(text, limits, { isNamedCsv }));
}

const isHtml = (text: string): boolean =>
  /<(!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 2_000));

function as(
  format: SourceFormat,
  table: Result<PlainTable, ReadRefusal>,
): Result<WorkbookTable, ReadRefusal> {
  return table.ok ? ok({ format, ...table.value }) : table;
}

function readJson(text: string, limits: ReadLimits): Result<WorkbookTable, ReadRefusal> {
  const json = parseJsonText(text, limits);
  if (!json.ok) return json;
  if (json.value.kind === 'lines') return as('ndjson', recordsTable(json.value.lines, limits));
  const document = json.value.value;
  if (isListOfLists(document)) return as('json', readLists(document, limits));
  const features = featureList(document);
  const list = features ?? joinDataInclusion(document) ?? findRecordList(document);
  if (!list) return refuse({ kind: 'no-table' });
  return withNotices(as(features ? 'geojson' : 'json', recordsTable(list.items, limits)), list.notices);
}

/** GeoJSON, RFC 7946: a collection of features, one feature, or a bare list of them. */
function featureList(document: unknown): RecordList | null {
  if (Array.isArray(document))
    return document.every(isFeature) && document.length > 0 ? toList(document) : null;
  if (isFeature(document)) return toList([document]);
  if (!isPlainObject(document) || document.type !== 'FeatureCollection' || !Array.isArray(document.features))
    return null;
  const { features } = document;
  return { items: rank(features), notices: whatElse(document, ['features'], features.length) };
}

const isFeature = (value: unknown): boolean =>
  isPlainObject(value) && value.type === 'Feature' && 'geometry' in value;

const toList = (values: readonly unknown[]): RecordList => ({ items: rank(values), notices: [] });

const isListOfLists = (value: unknown): value is unknown[][] =>
  Array.isArray(value) && value.length > 0 && value.every(Array.isArray);

/** A table written as lists: the first one names the columns. */
function readLists(lists: readonly unknown[][], limits: ReadLimits): Result<PlainTable, ReadRefusal> {
  const grid = createGrid(limits, { hasFixedWidth: true });
  for (const [index, list] of lists.entries()) {
    const fields = list.map((value) => (value === null || typeof value === 'object' ? '' : String(value)));
    const refusal = addRow(grid, { position: index + 1, fields });
    if (refusal) return refuse(refusal);
  }
  return closeGrid(grid);
}
