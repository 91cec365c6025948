import { bigint, date, index, integer, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { vouchers } from './ledger.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const cents = (name: string) => bigint(name, { mode: 'bigint' });

/** P6: prepared by one person, approved by another, then carried to the bank. */
export const batch = vouchers.table(
  'batch',
  {
    /** MsgId of the file: unique for ever. */
    id: text('id').primaryKey(),
    programme: text('programme').notNull(),
    state: text('state', { enum: ['prepared', 'approved', 'cancelled'] }).notNull(),
    preparedBy: text('prepared_by').notNull(),
    preparedAt: instant('prepared_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    executeOn: date('execute_on').notNull(),
    debtorName: text('debtor_name').notNull(),
    debtorIban: text('debtor_iban').notNull(),
    debtorBic: text('debtor_bic'),
  },
  (table) => [index('batch_programme').on(table.programme, table.preparedAt)],
);

/** P3: one payment is one pending entry of the ledger, under an EndToEndId that is never used again. */
export const payment = vouchers.table(
  'payment',
  {
    /** EndToEndId. */
    id: text('id').primaryKey(),
    batch: text('batch').notNull(),
    structure: text('structure').notNull(),
    cents: cents('cents').notNull(),
    /** As they were when the batch was prepared: the file can be written again, to the byte. */
    holder: text('holder').notNull(),
    iban: text('iban').notNull(),
    bic: text('bic'),
    hold: cents('hold').notNull(),
    outcome: text('outcome', { enum: ['pending', 'paid', 'rejected', 'cancelled', 'returned'] }).notNull(),
    reasonCode: text('reason_code'),
    /** The entry that settled, voided or reversed. */
    resolution: cents('resolution'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [index('payment_batch').on(table.batch), index('payment_structure').on(table.structure)],
);

/** What the bank answered: the same file read twice changes nothing (P7). */
export const bankFile = vouchers.table('bank_file', {
  sha256: text('sha256').primaryKey(),
  name: text('name').notNull(),
  readBy: text('read_by').notNull(),
  readAt: instant('read_at').notNull(),
  paid: integer('paid').notNull(),
  rejected: integer('rejected').notNull(),
  unknown: integer('unknown').notNull(),
});

/** V8: steps of the end of a programme that were done, each once. */
export const programmeStep = vouchers.table(
  'programme_step',
  {
    programme: text('programme').notNull(),
    step: text('step').notNull(),
    doneAt: instant('done_at').notNull(),
    doneBy: text('done_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.step] })],
);

/** Asked by a place for a person whose booklet is past its date. */
export const extension = vouchers.table(
  'extension',
  {
    id: text('id').primaryKey(),
    booklet: text('booklet').notNull(),
    askedBy: text('asked_by').notNull(),
    structure: text('structure').notNull(),
    askedAt: instant('asked_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** The new last day; null when refused or not decided yet. */
    newLastDay: date('new_last_day'),
  },
  (table) => [index('extension_booklet').on(table.booklet)],
);

/** A phone or computer that may redeem without network: it signs with a key that never leaves it. */
export const device = vouchers.table('device', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  structure: text('structure').notNull(),
  /** Public key, ECDSA P-256, as JWK text. */
  publicKey: text('public_key').notNull(),
  /** Private key, ECDH P-256, as JWK text: opens the codes that this device closed. */
  openingKey: text('opening_key').notNull(),
  registeredAt: instant('registered_at').notNull(),
  revokedAt: instant('revoked_at'),
});

/** What a device sent afterwards, and what became of it: a refused one is shown to both sides, never forgotten. */
export const lateRedemption = vouchers.table(
  'late_redemption',
  {
    key: text('key').primaryKey(),
    device: text('device').notNull(),
    structure: text('structure').notNull(),
    booklet: text('booklet'),
    passCount: integer('pass_count').notNull(),
    /** As the device's clock said, and when it came here. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    outcome: text('outcome').notNull(),
    /** What it did, or what pays it although it was refused. */
    redemption: text('redemption'),
    /** What whoever runs the programme decided about one that was refused, in words. */
    settlement: text('settlement'),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (table) => [index('late_redemption_structure').on(table.structure, table.receivedAt)],
);
