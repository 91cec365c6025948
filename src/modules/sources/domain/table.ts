/** What every file format becomes: rows of texts under named columns, with the raw record beside them, untouched. */
export interface SourceTable {
  format: SourceFormat;
  columns: string[];
  rows: SourceRow[];
  /** Things the reader had to decide: « encodage Windows-1252 », « en-têtes en double ». */
  notices: TableNotice[];
}

export type SourceFormat =
  | 'csv'
  | 'json'
  | 'geojson'
  | 'ndjson'
  | 'xlsx'
  | 'ods'
  | 'standard-v0'
  | 'standard-v1'
  | 'data-inclusion-v1';

export interface SourceRow {
  /** Line of the file (CSV, sheet: the header is line 1) or rank in the array, from 1. */
  position: number;
  /** Every column as text, '' when absent. Nested JSON is flattened with dots, lists of scalars joined with `|`. */
  cells: Record<string, string>;
  /** The record exactly as the file gives it. */
  raw: unknown;
}

export interface TableNotice {
  kind:
    | 'encoding'
    | 'delimiter'
    | 'duplicate-header'
    | 'ragged-row'
    | 'skipped-sheet'
    | 'replaced-characters';
  detail: string;
}

/** Why a file cannot be read as a table of places. */
export type ReadRefusal =
  | { kind: 'empty' }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'too-many-rows'; limit: number }
  | { kind: 'line-too-long'; position: number; limitBytes: number }
  | { kind: 'binary' }
  | { kind: 'html' }
  | { kind: 'truncated'; detail: string }
  | { kind: 'malformed'; detail: string }
  | { kind: 'zip-bomb' }
  | { kind: 'no-table' };
