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
  /** Line of the file (CSV, NDJSON, sheet: a sheet's first row is 1) or rank in the array, from 1. */
  position: number;
  /**
   * Every column as text, '' when absent. Nested JSON is flattened with dots, lists of scalars joined with `|`;
   * a point geometry gives `<path>.lon` and `<path>.lat` (`geometry.lon` in GeoJSON), WGS 84 unless the file says otherwise.
   */
  readonly cells: Readonly<Record<string, string>>;
  /** The record exactly as the file gives it; cells beyond the header of a CSV or a sheet are under `extraCells`. */
  raw: unknown;
}

/** What the reader had to decide. `detail` is neutral (names, counts, line numbers): words live in `formats/wording.ts`. */
export interface TableNotice {
  kind:
    | 'encoding'
    | 'delimiter'
    | 'duplicate-header'
    | 'no-header'
    | 'rows-above-header'
    | 'unnamed-column'
    | 'ragged-row'
    | 'stray-quote'
    | 'skipped-sheet'
    | 'skipped-item'
    | 'inner-list'
    | 'skipped-list'
    | 'partial-list'
    | 'orphan-service'
    | 'replaced-characters';
  detail: string;
}

/** Why a file cannot be read as a table of places. */
export type ReadRefusal =
  | { kind: 'empty' }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'too-many-rows'; limit: number }
  | { kind: 'too-many-columns'; limit: number }
  | { kind: 'line-too-long'; position: number; limitBytes: number }
  | { kind: 'binary' }
  | { kind: 'encrypted' }
  | { kind: 'legacy-spreadsheet' }
  | { kind: 'html' }
  /** `detail` is a place in the file: `line:column`, or the name of a part of a workbook. `character` counts from 1. */
  | { kind: 'truncated'; detail: string; character?: number }
  | { kind: 'malformed'; detail: string; character?: number }
  | { kind: 'zip-bomb' }
  | { kind: 'no-table' };
