import type { Context } from '../../../platform/context.ts';
import type { HttpClient } from '../../../platform/http-client.ts';
import { geocode } from '../ban.ts';
import { lacksPoint, withLocation } from '../domain/address-location.ts';
import type { NormalisedRow } from '../domain/plan-import.ts';

/** The national address base, when the instance is configured to ask it. */
export interface Geocoder {
  http: HttpClient;
  baseUrl: string;
}

/** Asking costs a call to an outside service: only an instance that says so does it (`GEOCODE`). */
export const geocoderOf = ({ config, http }: Pick<Context, 'config' | 'http'>): Geocoder | undefined =>
  config.geocode ? { http, baseUrl: config.banUrl } : undefined;

/** Gives a point to the records that lack one. When the service does not answer, the import goes on without it. */
export async function locateRows(
  rows: readonly NormalisedRow[],
  geocoder: Geocoder,
): Promise<NormalisedRow[]> {
  const asked = rows.filter(lacksPoint);
  const answers = await geocode(
    geocoder.http,
    geocoder.baseUrl,
    asked.map(({ fields }) => ({
      address: fields.address ?? '',
      postalCode: fields.postalCode,
      codeInsee: fields.codeInsee,
    })),
  );
  if (!answers.ok) return [...rows];
  const located = new Map(asked.map((row, rank) => [row, withLocation(row, answers.value[rank] ?? null)]));
  return rows.map((row) => located.get(row) ?? row);
}
