import { sql } from 'drizzle-orm';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { Review } from '../domain/review.ts';
import type { SourceFormat } from '../domain/table.ts';
import type { ValueIssue } from '../domain/value-issue.ts';

export interface ImportCounts {
  records: number;
  accepted: number;
  rejected: number;
  /** Values, not records. */
  repaired: number;
  refused: number;
  missing: number;
}

/** How records fared, of those accepted; then what publishing them changed in the source. */
interface RecordOutcomes {
  repairedRecords: number;
  refusedRecords: number;
  added: number;
  updated: number;
}

export interface ImportRun extends ImportCounts, RecordOutcomes {
  id: number;
  source: string;
  fileName: string;
  fileHash: string;
  format: SourceFormat;
  status: 'held' | 'published' | 'cancelled';
  mappingVersion: number;
  startedAt: Date;
  finishedAt: Date | null;
}

export type NewImportRun = Pick<
  ImportRun,
  'source' | 'fileName' | 'fileHash' | 'format' | 'status' | 'mappingVersion' | 'startedAt'
> & { content: Uint8Array | null };

/** Opens a run; what it counts is written when it is known. */
export async function createRun(tx: Queries, run: NewImportRun): Promise<number> {
  const [row] = await tx.rows<{ id: number | string }>(sql`
    insert into sources.import_run (source, file_name, file_hash, format, status, mapping_version, records, accepted,
      rejected, repaired, refused, missing, content, started_at)
    values (${run.source}, ${run.fileName}, ${run.fileHash}, ${run.format}, ${run.status}, ${run.mappingVersion}, 0, 0,
      0, 0, 0, 0, ${run.content}, ${run.startedAt.toISOString()})
    returning id`);
  return Number(row!.id);
}

export interface RunOutcome extends ImportCounts, RecordOutcomes {
  status: ImportRun['status'];
  mappingVersion: number;
  finishedAt: Date;
  /** Absent: the file is not kept any more. A published or cancelled run does without it: its records are kept, whole. */
  review?: Review;
}

export const updateRun = (tx: Queries, id: number, outcome: RunOutcome): Promise<unknown> =>
  tx.rows(sql`
    update sources.import_run set status = ${outcome.status}, mapping_version = ${outcome.mappingVersion},
      records = ${outcome.records}, accepted = ${outcome.accepted}, rejected = ${outcome.rejected},
      repaired = ${outcome.repaired}, refused = ${outcome.refused}, missing = ${outcome.missing},
      repaired_records = ${outcome.repairedRecords}, refused_records = ${outcome.refusedRecords},
      added = ${outcome.added}, updated = ${outcome.updated}, finished_at = ${outcome.finishedAt.toISOString()},
      review = ${outcome.review ? jsonParameter(outcome.review) : null}::jsonb,
      content = case when ${outcome.review !== undefined} then content end
    where id = ${id}`);

export const cancelRun = (tx: Queries, id: number, at: Date): Promise<unknown> =>
  tx.rows(sql`
    update sources.import_run set status = 'cancelled', content = null, review = null, finished_at = ${at.toISOString()}
    where id = ${id} and status = 'held'`);

export async function readRun(db: Queries, id: number): Promise<ImportRun | null> {
  const [run] = await selectRuns(db, sql`where id = ${id}`);
  return run ?? null;
}

/** The latest readings, newest first; of one source when it is named. */
export const listRuns = (db: Queries, filter: { source?: string; limit: number }): Promise<ImportRun[]> =>
  selectRuns(
    db,
    sql`${filter.source === undefined ? sql`` : sql`where source = ${filter.source}`} order by id desc limit ${filter.limit}`,
  );

/** What the latest publication of a source counted. */
export async function readPublishedCounts(db: Queries, source: string): Promise<ImportCounts | null> {
  const [run] = await selectRuns(
    db,
    sql`where source = ${source} and status = 'published' order by id desc limit 1`,
  );
  if (!run) return null;
  const { records, accepted, rejected, repaired, refused, missing } = run;
  return { records, accepted, rejected, repaired, refused, missing };
}

async function selectRuns(db: Queries, rest: ReturnType<typeof sql>): Promise<ImportRun[]> {
  const rows = await db.rows<
    Record<string, never> & { id: string; started_at: string; finished_at: string | null }
  >(sql`
    select id, source, file_name as "fileName", file_hash as "fileHash", format, status, mapping_version as "mappingVersion",
      records, accepted, rejected, repaired, refused, missing, repaired_records as "repairedRecords",
      refused_records as "refusedRecords", added, updated, started_at, finished_at
    from sources.import_run ${rest}`);
  return rows.map(({ started_at, finished_at, id, ...run }) => ({
    ...(run as unknown as Omit<ImportRun, 'id' | 'startedAt' | 'finishedAt'>),
    id: Number(id),
    startedAt: new Date(started_at),
    finishedAt: finished_at === null ? null : new Date(finished_at),
  }));
}

export async function readRunContent(db: Queries, id: number): Promise<Uint8Array | null> {
  const [row] = await db.rows<{ content: Uint8Array | null }>(
    sql`select content from sources.import_run where id = ${id}`,
  );
  return row?.content ?? null;
}

export async function readReview(db: Queries, id: number): Promise<Review | null> {
  const [row] = await db.rows<{ review: Review | null }>(
    sql`select review from sources.import_run where id = ${id}`,
  );
  return row?.review ?? null;
}

/** The state of a run, which nobody else may change until the end of the transaction. */
export async function lockRun(tx: Queries, id: number): Promise<ImportRun['status'] | null> {
  const [row] = await tx.rows<{ status: ImportRun['status'] }>(
    sql`select status from sources.import_run where id = ${id} for update`,
  );
  return row?.status ?? null;
}

/** A later reading of the same source that was not cancelled: it makes this one out of date. */
export async function findLaterRun(
  db: Queries,
  { id, source }: Pick<ImportRun, 'id' | 'source'>,
): Promise<Pick<ImportRun, 'id' | 'status'> | null> {
  const [row] = await db.rows<{ id: number | string; status: ImportRun['status'] }>(sql`
    select id, status from sources.import_run
    where source = ${source} and id > ${id} and status <> 'cancelled' order by id desc limit 1`);
  return row ? { id: Number(row.id), status: row.status } : null;
}

/** Grows with each publication, whatever the order in which held imports are agreed to. */
export async function countPublishedImports(db: Queries): Promise<number> {
  const [row] = await db.rows<{ count: string | number }>(
    sql`select count(*) as count from sources.import_run where status = 'published'`,
  );
  return Number(row?.count ?? 0);
}

/** Replaces the issues of a reading: a corrected mapping gives another report. */
export async function saveIssues(
  tx: Queries,
  importId: number,
  issues: readonly ValueIssue[],
): Promise<void> {
  await tx.rows(sql`delete from sources.value_issue where import_id = ${importId}`);
  let rank = 0;
  for (const batch of batchesOf(issues)) {
    const rows = batch.map((issue) => ({ ...issue, rank: rank++ }));
    await tx.rows(sql`
      insert into sources.value_issue (import_id, rank, position, column_name, field, value, decision, reason, repair)
      select ${importId}, rank, position, "column", field, value, decision, reason, repair
      from jsonb_to_recordset(${jsonParameter(rows)}::jsonb) as new(rank int, position int,
        "column" text, field text, value text, decision text, reason text, repair text)`);
  }
}

export async function readIssues(
  db: Queries,
  importId: number,
  page: { limit: number; offset: number },
): Promise<ValueIssue[]> {
  const rows = await db.rows<ValueIssue & { repair: string | null }>(sql`
    select position, column_name as "column", field, value, decision, reason, repair from sources.value_issue
    where import_id = ${importId} order by rank limit ${page.limit} offset ${page.offset}`);
  return rows.map(({ repair, ...issue }) => (repair === null ? issue : { ...issue, repair }));
}

export async function countIssues(db: Queries, importId: number): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(*) as count from sources.value_issue where import_id = ${importId}`,
  );
  return Number(row?.count ?? 0);
}
