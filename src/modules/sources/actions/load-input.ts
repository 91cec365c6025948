import { basename } from 'node:path';
import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { DownloadRefusal, HttpClient } from '../../../platform/http-client.ts';
import { readDownloadState, saveDownloadState } from '../store/sources.ts';
import { type GatheredInput, readLocalFile } from './gather-inputs.ts';
import type { FileToRead } from './read-file.ts';

export type Loaded =
  | { kind: 'not-modified' }
  | { kind: 'file'; file: FileToRead; remember(): Promise<unknown> };

export type LoadRefusal =
  | { kind: 'file-unreadable'; path: string }
  | { kind: 'download'; url: string; cause: DownloadRefusal };

/**
 * Reads the bytes of an input. A download says what was already received, so that an unchanged file costs nothing;
 * `evenUnchanged` asks for the bytes all the same.
 */
export async function loadInput(
  { origin, card }: GatheredInput,
  deps: { db: Database; http: HttpClient; evenUnchanged?: boolean },
): Promise<Result<Loaded, LoadRefusal>> {
  if (origin.kind === 'file') {
    const bytes = await readLocalFile(origin.path).catch(() => null);
    if (!bytes) return refuse({ kind: 'file-unreadable', path: origin.path });
    return ok({
      kind: 'file',
      file: { fileName: basename(origin.path), bytes },
      remember: async () => undefined,
    });
  }
  const before = await readDownloadState(deps.db, card.name);
  const known =
    before?.contentHash && !deps.evenUnchanged
      ? { etag: before.etag ?? undefined, lastModified: before.lastModified ?? undefined }
      : {};
  const download = await deps.http.download(origin.url, known);
  if (!download.ok) return refuse({ kind: 'download', url: origin.url, cause: download.refusal });
  if (download.value.status === 'not-modified') return ok({ kind: 'not-modified' });
  const { bytes, etag = null, lastModified = null, finalUrl } = download.value;
  const modifiedAt = lastModified === null ? Number.NaN : Date.parse(lastModified);
  const file = {
    fileName: basename(new URL(finalUrl).pathname) || card.name,
    bytes,
    ...(Number.isNaN(modifiedAt) ? {} : { fileDate: localDateAt(new Date(modifiedAt)) }),
  };
  return ok({
    kind: 'file',
    file,
    remember: () => saveDownloadState(deps.db, card.name, { etag, lastModified }),
  });
}
