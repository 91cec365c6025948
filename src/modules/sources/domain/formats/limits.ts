/** What a reader accepts before it refuses a file, so that no upload can exhaust the machine. */
export interface ReadLimits {
  maxBytes: number;
  /** Sum of the parts of a workbook once inflated. */
  maxInflatedBytes: number;
  /** One part of a workbook that must be held whole in memory (shared texts of XLSX, content of ODS). */
  maxPartBytes: number;
  /** One line of a text file, or the texts of one record. */
  maxLineBytes: number;
  maxRows: number;
  maxColumns: number;
  /** Rows × columns: one cell costs about 40 bytes of memory. */
  maxCells: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 200 * MEBIBYTE,
  maxInflatedBytes: 512 * MEBIBYTE,
  maxPartBytes: 96 * MEBIBYTE,
  maxLineBytes: 5 * MEBIBYTE,
  maxRows: 2_000_000,
  maxColumns: 1_000,
  maxCells: 30_000_000,
};
