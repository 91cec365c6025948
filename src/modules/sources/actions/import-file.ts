import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import type { CommuneReference } from '../../standard/index.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { ImportPlan } from '../domain/plan-import.ts';
import { compareWithSource, type RecordChanges } from '../domain/record-changes.ts';
import { reviewTable } from '../domain/review.ts';
import type { SourceTable, TableNotice } from '../domain/table.ts';
import { createRun, type ImportCounts, saveIssues, updateRun } from '../store/imports.ts';
import { flagMissing, readRecordStates, saveRawRecords, saveRecords } from '../store/records.ts';
import {
  ensureSource,
  lockSource,
  readDownloadState,
  readMapping,
  type SourceCard,
  saveContentHash,
  saveMapping,
} from '../store/sources.ts';
import type { Geocoder } from './locate-rows.ts';
import {
  type FileRefusal,
  type FileToRead,
  normaliseTable,
  readFile,
  requireNameColumn,
  sha256,
} from './read-file.ts';

export interface ImportInput {
  source: SourceCard;
  file: FileToRead;
  /** The coordinator's own mapping; absent: the one kept for the source, else the proposal. */
  mapping?: Mapping;
  /** Who answers for the mapping, as kept in its history. */
  author: string;
  mode: 'publish' | 'hold' | 'dry-run';
}

export interface ImportDeps {
  db: Database;
  communes: CommuneReference;
  clock: () => Date;
  geocoder?: Geocoder | undefined;
  onStep?: (step: ImportStep) => void;
  onProgress?: (done: number, total: number) => void;
}

/** What an import is doing: reading the file, recognising its columns, checking its values, writing. */
type ImportStep = 'reading' | 'columns' | 'checking' | 'writing';

export interface ImportReport extends ImportCounts {
  source: string;
  /** Null for a dry run. */
  importId: number | null;
  /** The same file was already imported with the same mapping: nothing was written. */
  isUnchanged: boolean;
  notices: TableNotice[];
}

interface Prepared {
  table: SourceTable;
  plan: ImportPlan;
  mapping: Mapping;
  /** The kept version when it is the one used; null when this mapping must be saved. */
  keptVersion: number | null;
  author: string;
}

/**
 * Imports one file of one source, in one transaction: after a crash the source is as before, or as after, never between.
 * The directory itself is computed afterwards, from what is written here.
 */
export async function importFile(
  input: ImportInput,
  deps: ImportDeps,
): Promise<Result<ImportReport, FileRefusal>> {
  const at = deps.clock();
  const prepared = await prepare(input, deps, at);
  if (!prepared.ok) return prepared;
  const { plan, table } = prepared.value;
  const report = {
    source: input.source.name,
    importId: null,
    isUnchanged: false,
    notices: table.notices,
    missing: 0,
    ...plan.counts,
  };
  const contentHash = contentHashOf(sha256(input.file.bytes), prepared.value.mapping);
  const before = await readDownloadState(deps.db, input.source.name);
  if (input.mode === 'publish' && before?.contentHash === contentHash)
    return ok({ ...report, isUnchanged: true });
  if (input.mode === 'dry-run') return ok(report);
  deps.onStep?.('writing');
  return deps.db.inTransaction(async (tx) => {
    const written = await write(tx, { input, prepared: prepared.value, at });
    if (input.mode === 'publish') await saveContentHash(tx, input.source.name, contentHash);
    return ok({ ...report, ...written });
  });
}

/** What tells that nothing changed: the same file, read in the same way. */
export const contentHashOf = (fileHash: string, mapping: Mapping): string =>
  sha256(`${fileHash} ${canonicalJson(mapping)}`);

async function prepare(
  input: ImportInput,
  deps: ImportDeps,
  now: Date,
): Promise<Result<Prepared, FileRefusal>> {
  const read = await readFile(input.file, deps);
  if (!read.ok) return read;
  const { table, proposal } = read.value;
  const kept = await readMapping(deps.db, input.source.name);
  const chosen = chooseMapping(input, kept, table);
  const mapping = chosen?.mapping ?? withoutSamples(proposal);
  deps.onStep?.('checking');
  // In the pages the coordinator can still choose the column of the names.
  const named = input.mode === 'hold' ? ok(table) : requireNameColumn(table, mapping);
  if (!named.ok) return named;
  const plan = await normaliseTable(table, mapping, { ...deps, now, fileDate: input.file.fileDate });
  const keptVersion = kept && canonicalJson(kept.content) === canonicalJson(mapping) ? kept.version : null;
  return ok({ table, plan, mapping, keptVersion, author: chosen ? input.author : 'proposition' });
}

/** A kept mapping whose name column left the file reads nothing any more: the proposal takes over. */
function chooseMapping(
  input: ImportInput,
  kept: { content: Mapping } | null,
  table: SourceTable,
): { mapping: Mapping } | null {
  if (input.mapping) return { mapping: input.mapping };
  const stillReads = kept?.content.fields.nom?.columns.some((column) => table.columns.includes(column));
  return kept && stillReads ? { mapping: kept.content } : null;
}

/** The proposal shows samples to the coordinator; what is kept is the mapping alone. */
const withoutSamples = ({ fields, values, unmapped }: Mapping): Mapping => ({ fields, values, unmapped });

async function write(
  tx: Queries,
  { input, prepared, at }: { input: ImportInput; prepared: Prepared; at: Date },
): Promise<{ importId: number; missing: number }> {
  const { plan, table, mapping } = prepared;
  const isHeld = input.mode === 'hold';
  const source = input.source.name;
  await lockSource(tx, source);
  await ensureSource(tx, input.source, at);
  const mappingVersion =
    prepared.keptVersion ??
    (await saveMapping(tx, source, { content: mapping, author: prepared.author, at }));
  const importId = await createRun(tx, {
    source,
    fileName: input.file.fileName,
    fileHash: sha256(input.file.bytes),
    format: table.format,
    status: isHeld ? 'held' : 'published',
    mappingVersion,
    content: isHeld ? input.file.bytes : null,
    startedAt: at,
  });
  await saveIssues(tx, importId, plan.issues);
  const written = isHeld ? NOTHING_WRITTEN : await writeRecords(tx, { source, importId, at }, plan);
  await updateRun(tx, importId, {
    ...plan.counts,
    ...written,
    status: isHeld ? 'held' : 'published',
    mappingVersion,
    finishedAt: at,
    ...(isHeld ? { review: reviewTable(table, mapping, input.file.fileDate) } : {}),
  });
  return { importId, missing: written.missing };
}

export interface WrittenRecords extends RecordChanges {
  /** Places that left the source with this reading. */
  missing: number;
}

export const NOTHING_WRITTEN: WrittenRecords = { added: 0, updated: 0, missing: 0 };

/** Writes the records of a published reading and flags those that left. */
export async function writeRecords(
  tx: Queries,
  reading: { source: string; importId: number; at: Date },
  plan: ImportPlan,
): Promise<WrittenRecords> {
  const changes = compareWithSource(await readRecordStates(tx, reading.source), plan.records);
  await saveRawRecords(tx, reading, plan.records);
  await saveRecords(tx, reading, plan.records);
  return { ...changes, missing: await flagMissing(tx, reading) };
}
