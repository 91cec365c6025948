import { type SQL, sql } from 'drizzle-orm';
import { type RecordRef, recordRef, splitRef } from '../../../kernel/record-ref.ts';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { Standing } from '../domain/identities.ts';
import type { SourceRecord } from '../domain/survivorship.ts';

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
export const readRecords = (db: Queries, refs: readonly RecordRef[]): Promise<SourceRecord[]> =>
  selectRecords(
    db,
    sql`join jsonb_to_recordset(${jsonParameter(refs.map(splitRef))}::jsonb) as asked(source text, "recordKey" text)
      using (source) where record_key = "recordKey"`,
  );

/** The records that describe one place. */
export const readRecordsOfPlace = (db: Queries, placeId: string): Promise<SourceRecord[]> =>
  selectRecords(db, sql`join directory.place_record using (source, record_key) where place_id = ${placeId}`);

async function selectRecords(db: Queries, rest: SQL): Promise<SourceRecord[]> {
  const rows = await db.rows<{
    source: string;
    record_key: string;
    fields: PlaceFields;
    missing_since: string | null;
    first_seen_at: string;
  }>(sql`
    select source, record_key, fields, missing_since, first_seen_at from sources.published_record
    ${rest} order by source, record_key`);
  return rows.map((row) => ({
    source: row.source,
    recordKey: row.record_key,
    fields: row.fields,
    missingSince: row.missing_since === null ? null : new Date(row.missing_since),
    seenAt: new Date(row.first_seen_at),
  }));
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
