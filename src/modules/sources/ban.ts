import Papa from 'papaparse';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { DownloadRefusal, HttpClient } from '../../platform/http-client.ts';
import { ADDRESS_PRECISIONS, type LocatedAddress } from './domain/address-location.ts';

export interface AddressToLocate {
  address: string;
  postalCode?: string | null | undefined;
  codeInsee?: string | null | undefined;
}

export type GeocodeRefusal = DownloadRefusal | { kind: 'unexpected-answer' };

/** The service accepts 200,000 lines and 50 MB at a time; small batches keep each answer under its time limit. */
const BATCH_ROWS = 5_000;

/**
 * Asks the national address base (BAN) where addresses are, in the order given; `null` where it finds nothing.
 * `baseUrl` is what comes before `/search/csv/`.
 */
export async function geocode(
  http: HttpClient,
  baseUrl: string,
  addresses: readonly AddressToLocate[],
): Promise<Result<(LocatedAddress | null)[], GeocodeRefusal>> {
  const located: (LocatedAddress | null)[] = [];
  for (let start = 0; start < addresses.length; start += BATCH_ROWS) {
    const batch = await geocodeBatch(http, baseUrl, addresses.slice(start, start + BATCH_ROWS));
    if (!batch.ok) return batch;
    located.push(...batch.value);
  }
  return ok(located);
}

async function geocodeBatch(
  http: HttpClient,
  baseUrl: string,
  addresses: readonly AddressToLocate[],
): Promise<Result<(LocatedAddress | null)[], GeocodeRefusal>> {
  const answer = await http.postForm(`${baseUrl.replace(/\/$/, '')}/search/csv/`, toForm(addresses));
  if (!answer.ok) return answer;
  const text = new TextDecoder().decode(answer.value);
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (!meta.fields?.includes('rang') || !meta.fields.includes('result_score')) {
    return refuse({ kind: 'unexpected-answer' });
  }
  const byRank = new Map(data.map((row) => [Number(row.rang), toLocated(row)]));
  return ok(addresses.map((_, rank) => byRank.get(rank) ?? null));
}

function toForm(addresses: readonly AddressToLocate[]): FormData {
  const rows = addresses.map(({ address, postalCode, codeInsee }, rang) => ({
    rang,
    adresse: address.replace(/\s+/g, ' ').trim(),
    // Both filters apply together, and a CEDEX postal code would contradict a right INSEE code.
    code_postal: codeInsee ? '' : (postalCode ?? ''),
    code_insee: codeInsee ?? '',
  }));
  const form = new FormData();
  form.append('data', new File([Papa.unparse(rows)], 'adresses.csv', { type: 'text/csv' }));
  form.append('columns', 'adresse');
  form.append('postcode', 'code_postal');
  form.append('citycode', 'code_insee');
  return form;
}

function toLocated(row: Record<string, string>): LocatedAddress | null {
  const latitude = Number.parseFloat(row.latitude ?? '');
  const longitude = Number.parseFloat(row.longitude ?? '');
  const score = Number.parseFloat(row.result_score ?? '');
  const precision = ADDRESS_PRECISIONS.find((known) => known === row.result_type);
  if (!precision || [latitude, longitude, score].some(Number.isNaN)) return null;
  return {
    point: { latitude, longitude },
    score,
    precision,
    label: row.result_label ?? '',
    codeInsee: row.result_citycode || null,
  };
}
