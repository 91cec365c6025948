/** Rows that open a sheet or a delimited file, as texts. */
export interface GridRow {
  position: number;
  fields: string[];
}

/** How many rows are looked at to find the header: titles, dates and notes rarely take more. */
export const HEADER_SEARCH_ROWS = 30;

/** Two such cells in one row make it a record, not a header. */
const DATA_PATTERNS: readonly RegExp[] = [
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  /^(https?:\/\/|www\.)\S+$/i,
  /^-?\d{1,3}[.,]\d{2,}$/,
  /^\d{5}$/,
  /^\d{9,14}$/,
  /^(\+33|0)[ .]?[1-9]([ .-]?\d{2}){4}$/,
  /^\d{1,2}\/\d{1,2}\/\d{4}( .*)?$/,
  /^\d{4}-\d{2}-\d{2}(T.*)?$/,
];

/**
 * Which of the first rows names the columns: titles and group headings above it fill few cells.
 * `hasHeader` is false when that row already looks like a record.
 */
export function findHeader(rows: readonly GridRow[]): { index: number; hasHeader: boolean } {
  const widths = rows.map(({ fields }) => fields.filter((field) => field.trim() !== '').length);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const index = Math.max(
    0,
    widths.findIndex((width) => width >= Math.min(widest, Math.max(2, widest / 2))),
  );
  return { index, hasHeader: !looksLikeData(rows[index]?.fields ?? []) };
}

function looksLikeData(fields: readonly string[]): boolean {
  const matches = fields.filter((field) => DATA_PATTERNS.some((pattern) => pattern.test(field.trim())));
  return matches.length >= 2;
}
