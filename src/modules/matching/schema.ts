import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

export const matching = pgSchema('matching');

/** What people decided about two records, in order. The latest row of a pair is its decision. Append only. */
export const decision = matching.table(
  'decision',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Records are named as their source names them, so that a decision outlives every import. The smaller is a. */
    aSource: text('a_source').notNull(),
    aKey: text('a_key').notNull(),
    bSource: text('b_source').notNull(),
    bKey: text('b_key').notNull(),
    /** `withdrawn` undoes what was decided before. */
    verdict: text('verdict', { enum: ['same', 'linked', 'distinct', 'unknown', 'withdrawn'] }).notNull(),
    /** The row that this one undoes: its verdict then says again what stood before. */
    undoes: bigint('undoes', { mode: 'number' }),
    reason: text('reason'),
    author: text('author').notNull(),
    /** Rows of one author at one instant are one gesture: they are undone together. */
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('decision_pair').on(table.aSource, table.aKey, table.bSource, table.bKey, table.id),
    check(
      'decision_is_about_two',
      sql`(${table.aSource}, ${table.aKey}) <> (${table.bSource}, ${table.bKey})`,
    ),
  ],
);

/** Weights learnt from decisions, one row per learning. Append only: what was once in force can be again. */
export const learntModel = matching.table('learnt_model', {
  version: serial('version').primaryKey(),
  /** How many decisions taught it, and the last one that could. */
  decisions: integer('decisions').notNull(),
  lastDecision: bigint('last_decision', { mode: 'number' }).notNull(),
  /** The records that the decisions are about were read after so many published imports. */
  publishedImports: bigint('published_imports', { mode: 'number' }).notNull(),
  /** The reasoned weights it started from. */
  base: text('base').notNull(),
  priorBits: doublePrecision('prior_bits').notNull(),
  bits: jsonb('bits').notNull(),
  /** How far the model then in force, and this one, agree with these decisions, each judged without having read it. */
  before: jsonb('before').notNull(),
  after: jsonb('after').notNull(),
  author: text('author').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** Which model people agreed to use, in order: the latest row is in force; without any, the reasoned weights are. Append only. */
export const modelChoice = matching.table('model_choice', {
  id: serial('id').primaryKey(),
  /** Null: the reasoned weights. */
  version: integer('version').references(() => learntModel.version),
  author: text('author').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});
