import { bigserial, index, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const upkeep = pgSchema('upkeep');

/** What someone who passed by says is wrong with a place, until it is answered. */
export const report = upkeep.table(
  'report',
  {
    /** The number people are given. */
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    placeId: text('place_id').notNull(),
    kind: text('kind', { enum: ['closed', 'hours', 'phone', 'address', 'other'] }).notNull(),
    /** Free words: erased a year after the answer. */
    words: text('words').notNull(),
    /** Where to send the answer, when the person wants one: erased a month after it. */
    email: text('email'),
    phone: text('phone'),
    /** In which language to answer. */
    lang: text('lang').notNull(),
    receivedAt: instant('received_at').notNull(),
    readAt: instant('read_at'),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    index('report_answered').on(table.answeredAt, table.id),
    index('report_place').on(table.placeId),
  ],
);

/** Signed links sent to the published e-mail of a place: what a correction names as its origin. */
export const link = upkeep.table(
  'link',
  {
    id: text('id').primaryKey(),
    placeId: text('place_id').notNull(),
    cause: text('cause', { enum: ['asked', 'reminder'] }).notNull(),
    /** Of the letter: the next ones to this place are written in it. */
    lang: text('lang').notNull().default('fr'),
    /** « c…t@t…s.example »: enough to recognise it, too little to write to it. */
    sentTo: text('sent_to').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('link_place').on(table.placeId, table.sentAt)],
);

/** E-mail addresses that want no reminder, as keyed digests: nobody can read them here. */
export const optOut = upkeep.table('opt_out', {
  emailDigest: text('email_digest').primaryKey(),
  at: instant('at').notNull(),
});
