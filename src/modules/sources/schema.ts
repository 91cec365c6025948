import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const sources = pgSchema('sources');

/** A producer of places: a spreadsheet, an open-data file, a national API. */
export const source = sources.table('source', {
  name: text('name').primaryKey(),
  title: text('title').notNull(),
  territory: text('territory'),
  url: text('url'),
  licence: text('licence'),
  rhythm: text('rhythm'),
  /** Validators of the last download, for conditional requests. */
  etag: text('etag'),
  lastModified: text('last_modified'),
  /** SHA-256 of the last published file and of the mapping that read it: both unchanged, nothing to do. */
  contentHash: text('content_hash'),
  createdAt: instant('created_at').notNull(),
  checkedAt: instant('checked_at'),
});

export const mapping = sources.table(
  'mapping',
  {
    source: text('source')
      .notNull()
      .references(() => source.name),
    version: integer('version').notNull(),
    content: jsonb('content').notNull(),
    author: text('author').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.version] })],
);

/** One reading of one file. `held` waits for the coordinator's agreement and keeps the file; then it is published or cancelled. */
export const importRun = sources.table(
  'import_run',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    source: text('source')
      .notNull()
      .references(() => source.name),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    format: text('format').notNull(),
    status: text('status', { enum: ['held', 'published', 'cancelled'] }).notNull(),
    mappingVersion: integer('mapping_version').notNull(),
    records: integer('records').notNull(),
    accepted: integer('accepted').notNull(),
    rejected: integer('rejected').notNull(),
    repaired: integer('repaired').notNull(),
    refused: integer('refused').notNull(),
    missing: integer('missing').notNull(),
    /** Accepted records of which a value was repaired and none refused; of which one was refused. */
    repairedRecords: integer('repaired_records').notNull().default(0),
    refusedRecords: integer('refused_records').notNull().default(0),
    /** Places that the source did not hold, and those it held otherwise. Known once published. */
    added: integer('added').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    /** What the coordinator reviews: columns, samples, texts. Held runs only, like the file itself. */
    review: jsonb('review'),
    content: bytes('content'),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('import_run_source').on(table.source, table.id)],
);

/** Every state in which a raw record was ever seen, whole. Append only. */
export const rawRecord = sources.table(
  'raw_record',
  {
    source: text('source')
      .notNull()
      .references(() => source.name),
    recordKey: text('record_key').notNull(),
    hash: text('hash').notNull(),
    importId: bigint('import_id', { mode: 'number' })
      .notNull()
      .references(() => importRun.id),
    position: integer('position').notNull(),
    raw: jsonb('raw').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.recordKey, table.hash] })],
);

/** The present normalised state of each record. A record that left its source keeps its row, with a date. */
export const record = sources.table(
  'record',
  {
    source: text('source')
      .notNull()
      .references(() => source.name),
    recordKey: text('record_key').notNull(),
    hash: text('hash').notNull(),
    position: integer('position').notNull(),
    fields: jsonb('fields').notNull(),
    /** Why it gives no place, or null. */
    rejection: text('rejection'),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** The import that last saw it: what another import wrote meanwhile is not taken for still present. */
    lastImportId: bigint('last_import_id', { mode: 'number' }).notNull().default(0),
    missingSince: instant('missing_since'),
  },
  (table) => [primaryKey({ columns: [table.source, table.recordKey] })],
);

export const valueIssue = sources.table(
  'value_issue',
  {
    importId: bigint('import_id', { mode: 'number' })
      .notNull()
      .references(() => importRun.id),
    rank: integer('rank').notNull(),
    position: integer('position').notNull(),
    column: text('column_name').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    decision: text('decision', { enum: ['refused', 'repaired', 'doubted'] }).notNull(),
    reason: text('reason').notNull(),
    repair: text('repair'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.rank] })],
);

/** Coordinates and new communes brought by `communes update`, over the reference shipped with the program. */
export const commune = sources.table('commune', {
  codeInsee: text('code_insee').primaryKey(),
  content: jsonb('content').notNull(),
  updatedAt: instant('updated_at').notNull(),
});
