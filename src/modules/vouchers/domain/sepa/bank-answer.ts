/** What became of a payment, for the ledger: `accepted` posts, `rejected` voids, `pending` changes nothing (P7). */
export type Outcome = 'accepted' | 'rejected' | 'pending';

/** Why, in the bank's words. Codes are those of ISO 20022 (`AC04`), explained in `sepa-messages.ts`. */
export interface Reason {
  reasonCode?: string;
  reasonText?: string;
}

export interface PaymentStatus extends Reason {
  endToEndId: string;
  outcome: Outcome;
  /** What the bank says it moved, in cents of euros; absent when it does not say, or says it in another currency. */
  cents?: bigint;
}

/** A bank that refuses a whole file, or books it as one line, does not name the payments in it. */
export interface BatchStatus extends Reason {
  messageId: string;
  outcome: Outcome;
  /** What one line moved for the whole batch, in cents of euros; absent when the bank does not say. */
  cents?: bigint;
}

export interface BankAnswer {
  format: 'pain.002' | 'camt.053';
  /** Given by the bank to its file; empty when it gave none. */
  fileId: string;
  /** One per identifier. */
  payments: readonly PaymentStatus[];
  batches: readonly BatchStatus[];
}

/**
 * What an answer says of each payment of a batch: the line of the payment itself first, else that of the whole
 * batch. Payments of which it says nothing are absent. A line that moved more or less than the batch leaves to each payment
 * another amount than its own: nobody can tell which of them the bank left out.
 */
export function statusesOf(
  answer: BankAnswer,
  batch: { messageId: string; payments: readonly { endToEndId: string; cents: bigint }[] },
): PaymentStatus[] {
  const named = new Map(answer.payments.map((payment) => [payment.endToEndId, payment]));
  const whole = answer.batches.find(({ messageId }) => messageId === batch.messageId);
  const total = batch.payments.reduce((sum, { cents }) => sum + cents, 0n);
  return batch.payments.flatMap(({ endToEndId, cents: own }) => {
    const line = named.get(endToEndId);
    if (line) return [line];
    if (!whole) return [];
    const { messageId: _, cents, ...said } = whole;
    return [{ endToEndId, ...said, ...(cents !== undefined && { cents: cents - (total - own) }) }];
  });
}

/**
 * One line per payment. A statement may show a payment leave and come back: what came back was not paid, and what
 * left is no longer under way.
 */
export function strongest<Line extends { outcome: Outcome }>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] {
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const known = kept.get(keyOf(line));
    if (!known || STRENGTH[line.outcome] > STRENGTH[known.outcome]) kept.set(keyOf(line), line);
  }
  return [...kept.values()];
}

const STRENGTH: Readonly<Record<Outcome, number>> = { pending: 0, accepted: 1, rejected: 2 };

/** Codes of ISO 20022 for « already received »: of the file, of its group, of the payment or of its identifiers. */
const SENT_TWICE: readonly string[] = ['AM05', 'DUPL', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'];

export const saysSentTwice = (code: string | undefined): boolean =>
  code !== undefined && SENT_TWICE.includes(code);

/** Longer than any bank writes: the text is shown to people. */
const REASON_LENGTH = 500;

/** Without the keys of what the bank did not say. */
export function reasonOf(code: string | null, texts: readonly (string | null)[]): Reason {
  const text = texts.filter(Boolean).join(' ').slice(0, REASON_LENGTH);
  return { ...(code && { reasonCode: code }), ...(text && { reasonText: text }) };
}
