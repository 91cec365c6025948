import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { FieldKey } from '../../standard/index.ts';
import type { ChangeKind, NewChange } from '../domain/place.ts';
import { readPlaceSources } from './places.ts';

/** One refresh at a time, whatever the number of processes on a server. */
export const lockDirectory = (tx: Queries): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.directory'))`);

/** `author`: who decided them; null when sources alone did. */
export async function appendChanges(
  tx: Queries,
  changes: readonly NewChange[],
  author: string | null,
): Promise<void> {
  for (const batch of batchesOf(changes)) {
    await tx.rows(sql`
      insert into directory.change (place_id, kind, detail, author, at)
      select "placeId", kind, detail, ${author}::text, at
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb)
        as new("placeId" text, kind text, detail jsonb, at timestamptz)`);
  }
}

/** Where the history stands: its sum grows with every change of the directory. */
export interface Revision {
  lastChange: number;
  publishedImports: number;
}

export async function readRevision(db: Queries): Promise<Revision> {
  const [row] = await db.rows<{ last_change: number | string; published_imports: number | string }>(sql`
    select coalesce((select max(seq) from directory.change), 0) as last_change,
      coalesce((select published_imports from directory.state where id = 1), 0) as published_imports`);
  return {
    lastChange: Number(row?.last_change ?? 0),
    publishedImports: Number(row?.published_imports ?? 0),
  };
}

/** Places that changed after this change; null when there are more than the limit. */
export async function readChangedPlaces(
  db: Queries,
  { since, limit }: { since: number; limit: number },
): Promise<string[] | null> {
  const rows = await db.rows<{ place_id: string }>(
    sql`select distinct place_id from directory.change where seq > ${since} limit ${limit + 1}`,
  );
  return rows.length > limit ? null : rows.map(({ place_id }) => place_id);
}

/** What the directory is computed from: so many published imports, decisions up to this one, this choice of weights. Zero before the first. */
export interface RefreshedState {
  publishedImports: number;
  lastDecision: number;
  modelChoice: number;
}

export async function readRefreshedState(db: Queries): Promise<RefreshedState> {
  const [row] = await db.rows<{
    published_imports: number | string;
    last_decision: number | string;
    model_choice: number;
  }>(sql`select published_imports, last_decision, model_choice from directory.state where id = 1`);
  return {
    publishedImports: Number(row?.published_imports ?? 0),
    lastDecision: Number(row?.last_decision ?? 0),
    modelChoice: row?.model_choice ?? 0,
  };
}

export const saveRefreshedState = (
  tx: Queries,
  { publishedImports, lastDecision, modelChoice }: RefreshedState,
  at: Date,
): Promise<unknown> =>
  tx.rows(sql`
    insert into directory.state (id, published_imports, last_decision, model_choice, refreshed_at)
    values (1, ${publishedImports}, ${lastDecision}, ${modelChoice}, ${at.toISOString()})
    on conflict (id) do update set published_imports = excluded.published_imports,
      last_decision = excluded.last_decision, model_choice = excluded.model_choice, refreshed_at = excluded.refreshed_at`);

export interface DirectoryChange {
  seq: number;
  placeId: string;
  placeName: string;
  kind: ChangeKind;
  detail: Record<string, unknown>;
  at: Date;
}

/** For the management pages only: the public feed tells no name. */
export interface SignedChange extends DirectoryChange {
  /** Who decided it; null when sources alone did. */
  author: string | null;
}

/** The latest changes, newest first. */
export async function readChanges(db: Queries, limit: number): Promise<SignedChange[]> {
  const rows = await db.rows<{
    seq: number | string;
    place_id: string;
    name: string | null;
    kind: ChangeKind;
    detail: Record<string, unknown>;
    author: string | null;
    at: string;
  }>(sql`
    select change.seq, change.place_id, place.fields->>'name' as name, change.kind, change.detail, change.author, change.at
    from directory.change join directory.place on place.id = change.place_id
    order by change.seq desc limit ${limit}`);
  return rows.map((row) => ({
    seq: Number(row.seq),
    placeId: row.place_id,
    placeName: row.name ?? row.place_id,
    kind: row.kind,
    detail: row.detail,
    author: row.author,
    at: new Date(row.at),
  }));
}

/** When a field of a place last changed; null when it never did. What it said before is not kept. */
export async function readLastChange(db: Queries, placeId: string, field: FieldKey): Promise<Date | null> {
  const [row] = await db.rows<{ at: Date | string | null }>(sql`
    select max(at) as at from directory.change
    where place_id = ${placeId} and kind = 'updated' and detail->'fields' ? ${field}`);
  return row?.at ? new Date(row.at) : null;
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
