import Papa from 'papaparse';

/** Spreadsheets then read accents as they are. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as a file that spreadsheets open; no cell of it is a formula. */
export const tableFile = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${BYTE_ORDER_MARK}${tableLines([head, ...rows])}`;

/** More lines of the same file. */
export const tableLines = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
