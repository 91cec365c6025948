import { sql } from 'drizzle-orm';
import { bigint, bigserial, check, index, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

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
