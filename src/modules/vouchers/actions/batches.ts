import type { LocalDate } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import type { EscrowHold } from '../domain/payable.ts';
import { UNDO_MS } from '../domain/redemption.ts';
import { writePaymentFile } from '../domain/sepa/pain-001.ts';
import { appendEntry } from '../store/ledger.ts';
import {
  attachRedemptions,
  type Batch,
  detachRedemptions,
  hasPayeeChanged,
  insertBatch,
  insertPayment,
  listPayments,
  lockBatch,
  readBatch,
  saveBatchDecision,
  saveOutcome,
  takeDues,
} from '../store/payments.ts';
import { type Programme, readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, personOf, randomName, type VoucherDeps } from './deps.ts';
import { readEscrowHold } from './escrow.ts';

export type PrepareRefusal =
  | { kind: 'unknown-programme' }
  | EscrowHold
  | { kind: 'nothing-due' }
  | LedgerRefusal;

/** P6, first person: everything that can be paid today, one transfer a structure, each set aside in the ledger (P7). */
export function prepareBatch(
  { programme: id, executeOn }: { programme: string; executeOn: LocalDate },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ batch: string; payments: number; cents: bigint }, PrepareRefusal>> {
  return deps.db.inTransaction<{ batch: string; payments: number; cents: bigint }, PrepareRefusal>(
    async (tx) => {
      const [by, at] = [byOf(hand), deps.clock()];
      const programme = await readProgramme(tx, id);
      if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
      const held = await readEscrowHold(tx, programme, at);
      if (held) return refuse(held);
      const dues = await takeDues(tx, {
        programme: id,
        recordedBefore: new Date(at.getTime() - UNDO_MS),
        at,
      });
      if (dues.length === 0) return refuse({ kind: 'nothing-due' });
      const batch = `L${randomName(12, deps)}`;
      const { holder: name, iban, bic } = programme.escrow!;
      await insertBatch(tx, {
        id: batch,
        programme: id,
        preparedBy: by,
        preparedAt: at,
        executeOn,
        debtor: { name, iban, bic },
      });
      for (const [rank, due] of dues.entries()) {
        const payment = `${batch}N${rank + 1}`;
        const hold = await appendEntry(tx, {
          key: `pay:${payment}`,
          kind: 'hold',
          legs: {
            [accountOf.payable(id, due.structure)]: -due.cents,
            [accountOf.reimbursed(id, due.structure)]: due.cents,
          },
          actor: by,
          reason: payment,
          eventAt: at,
          createdAt: at,
        });
        if (!hold.ok) return hold;
        const { structure, cents } = due;
        await insertPayment(tx, {
          id: payment,
          batch,
          structure,
          cents,
          holder: due.holder,
          iban: due.iban,
          bic: due.bic,
          hold: hold.value.number,
        });
        await attachRedemptions(tx, due.redemptions, payment);
      }
      await audit(tx, hand, { action: 'batch-prepared', subjectKind: 'batch', subjectId: batch, at });
      return ok({ batch, payments: dues.length, cents: dues.reduce((sum, { cents }) => sum + cents, 0n) });
    },
  );
}

export type ApproveRefusal =
  | { kind: 'unknown-batch' }
  | { kind: 'already-decided' }
  | { kind: 'same-person' }
  | { kind: 'account-changed' };

/**
 * P6, second person: never the one who prepared. From then on the file can be taken to the bank: an account that changes,
 * or that somebody asks to change, since it was prepared is neither paid nor pays (P5).
 */
export function approveBatch(
  id: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Batch, ApproveRefusal>> {
  return deps.db.inTransaction<Batch, ApproveRefusal>(async (tx) => {
    const batch = await lockBatch(tx, id);
    const programme = batch && (await readProgramme(tx, batch.programme));
    if (!batch || programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-batch' });
    if (batch.state !== 'prepared') return refuse({ kind: 'already-decided' });
    if (personOf(batch.preparedBy) === hand.person) return refuse({ kind: 'same-person' });
    const at = deps.clock();
    if (await hasAccountChanged(tx, { batch, programme, at })) return refuse({ kind: 'account-changed' });
    const by = byOf(hand);
    await saveBatchDecision(tx, { id, state: 'approved', by, at });
    await audit(tx, hand, { action: 'batch-approved', subjectKind: 'batch', subjectId: id, at });
    return ok({ ...batch, state: 'approved', decidedBy: by, decidedAt: at });
  });
}

async function hasAccountChanged(
  tx: Queries,
  { batch, programme, at }: { batch: Batch; programme: Programme; at: Date },
): Promise<boolean> {
  return (
    programme.escrow?.iban !== batch.debtor.iban ||
    (await readEscrowHold(tx, programme, at)) !== null ||
    (await hasPayeeChanged(tx, { batch: batch.id, at }))
  );
}

export type CancelBatchRefusal = { kind: 'unknown-batch' } | { kind: 'already-decided' } | LedgerRefusal;

/** Before it is approved: everything becomes payable again. Whoever prepared may do it too. */
export function cancelBatch(
  id: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, CancelBatchRefusal>> {
  return deps.db.inTransaction<null, CancelBatchRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const batch = await lockBatch(tx, id);
    const programme = batch && (await readProgramme(tx, batch.programme));
    if (!batch || programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-batch' });
    if (batch.state !== 'prepared') return refuse({ kind: 'already-decided' });
    for (const payment of await listPayments(tx, id)) {
      const entry = await appendEntry(tx, {
        key: `void:${payment.id}`,
        kind: 'void',
        target: payment.hold,
        actor: by,
        reason: payment.id,
        eventAt: at,
        createdAt: at,
      });
      if (!entry.ok) return entry;
      await saveOutcome(tx, {
        id: payment.id,
        outcome: 'cancelled',
        reasonCode: null,
        resolution: entry.value.number,
        at,
      });
      await detachRedemptions(tx, payment.id);
    }
    await saveBatchDecision(tx, { id, state: 'cancelled', by, at });
    await audit(tx, hand, { action: 'batch-cancelled', subjectKind: 'batch', subjectId: id, at });
    return ok(null);
  });
}

export type FileRefusal = { kind: 'unknown-batch' } | { kind: 'not-approved' };

/** P3: the file of an approved batch, the same bytes each time it is asked for: everything in it was kept. */
export async function paymentFileOf(
  id: string,
  hand: Hand,
  { db }: Pick<VoucherDeps, 'db'>,
): Promise<Result<{ name: string; xml: string }, FileRefusal>> {
  const batch = await readBatch(db, id);
  const programme = batch && (await readProgramme(db, batch.programme));
  if (!batch || programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-batch' });
  if (batch.state !== 'approved') return refuse({ kind: 'not-approved' });
  const payments = await listPayments(db, id);
  const file = writePaymentFile({
    messageId: batch.id,
    createdAt: batch.preparedAt,
    executeOn: batch.executeOn,
    debtor: batch.debtor,
    payments: payments.map((payment) => ({
      endToEndId: payment.id,
      cents: payment.cents,
      creditor: { name: payment.holder, iban: payment.iban, bic: payment.bic },
      remittance: `Pass numerique ${programme.name} ${payment.id}`,
    })),
  });
  if (!file.ok) throw new Error(`Batch ${id} cannot be written: ${file.refusal.kind}`);
  return ok({ name: `${batch.id}.xml`, xml: file.value });
}
