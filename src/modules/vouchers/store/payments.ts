import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';

export interface Batch {
  id: string;
  programme: string;
  state: 'prepared' | 'approved' | 'cancelled';
  preparedBy: string;
  preparedAt: Date;
  /** Who approved it, or gave it up. */
  decidedBy: string | null;
  decidedAt: Date | null;
  executeOn: LocalDate;
  debtor: { name: string; iban: string; bic: string | null };
}

interface BatchRow {
  id: string;
  programme: string;
  state: Batch['state'];
  prepared_by: string;
  prepared_at: Date | string;
  decided_by: string | null;
  decided_at: Date | string | null;
  execute_on: string;
  debtor_name: string;
  debtor_iban: string;
  debtor_bic: string | null;
}

const toBatch = (row: BatchRow): Batch => ({
  id: row.id,
  programme: row.programme,
  state: row.state,
  preparedBy: row.prepared_by,
  preparedAt: new Date(row.prepared_at),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  executeOn: row.execute_on as LocalDate,
  debtor: { name: row.debtor_name, iban: row.debtor_iban, bic: row.debtor_bic },
});

const BATCH = sql`
  select id, programme, state, prepared_by, prepared_at, decided_by, decided_at, execute_on::text, debtor_name, debtor_iban, debtor_bic
  from vouchers.batch`;

export async function readBatch(db: Queries, id: string): Promise<Batch | null> {
  const [row] = await db.rows<BatchRow>(sql`${BATCH} where id = ${id}`);
  return row ? toBatch(row) : null;
}

/** Held until the transaction ends: two approvers never decide at once. */
export async function lockBatch(db: Queries, id: string): Promise<Batch | null> {
  const [row] = await db.rows<BatchRow>(sql`${BATCH} where id = ${id} for update`);
  return row ? toBatch(row) : null;
}

export async function listBatches(db: Queries, programme: string): Promise<Batch[]> {
  const rows = await db.rows<BatchRow>(
    sql`${BATCH} where programme = ${programme} order by prepared_at desc`,
  );
  return rows.map(toBatch);
}

export async function insertBatch(
  db: Queries,
  batch: Omit<Batch, 'state' | 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.batch (id, programme, state, prepared_by, prepared_at, execute_on, debtor_name, debtor_iban, debtor_bic)
    values (${batch.id}, ${batch.programme}, 'prepared', ${batch.preparedBy}, ${batch.preparedAt.toISOString()},
      ${batch.executeOn}, ${batch.debtor.name}, ${batch.debtor.iban}, ${batch.debtor.bic})`);
}

export async function saveBatchDecision(
  db: Queries,
  { id, state, by, at }: { id: string; state: 'approved' | 'cancelled'; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.batch set state = ${state}, decided_by = ${by}, decided_at = ${at.toISOString()} where id = ${id}`);
}

export interface Payment {
  /** EndToEndId. */
  id: string;
  batch: string;
  structure: string;
  cents: bigint;
  holder: string;
  iban: string;
  bic: string | null;
  hold: number;
  outcome: 'pending' | 'paid' | 'rejected' | 'cancelled' | 'returned';
  reasonCode: string | null;
  resolution: number | null;
  resolvedAt: Date | null;
}

interface PaymentRow {
  id: string;
  batch: string;
  structure: string;
  cents: string;
  holder: string;
  iban: string;
  bic: string | null;
  hold: string;
  outcome: Payment['outcome'];
  reason_code: string | null;
  resolution: string | null;
  resolved_at: Date | string | null;
}

const toPayment = (row: PaymentRow): Payment => ({
  id: row.id,
  batch: row.batch,
  structure: row.structure,
  cents: BigInt(row.cents),
  holder: row.holder,
  iban: row.iban,
  bic: row.bic,
  hold: Number(row.hold),
  outcome: row.outcome,
  reasonCode: row.reason_code,
  resolution: row.resolution === null ? null : Number(row.resolution),
  resolvedAt: row.resolved_at === null ? null : new Date(row.resolved_at),
});

const PAYMENT = sql`
  select id, batch, structure, cents::text, holder, iban, bic, hold::text, outcome, reason_code, resolution::text, resolved_at
  from vouchers.payment`;

/** In the order in which the file writes them. */
export async function listPayments(db: Queries, batch: string): Promise<Payment[]> {
  const rows = await db.rows<PaymentRow>(sql`${PAYMENT} where batch = ${batch} order by id`);
  return rows.map(toPayment);
}

/** What one structure was paid, or will be: newest first. */
export async function paymentsOfStructure(db: Queries, structure: string): Promise<Payment[]> {
  const rows = await db.rows<PaymentRow>(sql`${PAYMENT} where structure = ${structure} order by id desc`);
  return rows.map(toPayment);
}

/** Held until the transaction ends: a bank file and a click never resolve the same payment. */
export async function lockPayment(
  db: Queries,
  id: string,
): Promise<(Payment & { programme: string }) | null> {
  await db.rows(sql`select id from vouchers.payment where id = ${id} for update`);
  const [row] = await db.rows<PaymentRow & { programme: string }>(sql`
    select payment.id, batch, structure, cents::text, holder, iban, bic, hold::text, outcome, reason_code,
      resolution::text, resolved_at, programme
    from vouchers.payment join vouchers.batch on batch.id = payment.batch where payment.id = ${id}`);
  return row ? { ...toPayment(row), programme: row.programme } : null;
}

export async function insertPayment(
  db: Queries,
  payment: Omit<Payment, 'outcome' | 'reasonCode' | 'resolution' | 'resolvedAt'>,
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.payment (id, batch, structure, cents, holder, iban, bic, hold, outcome)
    values (${payment.id}, ${payment.batch}, ${payment.structure}, ${String(payment.cents)}::bigint, ${payment.holder},
      ${payment.iban}, ${payment.bic}, ${payment.hold}, 'pending')`);
}

export async function saveOutcome(
  db: Queries,
  {
    id,
    outcome,
    reasonCode,
    resolution,
    at,
  }: {
    id: string;
    outcome: Exclude<Payment['outcome'], 'pending'>;
    reasonCode: string | null;
    resolution: number;
    at: Date;
  },
): Promise<void> {
  await db.rows(sql`
    update vouchers.payment set outcome = ${outcome}, reason_code = ${reasonCode}, resolution = ${resolution},
      resolved_at = ${at.toISOString()} where id = ${id}`);
}

/** What can be paid to one structure: its redemptions that nothing can undo any more and that no payment took. */
export interface Due {
  structure: string;
  holder: string;
  iban: string;
  bic: string | null;
  cents: bigint;
  redemptions: string[];
}

/**
 * P8: only structures whose account was confirmed, and whose delay is over; none has a change of account waiting (P5).
 * The redemptions are held until the transaction ends.
 */
export async function takeDues(
  db: Queries,
  { programme, recordedBefore, at }: { programme: string; recordedBefore: Date; at: Date },
): Promise<Due[]> {
  const rows = await db.rows<Omit<Due, 'cents'> & { cents: string }>(sql`
    with due as (
      select id, structure, cents from vouchers.redemption
      where programme = ${programme} and payment is null and undone_at is null and recorded_at < ${recordedBefore.toISOString()}
      order by id for update
    )
    select due.structure, holder, iban, bic, sum(due.cents)::text as cents, array_agg(due.id order by due.id) as redemptions
    from due join vouchers.bank_account as account on account.structure = due.structure
      and account.state = 'confirmed' and payable_from <= ${at.toISOString()}
    where not exists (select from vouchers.bank_account as other where other.structure = due.structure and other.state = 'proposed')
    group by due.structure, holder, iban, bic having sum(due.cents) > 0 order by due.structure`);
  return rows.map((row) => ({ ...row, cents: BigInt(row.cents) }));
}

/** P5: whether a payment of the batch goes to another account than the one its structure is paid to at this instant. */
export async function hasPayeeChanged(
  db: Queries,
  { batch, at }: { batch: string; at: Date },
): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    select id from vouchers.payment where batch = ${batch} and (
      not exists (select from vouchers.bank_account as account where account.structure = payment.structure
        and state = 'confirmed' and payable_from <= ${at.toISOString()} and account.iban = payment.iban)
      or exists (select from vouchers.bank_account as other where other.structure = payment.structure and state = 'proposed'))
    limit 1`);
  return rows.length > 0;
}

export async function attachRedemptions(
  db: Queries,
  redemptions: readonly string[],
  payment: string,
): Promise<void> {
  await db.rows(sql`
    update vouchers.redemption set payment = ${payment}
    where id in (select jsonb_array_elements_text(${JSON.stringify(redemptions)}::jsonb)) and payment is null`);
}

/** The payable reappears: another batch may take them. */
export async function detachRedemptions(db: Queries, payment: string): Promise<void> {
  await db.rows(sql`update vouchers.redemption set payment = null where payment = ${payment}`);
}

/** The passes that a payment pays for, from one state to the other. */
export async function movePaidPasses(
  db: Queries,
  { payment, from, to }: { payment: string; from: 'redeemed' | 'reimbursed'; to: 'redeemed' | 'reimbursed' },
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.pass set state = ${to}, changed_by = ${by}, changed_at = ${at.toISOString()}
    where redemption in (select id from vouchers.redemption where redemption.payment = ${payment}) and state = ${from}`);
}

/** False when this very file was read before (P7). */
export async function insertBankFile(
  db: Queries,
  file: {
    sha256: string;
    name: string;
    paid: number;
    rejected: number;
    unknown: number;
    by: string;
    at: Date;
  },
): Promise<boolean> {
  const rows = await db.rows<{ sha256: string }>(sql`
    insert into vouchers.bank_file (sha256, name, read_by, read_at, paid, rejected, unknown)
    values (${file.sha256}, ${file.name}, ${file.by}, ${file.at.toISOString()}, ${file.paid}, ${file.rejected}, ${file.unknown})
    on conflict do nothing returning sha256`);
  return rows.length === 1;
}
