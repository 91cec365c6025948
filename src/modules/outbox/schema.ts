import { boolean, index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const outbox = pgSchema('outbox');

/** What was written to someone: kept with the action that caused it, delivered afterwards, emptied after a month. */
export const message = outbox.table(
  'message',
  {
    id: text('id').primaryKey(),
    channel: text('channel', { enum: ['mail', 'sms'] }).notNull(),
    /** Why it was written, in a few words of ours: « correction-link ». */
    purpose: text('purpose').notNull(),
    /** Personal data, with the next three: erased once settled (text messages) or a month later (e-mails). */
    recipient: text('recipient'),
    subject: text('subject'),
    body: text('body'),
    unsubscribeUrl: text('unsubscribe_url'),
    /** Opens a door to whoever reads it: erased as soon as it has left. */
    isSecret: boolean('is_secret').notNull().default(false),
    /** `kept`: nothing is configured to send it, it is read here. */
    status: text('status', { enum: ['waiting', 'sent', 'kept', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was sent, kept or given up. */
    settledAt: instant('settled_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('message_waiting').on(table.status, table.nextAttemptAt),
    index('message_created').on(table.createdAt),
  ],
);
