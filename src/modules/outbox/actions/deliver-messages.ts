import { ok, type Result } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import type { DeliveryRefusal } from '../../../platform/delivery.ts';
import type { MailTransport } from '../../../platform/mail/smtp.ts';
import type { SmsTransport } from '../../../platform/sms/gateway.ts';
import type { StoredMessage } from '../domain/message.ts';
import { nextAttemptAt } from '../domain/retry.ts';
import { claimMessages, emptyMessages, postponeMessage, settleMessage } from '../store.ts';

/** How messages leave; what is absent stays in the outbox. */
export interface Transports {
  mail?: MailTransport;
  sms?: SmsTransport;
}

export interface DeliveryDeps {
  db: Database;
  clock: () => Date;
  transports: Transports;
}

export type DeliveryReport = Record<'sent' | 'kept' | 'failed' | 'postponed', number>;

/** A process that dies while sending leaves its messages to others after this time. */
const LEASE_MS = 5 * 60_000;
const BATCH = 20;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Sends what waits, one message after the other. A crash between the server's answer and our note of it sends once
 * more, under the same number: twice rather than never.
 */
export async function deliverMessages(deps: DeliveryDeps): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, kept: 0, failed: 0, postponed: 0 };
  for (;;) {
    const now = deps.clock();
    const claim = { now, until: new Date(now.getTime() + LEASE_MS), limit: BATCH };
    const claimed = await claimMessages(deps.db, claim);
    for (const message of claimed) report[await deliver(message, deps)] += 1;
    if (claimed.length < BATCH) return report;
  }
}

/** Erases what was said in messages settled more than a month ago. */
export const emptyOldMessages = (tx: Queries, now: Date): Promise<number> =>
  emptyMessages(tx, new Date(now.getTime() - KEPT_DAYS * DAY_MS));

async function deliver(
  message: StoredMessage,
  { db, clock, transports }: DeliveryDeps,
): Promise<keyof DeliveryReport> {
  const { id, attempts } = message;
  const outcome = await hand(message, transports);
  const at = clock();
  const settle = async (status: 'sent' | 'kept' | 'failed', error: string | null = null) => {
    const forgetsRecipient = message.channel === 'sms' && status !== 'kept';
    const forgetsBody = message.isSecret && status === 'sent';
    await settleMessage(db, { id, status, at, error, forgetsRecipient, forgetsBody });
    return status;
  };
  if (outcome === null) return settle('kept');
  if (outcome.ok) return settle('sent');
  const until = outcome.refusal.kind === 'try-later' ? nextAttemptAt(attempts, at) : null;
  if (until === null) return settle('failed', outcome.refusal.detail);
  await postponeMessage(db, { id, until, error: outcome.refusal.detail });
  return 'postponed';
}

/** Null when nothing is configured to send such messages. */
async function hand(
  { id, channel, recipient, subject, body, unsubscribeUrl }: StoredMessage,
  { mail, sms }: Transports,
): Promise<Result<null, DeliveryRefusal> | null> {
  // Emptied while it waited: there is nothing left to send.
  if (recipient === null || body === null) return ok(null);
  if (channel === 'sms') return sms ? sms.send({ to: recipient, text: body }) : null;
  const about = { id, to: recipient, subject: subject ?? '', text: body };
  return mail ? mail.send({ ...about, ...(unsubscribeUrl && { unsubscribeUrl }) }) : null;
}
