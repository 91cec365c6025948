import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../kernel/dates.ts';
import { batchesOf } from '../../platform/db/batches.ts';
import type { Queries } from '../../platform/db/database.ts';
import { jsonParameter } from '../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../standard/index.ts';
import { type RecordRef, recordRef, splitRef } from './domain/identities.ts';
import type { ChangeKind, NewChange, Provenance, StoredPlace } from './domain/place.ts';

/** One refresh at a time, whatever the number of processes on a server. */
export const lockDirectory = (tx: Queries): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.directory'))`);

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

export async function loadMembership(db: Queries): Promise<Map<RecordRef, string>> {
  const rows = await db.rows<{ source: string; record_key: string; place_id: string }>(
    sql`select source, record_key, place_id from directory.place_record`,
  );
  return new Map(rows.map((row) => [recordRef(row.source, row.record_key), row.place_id]));
}

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

export async function saveMembership(tx: Queries, placeOf: ReadonlyMap<RecordRef, string>): Promise<void> {
  const rows = [...placeOf].map(([ref, placeId]) => ({ ...splitRef(ref), placeId }));
  for (const batch of batchesOf(rows)) {
    await tx.rows(sql`
      insert into directory.place_record (source, record_key, place_id)
      select source, "recordKey", "placeId"
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb) as new(source text, "recordKey" text, "placeId" text)
      on conflict (source, record_key) do update set place_id = excluded.place_id`);
  }
}

export async function appendChanges(tx: Queries, changes: readonly NewChange[]): Promise<void> {
  for (const batch of batchesOf(changes)) {
    await tx.rows(sql`
      insert into directory.change (place_id, kind, detail, at)
      select "placeId", kind, detail, at
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb)
        as new("placeId" text, kind text, detail jsonb, at timestamptz)`);
  }
}

export async function readRevision(db: Queries): Promise<number> {
  const [row] = await db.rows<{ revision: number | string }>(
    sql`select coalesce((select max(seq) from directory.change), 0) + coalesce((select published_imports from directory.state where id = 1), 0) as revision`,
  );
  return Number(row?.revision ?? 0);
}

/** From how many published imports the directory is computed; 0 before the first. */
export async function readRefreshedImports(db: Queries): Promise<number> {
  const [row] = await db.rows<{ published_imports: number | string }>(
    sql`select published_imports from directory.state where id = 1`,
  );
  return Number(row?.published_imports ?? 0);
}

export const saveRefreshedImports = (tx: Queries, publishedImports: number, at: Date): Promise<unknown> =>
  tx.rows(sql`
    insert into directory.state (id, published_imports, refreshed_at) values (1, ${publishedImports}, ${at.toISOString()})
    on conflict (id) do update set published_imports = excluded.published_imports, refreshed_at = excluded.refreshed_at`);

export interface DirectoryChange {
  seq: number;
  placeId: string;
  placeName: string;
  kind: ChangeKind;
  detail: Record<string, unknown>;
  at: Date;
}

/** The latest changes, newest first. */
export async function readChanges(db: Queries, limit: number): Promise<DirectoryChange[]> {
  const rows = await db.rows<{
    seq: number | string;
    place_id: string;
    name: string | null;
    kind: ChangeKind;
    detail: Record<string, unknown>;
    at: string;
  }>(sql`
    select change.seq, change.place_id, place.fields->>'name' as name, change.kind, change.detail, change.at
    from directory.change join directory.place on place.id = change.place_id
    order by change.seq desc limit ${limit}`);
  return rows.map((row) => ({
    seq: Number(row.seq),
    placeId: row.place_id,
    placeName: row.name ?? row.place_id,
    kind: row.kind,
    detail: row.detail,
    at: new Date(row.at),
  }));
}

/** Who speaks of a place: the sources of its records, and since when all of them have left, if they have. */
export interface PlaceSources {
  names: string[];
  missingSince: Date | null;
}

export async function readPlaceSources(db: Queries): Promise<Map<string, PlaceSources>> {
  const rows = await db.rows<{ place_id: string; names: string[]; since: string | null }>(sql`
    select place_id, json_agg(distinct source order by source) as names,
      case when bool_and(missing_since is not null) then max(missing_since) end as since
    from directory.place_record join sources.published_record using (source, record_key)
    group by place_id`);
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

export interface DirectoryFigures {
  published: number;
  removed: number;
  /** Published places whose records have all left their sources. */
  missing: number;
  sources: number;
}

export async function readFigures(db: Queries): Promise<DirectoryFigures> {
  const [row] = await db.rows<Record<keyof Omit<DirectoryFigures, 'missing'>, number | string>>(sql`
    select count(*) filter (where status = 'published') as published, count(*) filter (where status = 'removed') as removed,
      (select count(distinct source) from directory.place_record) as sources
    from directory.place`);
  const sources = [...(await readPlaceSources(db)).values()];
  return {
    published: Number(row?.published ?? 0),
    removed: Number(row?.removed ?? 0),
    missing: sources.filter(({ missingSince }) => missingSince !== null).length,
    sources: Number(row?.sources ?? 0),
  };
}

export interface ChangeDay {
  day: LocalDate;
  counts: Partial<Record<ChangeKind, number>>;
}

/** How many changes of each kind happened on each of the latest days of France, latest first. */
export async function readChangeDays(db: Queries, limit: number): Promise<ChangeDay[]> {
  return db.rows<ChangeDay>(sql`
    select day, json_object_agg(kind, count) as counts
    from (select to_char(at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day, kind, count(*) as count
      from directory.change group by 1, 2) as daily
    group by day order by day desc limit ${limit}`);
}
