import { text, timestamp } from 'drizzle-orm/pg-core';
import { vouchers } from './ledger.ts';

/** What the nightly task wrote to people, so that it is written once however often the task runs. */
export const told = vouchers.table('told', {
  /** What, about which thing, for which date: `unused:C-…`. Numbers only. */
  key: text('key').primaryKey(),
  toldAt: timestamp('told_at', { withTimezone: true }).notNull(),
});
