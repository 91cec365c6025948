import Papa from 'papaparse';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { RidPair } from './matcher.ts';
import type { RowVerdict } from './row-pairs.ts';

export interface PairRow {
  pid: string;
  pair: RidPair;
  /** `null` when the file gives none, or « unsure ». */
  isSame: boolean | null;
}

export interface PairFileRefusal {
  kind: 'missing-column';
  column: string;
}

/** Reads a CSV that must have the columns named, among `pid`, `a`, `b` and `label`. */
export function parsePairs(csv: string, needed: readonly string[]): Result<PairRow[], PairFileRefusal> {
  const [columns = [], ...lines] = Papa.parse<string[]>(csv.trimEnd(), { skipEmptyLines: true }).data;
  for (const column of needed)
    if (!columns.includes(column)) return refuse({ kind: 'missing-column', column });
  const [pid, a, b, label] = ['pid', 'a', 'b', 'label'].map((column) => columns.indexOf(column));
  const cell = (line: readonly string[], at: number | undefined): string => line[at ?? -1] ?? '';
  return ok(
    lines.map(
      (line): PairRow => ({
        pid: cell(line, pid),
        pair: [cell(line, a), cell(line, b)],
        isSame: readLabel(cell(line, label)),
      }),
    ),
  );
}

const SAME = new Set(['same', '1', 'true', 'match']);
const NOT_SAME = new Set(['linked', 'distinct', '0', 'false', 'non-match']);

function readLabel(label: string): boolean | null {
  const word = label.trim().toLowerCase();
  if (SAME.has(word)) return true;
  return NOT_SAME.has(word) ? false : null;
}

const PROBABILITY_DIGITS = 6;
const BITS_DIGITS = 3;

/** `pid,verdict,probability,bits`, one line per pair asked for. */
export function writeVerdicts(rows: readonly PairRow[], verdicts: readonly (RowVerdict | null)[]): string {
  const lines = rows.map(({ pid }, at) => {
    const found = verdicts[at];
    return found
      ? [pid, found.verdict, found.probability.toFixed(PROBABILITY_DIGITS), found.bits.toFixed(BITS_DIGITS)]
      : [pid, 'distinct', '0', ''];
  });
  return toCsv(['pid', 'verdict', 'probability', 'bits'], lines);
}

/** `rid,cluster`, in the order of `rid`. */
export function writeClusters(rids: readonly string[], clusterOf: Int32Array): string {
  const cells = rids.map(toCell);
  return ['rid,cluster', ...cells.map((rid, row) => `${rid},${cells[clusterOf[row]!]}`), ''].join('\n');
}

const toCsv = (columns: string[], lines: string[][]): string =>
  `${[columns, ...lines].map((cells) => cells.map(toCell).join(',')).join('\n')}\n`;

const toCell = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
