import { sql } from 'drizzle-orm';
import type { Queries } from '../../platform/db/database.ts';
import type { StoredMessage } from './domain/message.ts';

type Row = Omit<StoredMessage, 'unsubscribeUrl' | 'isSecret' | 'createdAt' | 'settledAt' | 'lastError'> & {
  unsubscribe_url: string | null;
  is_secret: boolean;
  created_at: string;
  settled_at: string | null;
  last_error: string | null;
};

const toMessage = ({
  unsubscribe_url,
  is_secret,
  created_at,
  settled_at,
  last_error,
  ...row
}: Row): StoredMessage => ({
  id: row.id,
  channel: row.channel,
  purpose: row.purpose,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  status: row.status,
  attempts: row.attempts,
  unsubscribeUrl: unsubscribe_url,
  isSecret: is_secret,
  createdAt: new Date(created_at),
  settledAt: settled_at === null ? null : new Date(settled_at),
  lastError: last_error,
});

export async function insertMessage(
  tx: Queries,
  message: Pick<
    StoredMessage,
    'id' | 'channel' | 'purpose' | 'recipient' | 'subject' | 'body' | 'isSecret'
  > & {
    unsubscribeUrl: string | null;
    createdAt: Date;
  },
): Promise<void> {
  const at = message.createdAt.toISOString();
  await tx.rows(sql`
    insert into outbox.message (id, channel, purpose, recipient, subject, body, unsubscribe_url, is_secret, status,
      attempts, next_attempt_at, created_at)
    values (${message.id}, ${message.channel}, ${message.purpose}, ${message.recipient}, ${message.subject},
      ${message.body}, ${message.unsubscribeUrl}, ${message.isSecret}, 'waiting', 0, ${at}, ${at})`);
}

/** Takes messages whose time has come; another process leaves them alone until `until`, or for ever once settled. */
export async function claimMessages(
  db: Queries,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<StoredMessage[]> {
  const rows = await db.rows<Row>(sql`
    update outbox.message set attempts = attempts + 1, next_attempt_at = ${until.toISOString()}
    where id in (
      select id from outbox.message where status = 'waiting' and next_attempt_at <= ${now.toISOString()}
      order by next_attempt_at, id limit ${limit} for update skip locked)
    returning *`);
  return rows.map(toMessage);
}

export interface Settlement {
  id: string;
  status: 'sent' | 'kept' | 'failed';
  at: Date;
  error: string | null;
  /** The number of a telephone has no use once the message has left. */
  forgetsRecipient: boolean;
  /** Nor has a link that opens a door. */
  forgetsBody: boolean;
}

export const settleMessage = (
  db: Queries,
  { id, status, at, error, forgetsRecipient, forgetsBody }: Settlement,
): Promise<unknown> =>
  db.rows(sql`
    update outbox.message set status = ${status}, settled_at = ${at.toISOString()}, last_error = ${error},
      recipient = case when ${forgetsRecipient} then null else recipient end,
      body = case when ${forgetsBody} then null else body end
    where id = ${id}`);

export const postponeMessage = (
  db: Queries,
  { id, until, error }: { id: string; until: Date; error: string },
): Promise<unknown> =>
  db.rows(
    sql`update outbox.message set next_attempt_at = ${until.toISOString()}, last_error = ${error} where id = ${id}`,
  );

/** Erases what settled messages said, and to whom. */
export async function emptyMessages(db: Queries, settledBefore: Date): Promise<number> {
  const rows = await db.rows<{ id: string }>(sql`
    update outbox.message set recipient = null, subject = null, body = null, unsubscribe_url = null
    where settled_at < ${settledBefore.toISOString()} and (body is not null or recipient is not null) returning id`);
  return rows.length;
}

/** A message that was given up or kept is tried again, as long as one knows to whom. */
export async function requeueMessage(db: Queries, id: string, now: Date): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    update outbox.message set status = 'waiting', attempts = 0, settled_at = null, next_attempt_at = ${now.toISOString()}
    where id = ${id} and status in ('failed', 'kept') and recipient is not null and body is not null returning id`);
  return rows.length === 1;
}

/** The latest messages, newest first. */
export async function readMessages(db: Queries, limit: number): Promise<StoredMessage[]> {
  const rows = await db.rows<Row>(
    sql`select * from outbox.message order by created_at desc, id limit ${limit}`,
  );
  return rows.map(toMessage);
}
