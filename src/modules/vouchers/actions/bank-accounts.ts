import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { type BicRefusal, parseBic } from '../domain/sepa/bic.ts';
import { type IbanRefusal, parseIban } from '../domain/sepa/iban.ts';
import { safeName } from '../domain/sepa/safe-text.ts';
import { type BankAccount, insertBankAccount, lockBankAccount, saveBankDecision } from '../store/places.ts';
import { audit, byOf, type Hand, personOf, randomName, type VoucherDeps } from './deps.ts';

export type AccountRefusal =
  | { kind: 'holder-missing' }
  | { kind: 'name-unwritable' }
  | IbanRefusal
  | BicRefusal;

export interface TypedAccount {
  holder: string;
  iban: string;
  bic: string;
}

/** An account as on the bank's document: every key is checked, the name can be written by a bank (P4, P5, P9). */
function parseAccount(
  typed: TypedAccount,
): Result<{ holder: string; iban: string; bic: string | null }, AccountRefusal> {
  const holder = typed.holder.trim();
  if (holder === '') return refuse({ kind: 'holder-missing' });
  const iban = parseIban(typed.iban);
  if (!iban.ok) return iban;
  // P4: a bank writes Latin letters only. Better said now than on the day of the payment.
  const name = safeName(holder);
  if (!name.ok) return name;
  const bic = typed.bic.trim() === '' ? null : parseBic(typed.bic);
  if (bic && !bic.ok) return bic;
  return ok({ holder, iban: iban.value, bic: bic ? bic.value : null });
}

/** P5, first person: the details of a structure's account, as on the bank's document. Nothing is paid to it yet. */
export function proposeBankAccount(
  typed: TypedAccount,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ id: string }, AccountRefusal>> {
  return deps.db.inTransaction<{ id: string }, AccountRefusal>(async (tx) => {
    const proposed = await proposeWithin(tx, { structure: hand.organisation, typed }, { hand, deps });
    if (!proposed.ok) return proposed;
    const { id } = proposed.value;
    const at = deps.clock();
    await audit(tx, hand, { action: 'account-proposed', subjectKind: 'bank-account', subjectId: id, at });
    return proposed;
  });
}

/** P5, in a transaction of the caller: for a structure that is paid, or for the programme that pays. */
export async function proposeWithin(
  tx: Queries,
  { structure, typed }: { structure: string; typed: TypedAccount },
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<{ id: string }, AccountRefusal>> {
  const parsed = parseAccount(typed);
  if (!parsed.ok) return parsed;
  const id = `B-${randomName(10, deps)}`;
  const account = { id, structure, ...parsed.value };
  await insertBankAccount(tx, { account, by: byOf(hand), at: deps.clock() });
  return ok({ id });
}

export type BankDecisionRefusal =
  | { kind: 'unknown-account' }
  | { kind: 'already-decided' }
  | { kind: 'same-person' };

const DAY_MS = 24 * 60 * 60_000;

/**
 * P5, second person: never the one who proposed, whatever organisation they act for. Until the delay is over the structure
 * is in no batch, not even to its former account: a fraud is seen before it is paid.
 */
export function decideBankAccount(
  { id, isAgreed, delayDays }: { id: string; isAgreed: boolean; delayDays: number },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<BankAccount, BankDecisionRefusal>> {
  return deps.db.inTransaction<BankAccount, BankDecisionRefusal>(async (tx) => {
    const account = await lockBankAccount(tx, id);
    if (!account) return refuse({ kind: 'unknown-account' });
    return decideLocked(tx, { account, isAgreed, delayDays }, { hand, deps });
  });
}

/** P5, of an account held by the transaction: of a structure that is paid, or of the programme that pays. */
export async function decideLocked(
  tx: Queries,
  { account, isAgreed, delayDays }: { account: BankAccount; isAgreed: boolean; delayDays: number },
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<BankAccount, BankDecisionRefusal>> {
  const { id, structure } = account;
  const [by, at] = [byOf(hand), deps.clock()];
  if (account.state !== 'proposed') return refuse({ kind: 'already-decided' });
  if (personOf(account.proposedBy) === hand.person) return refuse({ kind: 'same-person' });
  const payableFrom = new Date(at.getTime() + delayDays * DAY_MS);
  await saveBankDecision(tx, { id, structure, isAgreed, payableFrom, by, at });
  const action = isAgreed ? 'account-confirmed' : 'account-refused';
  await audit(tx, hand, { action, subjectKind: 'bank-account', subjectId: id, at });
  return ok({
    ...account,
    state: isAgreed ? 'confirmed' : 'refused',
    payableFrom: isAgreed ? payableFrom : null,
  });
}
