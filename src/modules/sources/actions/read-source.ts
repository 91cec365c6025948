import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { HttpClient } from '../../../platform/http-client.ts';
import type { SourceCard } from '../store/sources.ts';
import type { WorkReporter } from './background-work.ts';
import { type ImportDeps, importFile } from './import-file.ts';
import { type LoadRefusal, loadInput } from './load-input.ts';
import type { FileRefusal, FileToRead } from './read-file.ts';

/** What a coordinator asks to read: a file they send, or what lies at an address. */
export interface SourceToRead {
  card: SourceCard;
  origin: { kind: 'upload'; file: FileToRead } | { kind: 'url'; url: string };
}

export type ReadingRefusal = LoadRefusal | FileRefusal | { kind: 'not-modified' };

/** Reads a source and holds it: nothing is published before the coordinator agrees. Gives the number of the import. */
export async function readSource(
  source: SourceToRead,
  deps: Omit<ImportDeps, 'onStep' | 'onProgress'> & { http: HttpClient },
  reporter: WorkReporter,
): Promise<Result<number, ReadingRefusal>> {
  const file = await loadFile(source, deps);
  if (!file.ok) return file;
  const imported = await importFile(
    { source: source.card, file: file.value, author: 'coordination', mode: 'hold' },
    { ...deps, ...reporter },
  );
  if (!imported.ok) return imported;
  if (imported.value.importId === null) throw new Error('A held import has a number.');
  return ok(imported.value.importId);
}

async function loadFile(
  { card, origin }: SourceToRead,
  deps: Pick<ImportDeps, 'db'> & { http: HttpClient },
): Promise<Result<FileToRead, ReadingRefusal>> {
  if (origin.kind === 'upload') return ok(origin.file);
  const loaded = await loadInput({ card, origin, isFromFolder: false }, deps);
  if (!loaded.ok) return loaded;
  // The answer is not remembered: a reading that gets cancelled must be downloadable again.
  return loaded.value.kind === 'file' ? ok(loaded.value.file) : refuse({ kind: 'not-modified' });
}
