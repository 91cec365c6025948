import { pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const access = pgSchema('access');

/** One-time administrator links already used: a link opens one session, once. */
export const usedLink = access.table('used_link', {
  id: text('id').primaryKey(),
  usedAt: timestamp('used_at', { withTimezone: true }).notNull(),
});
