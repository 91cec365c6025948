import { type SQL, sql } from 'drizzle-orm';
import { recordRef, splitRef } from '../../../kernel/record-ref.ts';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { Decision, RecordPair } from '../domain/decision.ts';

interface DecisionRow {
  id: number | string;
  a_source: string;
  a_key: string;
  b_source: string;
  b_key: string;
  verdict: Decision['verdict'];
  undoes: number | string | null;
  reason: string | null;
  author: string;
  at: string;
}

const toDecision = (row: DecisionRow): Decision => ({
  id: Number(row.id),
  a: recordRef(row.a_source, row.a_key),
  b: recordRef(row.b_source, row.b_key),
  verdict: row.verdict,
  undoes: row.undoes === null ? null : Number(row.undoes),
  reason: row.reason,
  author: row.author,
  at: new Date(row.at),
});

const toColumns = ({ a, b }: RecordPair) => ({
  aSource: splitRef(a).source,
  aKey: splitRef(a).recordKey,
  bSource: splitRef(b).source,
  bKey: splitRef(b).recordKey,
});

const columns = sql`id, a_source, a_key, b_source, b_key, verdict, undoes, reason, author, at`;

async function selectDecisions(db: Queries, rest: SQL): Promise<Decision[]> {
  const rows = await db.rows<DecisionRow>(sql`select ${columns} from matching.decision ${rest}`);
  return rows.map(toDecision);
}

/** Decisions written after this one, oldest first. */
export const readDecisionsSince = (db: Queries, id: number): Promise<Decision[]> =>
  selectDecisions(db, sql`where id > ${id} order by id`);

/** Whether anything was decided after this decision. */
export async function hasDecisionsSince(db: Queries, id: number): Promise<boolean> {
  const rows = await db.rows(sql`select 1 from matching.decision where id > ${id} limit 1`);
  return rows.length > 0;
}

/** One gesture of a person: its first row, how many pairs it decided, and what became of that row. */
export interface Gesture extends Decision {
  pairs: number;
  fate: 'stands' | 'undone' | 'replaced';
}

/** Gestures, latest first. */
export async function readGesturesPage(
  db: Queries,
  page: { limit: number; offset: number },
): Promise<Gesture[]> {
  const rows = await db.rows<DecisionRow & { pairs: number | string; fate: Gesture['fate'] }>(sql`
    with gesture as (
      select min(id) as first, count(*) as pairs from matching.decision group by author, at
      order by first desc limit ${page.limit} offset ${page.offset})
    select ${columns}, pairs, case
      when exists (select 1 from matching.decision as undoing where undoing.undoes = given.id) then 'undone'
      when exists (select 1 from matching.decision as later
        where (later.a_source, later.a_key, later.b_source, later.b_key) = (given.a_source, given.a_key, given.b_source, given.b_key)
          and later.id > given.id and later.undoes is null
          and not exists (select 1 from matching.decision as undoing where undoing.undoes = later.id)) then 'replaced'
      else 'stands' end as fate
    from gesture join matching.decision as given on given.id = gesture.first order by id desc`);
  return rows.map((row) => ({ ...toDecision(row), pairs: Number(row.pairs), fate: row.fate }));
}

export async function countGestures(db: Queries): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(distinct (author, at)) as count from matching.decision`,
  );
  return Number(row?.count ?? 0);
}

/** How many gestures since this instant still say something: those undone do not count. */
export async function countGesturesSince(db: Queries, since: Date): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(
    sql`select count(distinct (author, at)) as count from matching.decision as given
      where at >= ${since.toISOString()} and undoes is null
        and not exists (select 1 from matching.decision as undoing where undoing.undoes = given.id)`,
  );
  return Number(row?.count ?? 0);
}

/** One writer at a time: the numbers of decisions grow in the order in which others may see them. */
export const lockDecisions = (tx: Queries): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.decisions'))`);

export async function appendDecisions(
  tx: Queries,
  decisions: readonly Omit<Decision, 'id'>[],
): Promise<void> {
  const rows = decisions.map(({ a, b, ...rest }) => ({ ...rest, ...toColumns({ a, b }) }));
  for (const batch of batchesOf(rows)) {
    await tx.rows(sql`
      insert into matching.decision (a_source, a_key, b_source, b_key, verdict, undoes, reason, author, at)
      select "aSource", "aKey", "bSource", "bKey", verdict, undoes, reason, author, at
      from jsonb_to_recordset(${jsonParameter(batch)}::jsonb) as new("aSource" text, "aKey" text, "bSource" text,
        "bKey" text, verdict text, undoes bigint, reason text, author text, at timestamptz)`);
  }
}

/** Everything ever decided about these pairs, oldest first. */
export const readPairHistory = (db: Queries, pairs: readonly RecordPair[]): Promise<Decision[]> =>
  selectDecisions(
    db,
    sql`where (a_source, a_key, b_source, b_key) in (select "aSource", "aKey", "bSource", "bKey"
      from jsonb_to_recordset(${jsonParameter(pairs.map(toColumns))}::jsonb)
        as pair("aSource" text, "aKey" text, "bSource" text, "bKey" text)) order by id`,
  );

/** All the rows of the gestures to which these belong, oldest first. */
export const readGestures = (db: Queries, ids: readonly number[]): Promise<Decision[]> =>
  selectDecisions(
    db,
    sql`where (author, at) in (select author, at from matching.decision
      where id in (select value::bigint from jsonb_array_elements_text(${jsonParameter(ids)}::jsonb))) order by id`,
  );
