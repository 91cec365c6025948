import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { PASS_STATES } from '../domain/pass.ts';
import { vouchers } from './ledger.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const cents = (name: string) => bigint(name, { mode: 'bigint' });

/** One decision to help people: by whom, with which money, until when. */
export const programme = vouchers.table('programme', {
  id: text('id').primaryKey(),
  /** The collectivité that runs it. */
  organisation: text('organisation').notNull(),
  name: text('name').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  /** Nothing is issued nor handed over after this day. Null: as long as there is money. */
  endsOn: date('ends_on'),
  /** The account that holds voucher money and nothing else (V6). */
  escrowHolder: text('escrow_holder'),
  escrowIban: text('escrow_iban'),
  escrowBic: text('escrow_bic'),
});

/** V1: terms are dated data. Append only: booklets in hands keep the version they were issued under. */
export const programmeTerms = vouchers.table(
  'programme_terms',
  {
    programme: text('programme').notNull(),
    version: integer('version').notNull(),
    terms: jsonb('terms').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.version] })],
);

/** Who promised which part. Money comes by `funding`. */
export const programmeFunder = vouchers.table(
  'programme_funder',
  {
    programme: text('programme').notNull(),
    funder: text('funder').notNull(),
    promisedCents: cents('promised_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.funder] })],
);

/** Money received. Append only. */
export const funding = vouchers.table('funding', {
  id: text('id').primaryKey(),
  programme: text('programme').notNull(),
  funder: text('funder').notNull(),
  cents: cents('cents').notNull(),
  receivedOn: date('received_on').notNull(),
  reference: text('reference').notNull(),
  entry: cents('entry').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
});

export const bookletOrder = vouchers.table(
  'booklet_order',
  {
    id: text('id').primaryKey(),
    programme: text('programme').notNull(),
    prescriber: text('prescriber').notNull(),
    quantity: integer('quantity').notNull(),
    orderedBy: text('ordered_by').notNull(),
    orderedAt: instant('ordered_at').notNull(),
    issuedAt: instant('issued_at'),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('booklet_order_programme').on(table.programme),
    index('booklet_order_prescriber').on(table.prescriber),
  ],
);

/** What a person holds: one code, some passes. */
export const booklet = vouchers.table(
  'booklet',
  {
    id: text('id').primaryKey(),
    programme: text('programme').notNull(),
    termsVersion: integer('terms_version').notNull(),
    /** Null for what replaces a lost booklet. */
    orderId: text('order_id'),
    prescriber: text('prescriber').notNull(),
    /** SHA-256 of the code: the code itself is kept nowhere (V10). */
    codeHash: text('code_hash').unique('booklet_code_hash'),
    handedOverAt: instant('handed_over_at'),
    handedOverBy: text('handed_over_by'),
    /** Chosen by the page before it asks: asking twice hands over once. */
    handOverKey: text('hand_over_key').unique('booklet_hand_over_key'),
    /** First name or pseudonym. Erased with the phone once nothing is left to use. */
    personName: text('person_name'),
    phone: text('phone'),
    lastDay: date('last_day'),
    firstUsedAt: instant('first_used_at'),
    completedAt: instant('completed_at'),
    lostAt: instant('lost_at'),
    replaces: text('replaces').unique('booklet_replaces'),
  },
  (table) => [
    index('booklet_programme').on(table.programme, table.lastDay),
    index('booklet_prescriber').on(table.prescriber, table.handedOverAt),
    index('booklet_order_of').on(table.orderId),
  ],
);

/** V2. Its money stands on the ledger account `pass:<booklet>:<rank>`. */
export const pass = vouchers.table(
  'pass',
  {
    booklet: text('booklet').notNull(),
    rank: integer('rank').notNull(),
    state: text('state', { enum: PASS_STATES }).notNull(),
    cents: cents('cents').notNull(),
    isBonus: boolean('is_bonus').notNull(),
    redemption: text('redemption'),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.booklet, table.rank] }),
    index('pass_redemption').on(table.redemption).where(sql`${table.redemption} is not null`),
  ],
);

/** Every change of state, written by the database itself. Append only. */
export const passEvent = vouchers.table(
  'pass_event',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    booklet: text('booklet').notNull(),
    rank: integer('rank').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('pass_event_pass').on(table.booklet, table.rank)],
);

/** Help given against passes. */
export const redemption = vouchers.table(
  'redemption',
  {
    /** R-20261124-8KQ2MZ41TB: what people read to each other on the phone. */
    id: text('id').primaryKey(),
    key: text('key').notNull().unique('redemption_key'),
    requestHash: text('request_hash').notNull(),
    programme: text('programme').notNull(),
    booklet: text('booklet').notNull(),
    structure: text('structure').notNull(),
    mediator: text('mediator').notNull(),
    passCount: integer('pass_count').notNull(),
    cents: cents('cents').notNull(),
    theme: text('theme'),
    hasAttended: boolean('has_attended').notNull(),
    channel: text('channel', { enum: ['typed', 'camera', 'offline'] }).notNull(),
    /** When help was given, and when it was written here. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** V11: the promise made to the place. */
    payBy: date('pay_by').notNull(),
    entry: cents('entry').notNull(),
    undoneAt: instant('undone_at'),
    /** The payment that takes it: null while none does. */
    payment: text('payment'),
  },
  (table) => [
    index('redemption_structure').on(table.structure, table.at),
    index('redemption_booklet').on(table.booklet),
    index('redemption_unpaid')
      .on(table.programme, table.structure)
      .where(sql`${table.payment} is null and ${table.undoneAt} is null`),
    index('redemption_payment').on(table.payment).where(sql`${table.payment} is not null`),
  ],
);
