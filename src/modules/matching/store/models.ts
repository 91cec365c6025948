import { type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { Agreement } from '../domain/learning.ts';
import { DEFAULT_BITS, type Level } from '../domain/levels.ts';
import { DEFAULT_MODEL, type MatchModel } from '../domain/model.ts';

/** Weights learnt from decisions, and how far they agree with them. */
export interface LearntModel {
  version: number;
  decisions: number;
  lastDecision: number;
  publishedImports: number;
  model: MatchModel;
  before: Agreement;
  after: Agreement;
  author: string;
  at: Date;
}

interface ModelRow {
  version: number;
  decisions: number;
  last_decision: number | string;
  published_imports: number | string;
  base: string;
  prior_bits: number;
  bits: Partial<Record<Level, number>>;
  before: Agreement;
  after: Agreement;
  author: string;
  at: string;
}

const toLearntModel = (row: ModelRow): LearntModel => ({
  version: row.version,
  decisions: row.decisions,
  lastDecision: Number(row.last_decision),
  publishedImports: Number(row.published_imports),
  model: {
    version: `${row.base}+${row.decisions}`,
    priorBits: Number(row.prior_bits),
    // A level that a later program compares, and that nobody could learn yet, keeps its reasoned weight.
    bits: { ...DEFAULT_BITS, ...row.bits },
    readsFinely: false,
  },
  before: row.before,
  after: row.after,
  author: row.author,
  at: new Date(row.at),
});

async function selectModels(db: Queries, rest: SQL): Promise<LearntModel[]> {
  const rows = await db.rows<ModelRow>(sql`
    select version, decisions, last_decision, published_imports, base, prior_bits, bits, before, after, author, at
    from matching.learnt_model ${rest}`);
  return rows.map(toLearntModel);
}

/** Latest first. */
export const readLearntModels = (db: Queries): Promise<LearntModel[]> =>
  selectModels(db, sql`order by version desc`);

export async function readLearntModel(db: Queries, version: number): Promise<LearntModel | null> {
  const [found] = await selectModels(db, sql`where version = ${version}`);
  return found ?? null;
}

/** Gives the version of the new model. */
export async function appendLearntModel(
  tx: Queries,
  { model, ...rest }: Omit<LearntModel, 'version'>,
): Promise<number> {
  const [row] = await tx.rows<{ version: number }>(sql`
    insert into matching.learnt_model
      (decisions, last_decision, published_imports, base, prior_bits, bits, before, after, author, at)
    values (${rest.decisions}, ${rest.lastDecision}, ${rest.publishedImports}, ${DEFAULT_MODEL.version},
      ${model.priorBits}, ${jsonParameter(model.bits)}::jsonb, ${jsonParameter(rest.before)}::jsonb,
      ${jsonParameter(rest.after)}::jsonb, ${rest.author}, ${rest.at.toISOString()})
    returning version`);
  return row!.version;
}

/** The weights that every comparison uses, and who agreed to them. */
export interface ModelInForce {
  /** Number of the choice; 0 when nobody chose yet. */
  choice: number;
  /** Null: the reasoned weights. */
  version: number | null;
  /** The last decision that it could learn from. */
  lastDecision: number;
  model: MatchModel;
  chosen: { author: string; at: Date } | null;
}

export async function readModelInForce(db: Queries): Promise<ModelInForce> {
  const [choice] = await db.rows<{ id: number; version: number | null; author: string; at: string }>(
    sql`select id, version, author, at from matching.model_choice order by id desc limit 1`,
  );
  const learnt = choice?.version ? await readLearntModel(db, choice.version) : null;
  return {
    choice: choice?.id ?? 0,
    version: choice?.version ?? null,
    lastDecision: learnt?.lastDecision ?? 0,
    model: learnt?.model ?? DEFAULT_MODEL,
    chosen: choice ? { author: choice.author, at: new Date(choice.at) } : null,
  };
}

/** Number of the latest choice of weights; 0 before the first. */
export async function readModelChoice(db: Queries): Promise<number> {
  const [row] = await db.rows<{ id: number | null }>(sql`select max(id) as id from matching.model_choice`);
  return row?.id ?? 0;
}

export const appendModelChoice = (
  tx: Queries,
  { version, author, at }: { version: number | null; author: string; at: Date },
): Promise<unknown> =>
  tx.rows(sql`
    insert into matching.model_choice (version, author, at) values (${version}, ${author}, ${at.toISOString()})`);

/** One learning or choice at a time, whatever the number of processes. */
export const lockModels = (tx: Queries): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtext('maillon.models'))`);
