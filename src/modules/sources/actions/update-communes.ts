import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/context.ts';
import type { DownloadRefusal } from '../../../platform/http-client.ts';
import type { Commune } from '../../standard/index.ts';
import { readCommuneTable } from '../domain/commune-table.ts';
import { readTable } from '../domain/formats/read-table.ts';
import type { ReadRefusal } from '../domain/table.ts';
import { fetchCommunes, type GeoApiRefusal } from '../geo-api.ts';
import { saveCommunes } from '../store/communes.ts';
import { readLocalFile } from './gather-inputs.ts';

export type CommuneOrigin =
  | { kind: 'geo-api' }
  | { kind: 'url'; url: string }
  | { kind: 'file'; path: string };

export type CommunesRefusal =
  | { kind: 'file-unreadable'; path: string }
  | { kind: 'download'; url: string; cause: DownloadRefusal }
  | { kind: 'no-commune' }
  | { kind: 'unexpected-answer' }
  | ReadRefusal;

/** Learns communes and their centres from the national service or from a file, over the reference of the program. */
export async function updateCommunes(
  origin: CommuneOrigin,
  deps: Pick<Context, 'db' | 'http' | 'clock' | 'config'>,
): Promise<Result<{ communes: number; located: number }, CommunesRefusal>> {
  const read = origin.kind === 'geo-api' ? await askGeoApi(deps) : await readList(origin, deps);
  if (!read.ok) return read;
  const communes = read.value;
  if (communes.length === 0) return refuse({ kind: 'no-commune' });
  return deps.db.inTransaction(async (tx) => {
    await saveCommunes(tx, communes, deps.clock());
    return ok({ communes: communes.length, located: communes.filter(({ centre }) => centre).length });
  });
}

async function askGeoApi({
  http,
  config,
}: Pick<Context, 'http' | 'config'>): Promise<Result<Commune[], CommunesRefusal>> {
  const answer = await fetchCommunes(http, config.geoApiUrl);
  return answer.ok ? answer : refuse(geoApiRefusal(answer.refusal, config.geoApiUrl));
}

const geoApiRefusal = (refusal: GeoApiRefusal, url: string): CommunesRefusal =>
  refusal.kind === 'malformed-json' || refusal.kind === 'unexpected-answer'
    ? { kind: 'unexpected-answer' }
    : { kind: 'download', url, cause: refusal };

async function readList(
  origin: Exclude<CommuneOrigin, { kind: 'geo-api' }>,
  { http }: Pick<Context, 'http'>,
): Promise<Result<Commune[], CommunesRefusal>> {
  const bytes = await loadBytes(origin, http);
  if (!bytes.ok) return bytes;
  const table = await readTable(bytes.value);
  return table.ok ? ok(readCommuneTable(table.value)) : table;
}

async function loadBytes(
  origin: Exclude<CommuneOrigin, { kind: 'geo-api' }>,
  http: Context['http'],
): Promise<Result<Uint8Array, CommunesRefusal>> {
  if (origin.kind === 'file') {
    const bytes = await readLocalFile(origin.path).catch(() => null);
    return bytes ? ok(bytes) : refuse({ kind: 'file-unreadable', path: origin.path });
  }
  const download = await http.download(origin.url);
  if (!download.ok) return refuse({ kind: 'download', url: origin.url, cause: download.refusal });
  return download.value.status === 'modified'
    ? ok(download.value.bytes)
    : refuse({ kind: 'unexpected-answer' });
}
