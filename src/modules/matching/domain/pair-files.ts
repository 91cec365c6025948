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

/** Reads a CSV with the columns `a` and `b`, and if present `pid` and `label`. */
export function parsePairs(csv: string): Result<PairRow[], PairFileRefusal> {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.trimEnd(), {
    header: true,
    skipEmptyLines: true,
  });
  for (const column of ['a', 'b'])
    if (!meta.fields?.includes(column)) return refuse({ kind: 'missing-column', column });
  return ok(
    data.map(
      ({ pid = '', a = '', b = '', label = '' }): PairRow => ({
        pid,
        pair: [a, b],
        isSame: readLabel(label),
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
