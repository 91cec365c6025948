import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  type FileRefusal,
  type GatheredInput,
  type ImportDeps,
  type ImportInput,
  type ImportReport,
  importFile,
  type LoadRefusal,
  loadInput,
  readPublishedCounts,
} from '../../sources/index.ts';
import { isDirectoryStale, refreshDirectory } from './refresh-directory.ts';

export interface SourceOutcome extends ImportReport {
  seconds: number;
}

export interface IgnoredInput {
  name: string;
  refusal: FileRefusal;
}

export interface ImportOutcome {
  sources: SourceOutcome[];
  /** Files met in a folder that hold no places. */
  ignored: IgnoredInput[];
  /** Inputs that were asked for and could not be read: nothing of theirs changed. */
  refused: ImportRefusal[];
}

export type ImportRefusal = { name: string; cause: LoadRefusal | FileRefusal };

/** What a person watching is told. */
export interface ImportWatcher {
  onSource(name: string, rank: number, total: number): void;
  onRows(done: number, total: number): void;
  onRefresh(): void;
}

export interface ImportOptions {
  mode: ImportInput['mode'];
  mapping?: ImportInput['mapping'];
  author: string;
  watcher: ImportWatcher;
}

/** What an import needs of the outside. */
export type ImportWorld = Pick<Context, 'db' | 'clock' | 'http'> & Pick<ImportDeps, 'communes' | 'geocoder'>;

/** Imports inputs one after another, then recomputes the directory once. One that is refused keeps none of the others out. */
export async function importSources(
  inputs: readonly GatheredInput[],
  options: ImportOptions,
  deps: ImportWorld,
): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { sources: [], ignored: [], refused: [] };
  for (const [rank, input] of inputs.entries()) {
    options.watcher.onSource(input.card.name, rank + 1, inputs.length);
    const startedAt = deps.clock();
    const imported = await importOne(input, options, deps);
    const seconds = (deps.clock().getTime() - startedAt.getTime()) / 1000;
    if (imported.ok) outcome.sources.push({ ...imported.value, seconds });
    else if (input.isFromFolder && isNotATable(imported.refusal.cause))
      outcome.ignored.push({ name: input.card.title, refusal: imported.refusal.cause });
    else outcome.refused.push(imported.refusal);
  }
  if (options.mode === 'publish' && (await isDirectoryStale(deps.db))) {
    options.watcher.onRefresh();
    await refreshDirectory(deps);
  }
  return outcome;
}

const isNotATable = (cause: LoadRefusal | FileRefusal): cause is FileRefusal =>
  cause.kind !== 'download' && cause.kind !== 'file-unreadable';

async function importOne(
  input: GatheredInput,
  options: ImportOptions,
  deps: ImportWorld,
): Promise<Result<ImportReport, ImportRefusal>> {
  const name = input.card.name;
  const { mode, mapping, author, watcher } = options;
  // A trial, a reading to agree to or another mapping read again what was already received.
  const evenUnchanged = mode !== 'publish' || mapping !== undefined;
  const loaded = await loadInput(input, { ...deps, evenUnchanged });
  if (!loaded.ok) return refuse({ name, cause: loaded.refusal });
  if (loaded.value.kind === 'not-modified') return ok(await unchangedReport(deps.db, name));
  const imported = await importFile(
    { source: input.card, file: loaded.value.file, mode, author, ...(mapping ? { mapping } : {}) },
    { ...deps, onProgress: watcher.onRows },
  );
  if (!imported.ok) return refuse({ name, cause: imported.refusal });
  if (mode === 'publish') await loaded.value.remember();
  return imported;
}

/** The server says that the file is the one already imported: what that import counted still holds. */
async function unchangedReport(db: Database, source: string): Promise<ImportReport> {
  const counts = (await readPublishedCounts(db, source)) ?? NOTHING;
  return { source, importId: null, isUnchanged: true, notices: [], ...counts, missing: 0 };
}

const NOTHING = { records: 0, accepted: 0, rejected: 0, repaired: 0, refused: 0 };
