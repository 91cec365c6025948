import { type SQL, sql } from 'drizzle-orm';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { Provenance, StoredPlace } from '../domain/place.ts';

export const loadPlaces = (db: Queries): Promise<StoredPlace[]> => selectPlaces(db, sql`order by id`);

async function selectPlaces(db: Queries, rest: SQL): Promise<StoredPlace[]> {
  const rows = await db.rows<{
    id: string;
    status: StoredPlace['status'];
    merged_into: string | null;
    fields: PlaceFields;
    provenance: string;
    created_at: string;
    updated_at: string;
  }>(sql`
    select id, status, merged_into, fields, provenance::text as provenance, created_at, updated_at
    from directory.place ${rest}`);
  return rows.map(({ merged_into, provenance, created_at, updated_at, ...place }) => ({
    ...place,
    mergedInto: merged_into,
    ...readWhenAsked(provenance),
    createdAt: new Date(created_at),
    updatedAt: new Date(updated_at),
  }));
}

/**
 * The origins of 20,000 places are 400,000 small objects, and a page shows those of one place: kept as text until then,
 * they take a second less to load and half of the memory.
 */
function readWhenAsked(text: string): { readonly provenance: Provenance } {
  let read: Provenance | undefined;
  return {
    get provenance() {
      read ??= JSON.parse(text) as Provenance;
      return read;
    },
  };
}

/** These places, and those that redirect to them. */
export const loadPlacesAround = (db: Queries, ids: readonly string[]): Promise<StoredPlace[]> => {
  const wanted = sql`(select jsonb_array_elements_text(${jsonParameter([...new Set(ids)])}::jsonb))`;
  return selectPlaces(db, sql`where id in ${wanted} or merged_into in ${wanted} order by id`);
};

export async function savePlaces(tx: Queries, places: readonly StoredPlace[]): Promise<void> {
  for (const batch of batchesOf(places)) {
    await tx.rows(sql`
      insert into directory.place (id, status, merged_into, fields, provenance, created_at, updated_at)
      select id, status, "mergedInto", fields, provenance, "createdAt", "updatedAt"
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb) as new(
        id text, status text, "mergedInto" text, fields jsonb, provenance jsonb,
        "createdAt" timestamptz, "updatedAt" timestamptz)
      on conflict (id) do update set status = excluded.status, merged_into = excluded.merged_into,
        fields = excluded.fields, provenance = excluded.provenance, updated_at = excluded.updated_at`);
  }
}

/** Who speaks of a place: the sources of its records, and since when all of them have left, if they have. */
export interface PlaceSources {
  names: string[];
  missingSince: Date | null;
}

export const readPlaceSources = (db: Queries): Promise<Map<string, PlaceSources>> =>
  selectPlaceSources(db, sql``);

/** Of these places only. */
export const readSourcesOf = (db: Queries, ids: readonly string[]): Promise<Map<string, PlaceSources>> =>
  selectPlaceSources(
    db,
    sql`where place_id in (select jsonb_array_elements_text(${jsonParameter(ids)}::jsonb))`,
  );

async function selectPlaceSources(db: Queries, filter: SQL): Promise<Map<string, PlaceSources>> {
  const rows = await db.rows<{ place_id: string; source: string; missing_since: string | null }>(sql`
    select place_id, source, missing_since
    from directory.place_record join sources.published_record using (source, record_key) ${filter}`);
  const sources = new Map<string, PlaceSources>();
  // Grouped here: the embedded database takes three times longer to do it.
  for (const { place_id, source, missing_since } of rows) {
    const since = missing_since === null ? null : new Date(missing_since);
    const known = sources.get(place_id);
    sources.set(place_id, {
      names: known ? [...new Set([...known.names, source])].sort() : [source],
      missingSince: known ? latestOfAll(known.missingSince, since) : since,
    });
  }
  return sources;
}

/** A place is missing once every record of it has left, and since the last of them did. */
const latestOfAll = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : null);

export async function countPublished(db: Queries): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(*) as count from directory.place where status = 'published'`,
  );
  return Number(row?.count ?? 0);
}

/** Sets the status of a place that is not merged. Returns the status it had, or null when there is no such place. */
export async function setPlaceStatus(
  tx: Queries,
  { id, status, at }: { id: string; status: 'published' | 'removed'; at: Date },
): Promise<StoredPlace['status'] | null> {
  const [before] = await tx.rows<{ status: StoredPlace['status'] }>(
    sql`select status from directory.place where id = ${id} for update`,
  );
  await tx.rows(sql`
    update directory.place set status = ${status}, updated_at = ${at.toISOString()}
    where id = ${id} and status <> 'merged' and status <> ${status}`);
  return before?.status ?? null;
}

/** The latest state of one place, whatever its status. */
export async function readPlace(db: Queries, id: string): Promise<StoredPlace | null> {
  const [row] = await selectPlaces(db, sql`where id = ${id}`);
  return row ?? null;
}
