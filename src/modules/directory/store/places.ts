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
    provenance: Provenance;
    created_at: string;
    updated_at: string;
  }>(
    sql`select id, status, merged_into, fields, provenance, created_at, updated_at from directory.place ${rest}`,
  );
  return rows.map(({ merged_into, created_at, updated_at, ...place }) => ({
    ...place,
    mergedInto: merged_into,
    createdAt: new Date(created_at),
    updatedAt: new Date(updated_at),
  }));
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
  const rows = await db.rows<{ place_id: string; names: string[]; since: string | null }>(sql`
    select place_id, json_agg(distinct source order by source) as names,
      case when bool_and(missing_since is not null) then max(missing_since) end as since
    from directory.place_record join sources.published_record using (source, record_key)
    ${filter} group by place_id`);
  return new Map(
    rows.map(({ place_id, names, since }) => [
      place_id,
      { names, missingSince: since === null ? null : new Date(since) },
    ]),
  );
}

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
