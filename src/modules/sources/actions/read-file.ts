import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { readTable } from '../domain/formats/read-table.ts';
import type { Mapping } from '../domain/mapping.ts';
import { normaliseRow } from '../domain/normalise.ts';
import { type ImportPlan, type NormalisedRow, planImport } from '../domain/plan-import.ts';
import { type MappingProposal, proposeMapping } from '../domain/propose.ts';
import type { ReadRefusal, SourceTable } from '../domain/table.ts';

import { type Geocoder, locateRows } from './locate-rows.ts';

/** Rows normalised between two breaths: the server answers others, and progress is shown, about every 20 ms. */
const ROWS_PER_BREATH = 200;

export interface FileToRead {
  fileName: string;
  bytes: Uint8Array;
  /** The date of the file, when its origin says it: used where records carry none. */
  fileDate?: LocalDate;
}

export type FileRefusal = ReadRefusal | { kind: 'no-name-column'; columns: string[] };

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

export interface ReadingWorld {
  communes: CommuneReference;
  onStep?: (step: 'reading' | 'columns') => void;
}

/** Reads a file as a table and proposes how its columns map; refuses what cannot hold places. */
export async function readFile(
  file: FileToRead,
  { communes, onStep }: ReadingWorld,
): Promise<Result<{ table: SourceTable; proposal: MappingProposal }, FileRefusal>> {
  onStep?.('reading');
  await setImmediate();
  const table = await readTable(file.bytes);
  if (!table.ok) return table;
  onStep?.('columns');
  await setImmediate();
  const proposal = proposeMapping(table.value, communes);
  return ok({ table: table.value, proposal });
}

export interface NormalisingWorld {
  communes: CommuneReference;
  now: Date;
  onProgress?: (done: number, total: number) => void;
  geocoder?: Geocoder | undefined;
}

/** Without a name there is no place. */
export function requireNameColumn(table: SourceTable, mapping: Mapping): Result<SourceTable, FileRefusal> {
  const isNamed = mapping.fields.nom?.columns.some((column) => table.columns.includes(column));
  return isNamed ? ok(table) : refuse({ kind: 'no-name-column', columns: table.columns });
}

/** Turns every row into a record to write, and every refused or repaired value into a line of the report. */
export async function normaliseTable(
  table: SourceTable,
  mapping: Mapping,
  world: NormalisingWorld & { fileDate?: LocalDate | undefined },
): Promise<ImportPlan> {
  const context = {
    reference: world.communes,
    today: localDateAt(world.now),
    ...(world.fileDate ? { fileDate: world.fileDate } : {}),
  };
  const rows: NormalisedRow[] = [];
  for (const [rank, row] of table.rows.entries()) {
    if (rank % ROWS_PER_BREATH === 0) {
      world.onProgress?.(rank, table.rows.length);
      await setImmediate();
    }
    rows.push({ row, hash: sha256(canonicalJson(row.raw)), ...normaliseRow(row, mapping, context) });
  }
  world.onProgress?.(table.rows.length, table.rows.length);
  return planImport(world.geocoder ? await locateRows(rows, world.geocoder) : rows);
}
