import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../kernel/dates.ts';
import { type RecordRef, recordRef, splitRef } from '../../kernel/record-ref.ts';
import { batchesOf } from '../../platform/db/batches.ts';
import type { Queries } from '../../platform/db/database.ts';
import { jsonParameter } from '../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../standard/index.ts';
import type { Standing } from './domain/identities.ts';
import type { ChangeKind, NewChange, Provenance, StoredPlace } from './domain/place.ts';
import type { SourceRecord } from './domain/survivorship.ts';

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

interface StandingRow {
  source: string;
  record_key: string;
  place_id: string;
  home_id: string;
}

const toStandings = (rows: readonly StandingRow[]): Map<RecordRef, Standing> =>
  new Map(
    rows.map((row) => [
      recordRef(row.source, row.record_key),
      { placeId: row.place_id, homeId: row.home_id },
    ]),
  );

export const loadStandings = async (db: Queries): Promise<Map<RecordRef, Standing>> =>
  toStandings(
    await db.rows<StandingRow>(sql`select source, record_key, place_id, home_id from directory.place_record`),
  );

/** Where these records stand, and all those that share a place or a home with them. */
export const loadStandingsAround = async (
  db: Queries,
  refs: readonly RecordRef[],
): Promise<Map<RecordRef, Standing>> =>
  toStandings(
    await db.rows<StandingRow>(sql`
      with here as (
        select place_id, home_id from directory.place_record
        join jsonb_to_recordset(${jsonParameter(refs.map(splitRef))}::jsonb) as asked(source text, "recordKey" text)
          using (source) where record_key = "recordKey"),
      met as (select place_id as id from here union select home_id from here)
      select source, record_key, place_id, home_id from directory.place_record
      where place_id in (select id from met) or home_id in (select id from met)`),
  );

/** These places, and those that redirect to them. */
export const loadPlacesAround = (db: Queries, ids: readonly string[]): Promise<StoredPlace[]> => {
  const wanted = sql`(select jsonb_array_elements_text(${jsonParameter([...new Set(ids)])}::jsonb))`;
  return selectPlaces(db, sql`where id in ${wanted} or merged_into in ${wanted} order by id`);
};

/** A source record as the page of its place lists it. */
export interface PlaceRecord {
  source: string;
  recordKey: string;
  name: string | null;
  updatedOn: string | null;
}

export async function readPlaceRecords(db: Queries, placeId: string): Promise<PlaceRecord[]> {
  const rows = await db.rows<{
    source: string;
    record_key: string;
    name: string | null;
    updated_on: string | null;
  }>(sql`
    select source, record_key, fields ->> 'name' as name, fields ->> 'updatedOn' as updated_on
    from directory.place_record join sources.published_record using (source, record_key)
    where place_id = ${placeId} order by source, record_key`);
  return rows.map(({ source, record_key, name, updated_on }) => ({
    source,
    recordKey: record_key,
    name,
    updatedOn: updated_on,
  }));
}

/** The records of these references that still give a place, in a stable order. */
export async function readRecords(db: Queries, refs: readonly RecordRef[]): Promise<SourceRecord[]> {
  const rows = await db.rows<{
    source: string;
    record_key: string;
    fields: PlaceFields;
    missing_since: string | null;
    first_seen_at: string;
  }>(sql`
    select source, record_key, fields, missing_since, first_seen_at from sources.published_record
    join jsonb_to_recordset(${jsonParameter(refs.map(splitRef))}::jsonb) as asked(source text, "recordKey" text)
      using (source) where record_key = "recordKey" order by source, record_key`);
  return rows.map((row) => ({
    source: row.source,
    recordKey: row.record_key,
    fields: row.fields,
    missingSince: row.missing_since === null ? null : new Date(row.missing_since),
    seenAt: new Date(row.first_seen_at),
  }));
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

export async function saveStandings(tx: Queries, standing: ReadonlyMap<RecordRef, Standing>): Promise<void> {
  const rows = [...standing].map(([ref, { placeId, homeId }]) => ({ ...splitRef(ref), placeId, homeId }));
  for (const batch of batchesOf(rows)) {
    await tx.rows(sql`
      insert into directory.place_record (source, record_key, place_id, home_id)
      select source, "recordKey", "placeId", "homeId"
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb)
        as new(source text, "recordKey" text, "placeId" text, "homeId" text)
      on conflict (source, record_key) do update set place_id = excluded.place_id, home_id = excluded.home_id`);
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

/** What the directory is computed from: so many published imports, and decisions up to this one. Zero before the first. */
export interface RefreshedState {
  publishedImports: number;
  lastDecision: number;
}

export async function readRefreshedState(db: Queries): Promise<RefreshedState> {
  const [row] = await db.rows<{ published_imports: number | string; last_decision: number | string }>(
    sql`select published_imports, last_decision from directory.state where id = 1`,
  );
  return {
    publishedImports: Number(row?.published_imports ?? 0),
    lastDecision: Number(row?.last_decision ?? 0),
  };
}

export const saveRefreshedState = (
  tx: Queries,
  { publishedImports, lastDecision }: RefreshedState,
  at: Date,
): Promise<unknown> =>
  tx.rows(sql`
    insert into directory.state (id, published_imports, last_decision, refreshed_at)
    values (1, ${publishedImports}, ${lastDecision}, ${at.toISOString()})
    on conflict (id) do update set published_imports = excluded.published_imports,
      last_decision = excluded.last_decision, refreshed_at = excluded.refreshed_at`);

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
