import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const directory = pgSchema('directory');

/** One reception point. A row is never deleted: a merged place redirects, a removed one answers « ce lieu a fermé ». */
export const place = directory.table(
  'place',
  {
    id: text('id').primaryKey(),
    status: text('status', { enum: ['published', 'merged', 'removed'] }).notNull(),
    /** The survivor of a merge; always a place that is not itself merged. */
    mergedInto: text('merged_into'),
    fields: jsonb('fields').notNull(),
    /** Per field: which record gave it, and how fresh that record is. */
    provenance: jsonb('provenance').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('place_status').on(table.status, table.id),
    index('place_merged_into').on(table.mergedInto),
  ],
);

/** Which source records describe a place: one place per record, many records per place. */
export const placeRecord = directory.table(
  'place_record',
  {
    source: text('source').notNull(),
    recordKey: text('record_key').notNull(),
    placeId: text('place_id')
      .notNull()
      .references(() => place.id),
    /** The place it would stand in if nothing were merged: what a merge forgets, and a split needs (docs/adr/0015). */
    homeId: text('home_id')
      .notNull()
      .references(() => place.id),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.recordKey] }),
    index('place_record_place').on(table.placeId),
  ],
);

/** Everything that ever happened to a place, in order; the feed of changes reads it. Append only. */
export const change = directory.table(
  'change',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    placeId: text('place_id')
      .notNull()
      .references(() => place.id),
    kind: text('kind', { enum: ['created', 'updated', 'merged', 'split', 'removed', 'restored'] }).notNull(),
    detail: jsonb('detail').notNull(),
    /** Who decided it; null when sources alone did. Never published. */
    author: text('author'),
    at: instant('at').notNull(),
  },
  (table) => [index('change_place').on(table.placeId, table.seq)],
);

/**
 * What someone who knows a place says of it, one row per unit (a field, or a group that only makes sense whole): an
 * overlay over what sources say, never a rewriting of it (docs/adr/0018). Append only.
 */
export const correction = directory.table(
  'correction',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Rows said at once: they are undone together. */
    gesture: text('gesture').notNull(),
    placeId: text('place_id')
      .notNull()
      .references(() => place.id),
    unit: text('unit').notNull(),
    /** The fields of the unit as they should be; an absent one has no value. */
    value: jsonb('value').notNull(),
    /** The same fields as sources said them that day: it tells later whether a source changed its mind. */
    basis: jsonb('basis').notNull(),
    saidBy: text('said_by', { enum: ['place-manager', 'coordinator'] }).notNull(),
    /** The signed link it came through; null for a coordinator. */
    link: text('link'),
    /** The name that a coordinator gave; null when none was. Never published. */
    author: text('author'),
    /** Empty: published at once. Else why a person looks first. */
    reasons: jsonb('reasons').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('correction_place').on(table.placeId, table.id),
    index('correction_gesture').on(table.gesture),
  ],
);

/** What a person decided about a correction; the latest row holds. Append only. */
export const correctionRuling = directory.table(
  'correction_ruling',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    correctionId: bigint('correction_id', { mode: 'number' })
      .notNull()
      .references(() => correction.id),
    verdict: text('verdict', { enum: ['accepted', 'refused', 'withdrawn'] }).notNull(),
    reason: text('reason').notNull(),
    author: text('author').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('correction_ruling_correction').on(table.correctionId, table.id)],
);

/**
 * One row: how many published imports, which decision last and which weights the directory was computed from. A crash
 * between them and the refresh shows here.
 */
export const state = directory.table('state', {
  id: integer('id').primaryKey(),
  publishedImports: bigint('published_imports', { mode: 'number' }).notNull(),
  lastDecision: bigint('last_decision', { mode: 'number' }).notNull().default(0),
  /** The choice of weights it was computed with; 0 before the first. */
  modelChoice: integer('model_choice').notNull().default(0),
  refreshedAt: instant('refreshed_at').notNull(),
});
