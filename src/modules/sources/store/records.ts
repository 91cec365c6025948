import { type SQL, sql } from 'drizzle-orm';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { PlannedRecord } from '../domain/plan-import.ts';
import type { RecordState } from '../domain/record-changes.ts';

/** Which import a batch of records belongs to. */
export interface Reading {
  source: string;
  importId: number;
  at: Date;
}

/** Keeps every raw record whole; a state already seen is not stored twice. */
export async function saveRawRecords(
  tx: Queries,
  reading: Reading,
  records: readonly PlannedRecord[],
): Promise<void> {
  for (const batch of batchesOf(records)) {
    const rows = batch.map(({ recordKey, hash, position, raw }) => ({ recordKey, hash, position, raw }));
    await tx.rows(sql`
      insert into sources.raw_record (source, record_key, hash, import_id, position, raw, seen_at)
      select ${reading.source}, "recordKey", hash, ${reading.importId}, position, raw, ${reading.at.toISOString()}::timestamptz
      from jsonb_to_recordset(${jsonParameter(rows)}::jsonb) as new("recordKey" text, hash text, position int, raw jsonb)
      on conflict do nothing`);
  }
}

/**
 * The present state of each record. One that used to give a place and no longer does keeps the place it gave, marked
 * as gone from its source: nothing disappears because a producer emptied a cell.
 */
export async function saveRecords(
  tx: Queries,
  reading: Reading,
  records: readonly PlannedRecord[],
): Promise<void> {
  for (const batch of batchesOf(records)) {
    const rows = batch.map(({ recordKey, hash, position, fields, rejection }) => ({
      recordKey,
      hash,
      position,
      fields,
      rejection,
    }));
    await tx.rows(sql`
      insert into sources.record as old (source, record_key, hash, position, fields, rejection, first_seen_at, last_seen_at,
        last_import_id)
      select ${reading.source}, "recordKey", hash, position, fields, rejection, ${reading.at.toISOString()}::timestamptz,
        ${reading.at.toISOString()}::timestamptz, ${reading.importId}
      from jsonb_to_recordset(${jsonParameter(rows)}::jsonb)
        as new("recordKey" text, hash text, position int, fields jsonb, rejection text)
      on conflict (source, record_key) do update set
        hash = excluded.hash, position = excluded.position, last_seen_at = excluded.last_seen_at,
        last_import_id = excluded.last_import_id,
        first_seen_at = case when old.hash = excluded.hash then old.first_seen_at else excluded.first_seen_at end,
        fields = case when excluded.rejection is null or old.rejection is not null then excluded.fields else old.fields end,
        rejection = case when old.rejection is null then null else excluded.rejection end,
        missing_since = case when excluded.rejection is null then null
          when old.rejection is null then coalesce(old.missing_since, excluded.last_seen_at) end`);
  }
}

/** Flags what the source no longer holds. Returns how many records left it with this import. */
export async function flagMissing(tx: Queries, reading: Reading): Promise<number> {
  const rows = await tx.rows<{ record_key: string }>(sql`
    update sources.record set missing_since = ${reading.at.toISOString()}
    where source = ${reading.source} and last_import_id <> ${reading.importId} and missing_since is null
    returning record_key`);
  return rows.length;
}

export interface DirectoryRecord {
  source: string;
  recordKey: string;
  fields: PlaceFields;
  missingSince: Date | null;
  /** When this state of the record was first read. */
  seenAt: Date;
}

/** Every record that gives a place, in a stable order. */
export const readDirectoryRecords = (db: Queries): Promise<DirectoryRecord[]> =>
  selectDirectoryRecords(db, sql`order by source, record_key`);

/** The same, by batches: the embedded database answers others in between. */
export async function* readDirectoryBatches(db: Queries, size: number): AsyncGenerator<DirectoryRecord[]> {
  let rest = sql``;
  for (;;) {
    const batch = await selectDirectoryRecords(db, sql`${rest} order by source, record_key limit ${size}`);
    yield batch;
    const last = batch.at(-1);
    if (!last || batch.length < size) return;
    rest = sql`and (source, record_key) > (${last.source}, ${last.recordKey})`;
  }
}

async function selectDirectoryRecords(db: Queries, rest: SQL): Promise<DirectoryRecord[]> {
  const rows = await db.rows<{
    source: string;
    record_key: string;
    fields: PlaceFields;
    missing_since: string | null;
    first_seen_at: string;
  }>(sql`
    select source, record_key, fields, missing_since, first_seen_at
    from sources.record where rejection is null ${rest}`);
  return rows.map((row) => ({
    source: row.source,
    recordKey: row.record_key,
    fields: row.fields,
    missingSince: row.missing_since === null ? null : new Date(row.missing_since),
    seenAt: new Date(row.first_seen_at),
  }));
}

/** What the source holds now, by record key: what a new reading is compared with. */
export async function readRecordStates(tx: Queries, source: string): Promise<Map<string, RecordState>> {
  const rows = await tx.rows<{ record_key: string; hash: string; is_place: boolean }>(sql`
    select record_key, hash, rejection is null and missing_since is null as is_place
    from sources.record where source = ${source}`);
  return new Map(rows.map((row) => [row.record_key, { hash: row.hash, isPlace: row.is_place }]));
}

export interface MissingRecord {
  recordKey: string;
  name: string;
  commune: string | null;
  missingSince: Date;
}

/** Places that left their source and are kept, the latest first. */
export async function listMissing(
  db: Queries,
  source: string,
  page: { limit: number; offset: number },
): Promise<MissingRecord[]> {
  const rows = await db.rows<{
    record_key: string;
    name: string;
    commune: string | null;
    missing_since: string;
  }>(sql`
    select record_key, fields ->> 'name' as name, fields ->> 'commune' as commune, missing_since
    from sources.record where source = ${source} and rejection is null and missing_since is not null
    order by missing_since desc, record_key limit ${page.limit} offset ${page.offset}`);
  return rows.map(({ record_key, name, commune, missing_since }) => ({
    recordKey: record_key,
    name,
    commune,
    missingSince: new Date(missing_since),
  }));
}
