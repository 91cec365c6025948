import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export const vouchers = pgSchema('vouchers');

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What an account holds, kept beside its journal: `maillon check` compares both. */
export const ledgerAccount = vouchers.table(
  'ledger_account',
  {
    id: text('id').primaryKey(),
    /** Null for those who may owe: funders alone. */
    floorCents: bigint('floor_cents', { mode: 'bigint' }),
    openedAt: instant('opened_at').notNull(),
    postedCents: bigint('posted_cents', { mode: 'bigint' }).notNull().default(sql`0`),
    heldCents: bigint('held_cents', { mode: 'bigint' }).notNull().default(sql`0`),
    legCount: bigint('leg_count', { mode: 'bigint' }).notNull().default(sql`0`),
    /** Hash of its last leg. */
    headHash: text('head_hash').notNull().default(''),
  },
  (table) => [index('ledger_account_bonus').on(table.id).where(sql`${table.id} like 'bonus:%'`)],
);

/** The journal, written by `vouchers.ledger_append_each` alone. Append only. */
export const ledgerEntry = vouchers.table(
  'ledger_entry',
  {
    number: bigserial('number', { mode: 'bigint' }).primaryKey(),
    /** Chosen by the caller, kept for ever: the same key twice is one entry. */
    key: text('key').notNull().unique('ledger_entry_key'),
    kind: text('kind', { enum: ['post', 'hold', 'settle', 'void', 'reverse'] }).notNull(),
    resolves: bigint('resolves', { mode: 'bigint' }),
    reverses: bigint('reverses', { mode: 'bigint' }),
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    eventAt: instant('event_at').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    /** Of what was asked, to tell a retry from another request under the same key. */
    requestHash: text('request_hash').notNull(),
    contentHash: text('content_hash').notNull(),
  },
  (table) => [
    uniqueIndex('ledger_entry_resolves').on(table.resolves).where(sql`${table.resolves} is not null`),
    uniqueIndex('ledger_entry_reverses').on(table.reverses).where(sql`${table.reverses} is not null`),
  ],
);

/** What an entry did to one account. Append only. */
export const ledgerLeg = vouchers.table(
  'ledger_leg',
  {
    entry: bigint('entry', { mode: 'bigint' }).notNull(),
    account: text('account').notNull(),
    rank: bigint('rank', { mode: 'bigint' }).notNull(),
    postedCents: bigint('posted_cents', { mode: 'bigint' }).notNull(),
    pendingCents: bigint('pending_cents', { mode: 'bigint' }).notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entry, table.account] }),
    unique('ledger_leg_rank').on(table.account, table.rank),
  ],
);

/** Nothing that happened before `until` can be written any more. Append only. */
export const ledgerClosing = vouchers.table('ledger_closing', {
  id: bigserial('id', { mode: 'bigint' }).primaryKey(),
  until: instant('until').notNull(),
  actor: text('actor').notNull(),
  at: instant('at').notNull(),
});
