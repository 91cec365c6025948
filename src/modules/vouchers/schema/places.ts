import { sql } from 'drizzle-orm';
import { date, index, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { vouchers } from './ledger.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** V13: one SIRET is one qualified structure. Public money must be traced. */
export const qualifiedStructure = vouchers.table('qualified_structure', {
  structure: text('structure').primaryKey(),
  siret: text('siret').notNull().unique('qualified_structure_siret'),
  qualifiedAt: instant('qualified_at').notNull(),
});

/** The agreement between a programme and a structure that accepts its passes. */
export const agreement = vouchers.table(
  'agreement',
  {
    programme: text('programme').notNull(),
    structure: text('structure').notNull(),
    state: text('state', { enum: ['requested', 'active', 'refused', 'ended'] }).notNull(),
    siret: text('siret').notNull(),
    codeInsee: text('code_insee').notNull(),
    /** Areas that hold it, compared with the territory of the programme: `commune:69123`, `departement:69`. */
    territories: text('territories').array().notNull(),
    label: text('label'),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.structure] }),
    index('agreement_structure').on(table.structure),
  ],
);

/** P5: an account is paid, or pays, once a second person agreed and a delay passed. Rows are kept: who changed what, when. */
export const bankAccount = vouchers.table(
  'bank_account',
  {
    id: text('id').primaryKey(),
    /** Whose it is: a structure that is paid, or a programme, whose places are paid from it. */
    structure: text('structure').notNull(),
    /** P9: exactly as on the bank's document. */
    holder: text('holder').notNull(),
    iban: text('iban').notNull(),
    bic: text('bic'),
    state: text('state', { enum: ['proposed', 'confirmed', 'refused', 'replaced'] }).notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    payableFrom: instant('payable_from'),
  },
  (table) => [
    index('bank_account_structure').on(table.structure),
    uniqueIndex('bank_account_proposed').on(table.structure).where(sql`${table.state} = 'proposed'`),
    uniqueIndex('bank_account_confirmed').on(table.structure).where(sql`${table.state} = 'confirmed'`),
  ],
);
