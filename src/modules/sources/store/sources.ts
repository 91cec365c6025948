import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { Mapping } from '../domain/mapping.ts';

/** What is known of a source apart from its places. */
export interface SourceCard {
  name: string;
  title: string;
  territory: string | null;
  url: string | null;
  licence: string | null;
  rhythm: string | null;
}

export interface SourceSummary extends SourceCard {
  /** Records now in the source that give a place. */
  records: number;
  missing: number;
  lastImportAt: Date | null;
  lastImportId: number | null;
  /** The reading that waits for agreement, when nothing later has replaced it. */
  heldImportId: number | null;
}

export interface DownloadState {
  etag: string | null;
  lastModified: string | null;
  contentHash: string | null;
}

/** Two imports of one source follow each other: the second sees whole what the first wrote. */
export const lockSource = (tx: Queries, source: string): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.source'), hashtext(${source}))`);

/** Creates the source, or completes what is not yet known of it. */
export const ensureSource = (tx: Queries, card: SourceCard, at: Date): Promise<unknown> =>
  tx.rows(sql`
    insert into sources.source (name, title, territory, url, licence, rhythm, created_at)
    values (${card.name}, ${card.title}, ${card.territory}, ${card.url}, ${card.licence}, ${card.rhythm}, ${at.toISOString()})
    on conflict (name) do update set
      territory = coalesce(source.territory, excluded.territory), url = coalesce(source.url, excluded.url),
      licence = coalesce(source.licence, excluded.licence), rhythm = coalesce(source.rhythm, excluded.rhythm)`);

export async function listSources(db: Queries): Promise<SourceSummary[]> {
  const rows = await db.rows<
    SourceCard & {
      records: string;
      missing: string;
      last_at: string | null;
      last_id: string | null;
      held_id: string | null;
    }
  >(sql`
    select source.name, source.title, source.territory, source.url, source.licence, source.rhythm,
      (select count(*) from sources.record where record.source = source.name and rejection is null and missing_since is null) as records,
      (select count(*) from sources.record where record.source = source.name and rejection is null and missing_since is not null) as missing,
      last_run.finished_at as last_at, last_run.id as last_id,
      case when present_run.status = 'held' then present_run.id end as held_id
    from sources.source
    left join lateral (
      select id, finished_at from sources.import_run
      where import_run.source = source.name and status = 'published' order by id desc limit 1) last_run on true
    left join lateral (
      select id, status from sources.import_run
      where import_run.source = source.name and status <> 'cancelled' order by id desc limit 1) present_run on true
    order by source.title, source.name`);
  return rows.map(({ records, missing, last_at, last_id, held_id, ...card }) => ({
    ...card,
    records: Number(records),
    missing: Number(missing),
    lastImportAt: last_at === null ? null : new Date(last_at),
    lastImportId: last_id === null ? null : Number(last_id),
    heldImportId: held_id === null ? null : Number(held_id),
  }));
}

export async function readDownloadState(db: Queries, source: string): Promise<DownloadState | null> {
  const [row] = await db.rows<{
    etag: string | null;
    last_modified: string | null;
    content_hash: string | null;
  }>(sql`select etag, last_modified, content_hash from sources.source where name = ${source}`);
  return row ? { etag: row.etag, lastModified: row.last_modified, contentHash: row.content_hash } : null;
}

export const saveDownloadState = (
  tx: Queries,
  source: string,
  validators: { etag: string | null; lastModified: string | null },
): Promise<unknown> =>
  tx.rows(sql`
    update sources.source set etag = ${validators.etag}, last_modified = ${validators.lastModified} where name = ${source}`);

export const saveContentHash = (tx: Queries, source: string, hash: string): Promise<unknown> =>
  tx.rows(sql`update sources.source set content_hash = ${hash} where name = ${source}`);

export interface KeptMapping {
  version: number;
  content: Mapping;
  author: string;
}

export async function readMapping(db: Queries, source: string): Promise<KeptMapping | null> {
  const [row] = await db.rows<KeptMapping>(sql`
    select version, content, author from sources.mapping where source = ${source} order by version desc limit 1`);
  return row ?? null;
}

/** Mappings are never overwritten: each agreement is a new version. Returns its number. */
export async function saveMapping(
  tx: Queries,
  source: string,
  kept: { content: Mapping; author: string; at: Date },
): Promise<number> {
  const [row] = await tx.rows<{ version: number }>(sql`
    insert into sources.mapping (source, version, content, author, created_at)
    select ${source}, coalesce(max(version), 0) + 1, ${jsonParameter(kept.content)}::jsonb, ${kept.author}, ${kept.at.toISOString()}
    from sources.mapping where source = ${source}
    returning version`);
  return row!.version;
}

/** One version of the mapping of a source. */
export async function readMappingVersion(
  db: Queries,
  source: string,
  version: number,
): Promise<KeptMapping | null> {
  const [row] = await db.rows<KeptMapping>(sql`
    select version, content, author from sources.mapping where source = ${source} and version = ${version}`);
  return row ?? null;
}

export interface MappingVersion {
  version: number;
  author: string;
  createdAt: Date;
}

/** Who agreed to which mapping, and when; the latest first. */
export async function listMappingVersions(db: Queries, source: string): Promise<MappingVersion[]> {
  const rows = await db.rows<{ version: number; author: string; created_at: string }>(sql`
    select version, author, created_at from sources.mapping where source = ${source} order by version desc`);
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: new Date(created_at) }));
}
