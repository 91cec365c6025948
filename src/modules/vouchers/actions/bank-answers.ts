import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { EntryDraft, LedgerRefusal } from '../domain/ledger.ts';
import {
  type BankAnswer,
  type PaymentStatus,
  saysSentTwice,
  statusesOf,
} from '../domain/sepa/bank-answer.ts';
import { type BankAnswerRefusal, readPaymentStatus } from '../domain/sepa/payment-status.ts';
import { appendEntry } from '../store/ledger.ts';
import {
  detachRedemptions,
  insertBankFile,
  listPayments,
  lockPayment,
  movePaidPasses,
  type Payment,
  readBatch,
  saveOutcome,
} from '../store/payments.ts';
import { readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type ResolveRefusal =
  | { kind: 'unknown-payment' }
  | { kind: 'not-approved' }
  | { kind: 'already-resolved-otherwise'; outcome: string }
  | { kind: 'amount-differs'; cents: bigint; saidCents: bigint }
  | LedgerRefusal;

export interface Resolved {
  /** False when the payment was already so. */
  isReplayed: boolean;
  outcome: Resolution['outcome'];
  structure: string;
  cents: bigint;
}

interface Resolution {
  payment: string;
  outcome: 'paid' | 'rejected' | 'returned';
  reasonCode: string | null;
  /** What the bank says it moved; null when it does not say. */
  saidCents: bigint | null;
}

/**
 * P7: paid settles what was set aside; rejected frees it, and the place is owed again; returned, after having been paid,
 * is a reversal. Said twice, it changes nothing.
 */
export function resolvePayment(
  resolution: Resolution,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Resolved, ResolveRefusal>> {
  return deps.db.inTransaction<Resolved, ResolveRefusal>((tx) => resolveIn(tx, resolution, { hand, deps }));
}

const ENTRY = { paid: 'settle', rejected: 'void', returned: 'reverse' } as const;

async function resolveIn(
  tx: Queries,
  said: Resolution,
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<Resolved, ResolveRefusal>> {
  const [by, at] = [byOf(hand), deps.clock()];
  const payment = await lockOwnPayment(tx, said.payment, hand);
  if (!payment) return refuse({ kind: 'unknown-payment' });
  if ((await readBatch(tx, payment.batch))?.state !== 'approved') return refuse({ kind: 'not-approved' });
  const outcome = outcomeOf(said, payment);
  if (!outcome.ok) return outcome;
  const { id, structure, cents } = payment;
  if (outcome.value === null)
    return ok({
      isReplayed: true,
      outcome: payment.outcome as Resolution['outcome'],
      structure,
      cents,
    });
  const entry = await appendEntry(
    tx,
    entryOf(payment, { outcome: outcome.value, reasonCode: said.reasonCode, by, at }),
  );
  if (!entry.ok) return entry;
  await saveOutcome(tx, {
    id,
    outcome: outcome.value,
    reasonCode: said.reasonCode,
    resolution: entry.value.number,
    at,
  });
  if (outcome.value === 'paid')
    await movePaidPasses(tx, { payment: id, from: 'redeemed', to: 'reimbursed' }, { by, at });
  if (outcome.value === 'returned')
    await movePaidPasses(tx, { payment: id, from: 'reimbursed', to: 'redeemed' }, { by, at });
  if (outcome.value !== 'paid') await detachRedemptions(tx, id);
  await audit(tx, hand, { action: `payment-${outcome.value}`, subjectKind: 'payment', subjectId: id, at });
  return ok({ isReplayed: false, outcome: outcome.value, structure, cents });
}

/** Null when it is of a programme that someone else runs. */
async function lockOwnPayment(tx: Queries, id: string, { organisation }: Hand) {
  const payment = await lockPayment(tx, id);
  const programme = payment && (await readProgramme(tx, payment.programme));
  return programme?.organisation === organisation ? payment : null;
}

/** What becomes of a payment; null when it already has. */
function outcomeOf(
  { outcome: said, saidCents }: Resolution,
  payment: Payment,
): Result<Resolution['outcome'] | null, ResolveRefusal> {
  if (saidCents !== null && saidCents !== payment.cents)
    return refuse({ kind: 'amount-differs', cents: payment.cents, saidCents });
  // A bank refuses after the fact with the same words: what was paid came back.
  const hasComeBack = said === 'rejected' && ['paid', 'returned'].includes(payment.outcome);
  const outcome = hasComeBack ? 'returned' : said;
  if (payment.outcome === outcome) return ok(null);
  if (payment.outcome !== (outcome === 'returned' ? 'paid' : 'pending'))
    return refuse({ kind: 'already-resolved-otherwise', outcome: payment.outcome });
  return ok(outcome);
}

function entryOf(
  payment: Payment & { programme: string },
  {
    outcome,
    reasonCode,
    by,
    at,
  }: { outcome: Resolution['outcome']; reasonCode: string | null; by: string; at: Date },
): EntryDraft {
  const { id, programme, structure, cents } = payment;
  const legs = {
    [accountOf.payable(programme, structure)]: -cents,
    [accountOf.reimbursed(programme, structure)]: cents,
  };
  return {
    key: `${ENTRY[outcome]}:${id}`,
    kind: ENTRY[outcome],
    target: outcome === 'returned' ? payment.resolution! : payment.hold,
    ...(outcome === 'paid' ? { legs } : {}),
    actor: by,
    reason: reasonCode ? `${id} ${reasonCode}` : id,
    eventAt: at,
    createdAt: at,
  };
}

export interface BankFileRead {
  isReplayed: boolean;
  paid: number;
  rejected: number;
  /** Lines of other payments than ours, or that say nothing final. */
  unknown: number;
  /** What could not be applied, and why. */
  refused: { payment: string; kind: Exclude<ResolveRefusal['kind'], 'unknown-payment'> | 'sent-twice' }[];
  /** What was done with each payment of ours, in the order of the file. */
  lines: (Resolved & { payment: string; reasonCode: string | null })[];
}

/** P7: what the bank answers, all of it or nothing. The same file again changes nothing. */
export function readBankFile(
  { name, content }: { name: string; content: Uint8Array },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<BankFileRead, BankAnswerRefusal>> {
  return deps.db.inTransaction<BankFileRead, BankAnswerRefusal>(async (tx) => {
    const statuses = readPaymentStatus(content);
    if (!statuses.ok) return statuses;
    const read: BankFileRead = {
      isReplayed: false,
      paid: 0,
      rejected: 0,
      unknown: 0,
      refused: [],
      lines: [],
    };
    for (const status of await allStatuses(tx, statuses.value))
      await applyStatus(tx, status, { read, hand, deps });
    const { paid, rejected, unknown } = read;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const isNew = await insertBankFile(tx, {
      sha256,
      name,
      paid,
      rejected,
      unknown,
      by: byOf(hand),
      at: deps.clock(),
    });
    return ok({ ...read, isReplayed: !isNew });
  });
}

const IN_LINE: readonly Payment['outcome'][] = ['pending', 'paid', 'returned'];

/** A bank that accepts or refuses a whole file names the file: its payments are ours to find. */
async function allStatuses(tx: Queries, answer: BankAnswer): Promise<PaymentStatus[]> {
  const named = new Map(answer.payments.map((status) => [status.endToEndId, status]));
  for (const { messageId } of answer.batches) {
    // A payment that the bank had refused before is in no line of it.
    const sent = (await listPayments(tx, messageId)).filter(({ outcome }) => IN_LINE.includes(outcome));
    const payments = sent.map(({ id: endToEndId, cents }) => ({ endToEndId, cents }));
    for (const status of statusesOf(answer, { messageId, payments })) named.set(status.endToEndId, status);
  }
  return [...named.values()];
}

async function applyStatus(
  tx: Queries,
  { endToEndId, outcome: said, reasonCode, cents }: PaymentStatus,
  { read, hand, deps }: { read: BankFileRead; hand: Hand; deps: VoucherDeps },
): Promise<void> {
  if (said === 'pending') {
    if (saysSentTwice(reasonCode) && (await lockOwnPayment(tx, endToEndId, hand)))
      read.refused.push({ payment: endToEndId, kind: 'sent-twice' });
    else read.unknown += 1;
    return;
  }
  const outcome = said === 'accepted' ? 'paid' : 'rejected';
  const result = await resolveIn(
    tx,
    { payment: endToEndId, outcome, reasonCode: reasonCode ?? null, saidCents: cents ?? null },
    { hand, deps },
  );
  if (result.ok) {
    read[outcome] += 1;
    read.lines.push({ ...result.value, payment: endToEndId, reasonCode: reasonCode ?? null });
  } else if (result.refusal.kind === 'unknown-payment') read.unknown += 1;
  else read.refused.push({ payment: endToEndId, kind: result.refusal.kind });
}
