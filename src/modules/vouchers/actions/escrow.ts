import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { type EscrowHold, escrowHoldOf } from '../domain/payable.ts';
import { lockBankAccount, readEscrowAccounts } from '../store/places.ts';
import { lockProgramme, type Programme, saveEscrow } from '../store/programmes.ts';
import {
  type AccountRefusal,
  type BankDecisionRefusal,
  decideLocked,
  proposeWithin,
} from './bank-accounts.ts';
import { audit, type Hand, type VoucherDeps } from './deps.ts';

export type EscrowRefusal = { kind: 'unknown-programme' } | AccountRefusal;

/**
 * P5 and V6, first person: the account that holds the money of vouchers and nothing else, as on the bank's document. Until
 * a second person has agreed, the programme pays nobody, not even from its former account.
 */
export function proposeEscrow(
  { programme: id, ...typed }: { programme: string; holder: string; iban: string; bic: string },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ account: string }, EscrowRefusal>> {
  return deps.db.inTransaction<{ account: string }, EscrowRefusal>(async (tx) => {
    const programme = await lockProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const proposed = await proposeWithin(tx, { structure: id, typed }, { hand, deps });
    if (!proposed.ok) return proposed;
    const at = deps.clock();
    await audit(tx, hand, { action: 'escrow-proposed', subjectKind: 'programme', subjectId: id, at });
    return ok({ account: proposed.value.id });
  });
}

export type EscrowDecisionRefusal = { kind: 'unknown-programme' } | BankDecisionRefusal;

/** P5, second person: someone else of the organisation. Agreed to, nothing leaves before the delay of the programme. */
export function decideEscrow(
  { programme: id, account, isAgreed }: { programme: string; account: string; isAgreed: boolean },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, EscrowDecisionRefusal>> {
  return deps.db.inTransaction<null, EscrowDecisionRefusal>(async (tx) => {
    const programme = await lockProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const waiting = await lockBankAccount(tx, account);
    if (waiting?.structure !== id) return refuse({ kind: 'unknown-account' });
    const { bankDelayDays: delayDays } = programme.terms;
    const decided = await decideLocked(tx, { account: waiting, isAgreed, delayDays }, { hand, deps });
    if (!decided.ok) return decided;
    if (isAgreed) await saveEscrow(tx, id, waiting);
    return ok(null);
  });
}

/** P5: why nothing may leave the account of a programme at this instant; null when it may. */
export async function readEscrowHold(
  db: Queries,
  { id, escrow }: Pick<Programme, 'id' | 'escrow'>,
  at: Date,
): Promise<EscrowHold | null> {
  const { waiting, payableFrom } = await readEscrowAccounts(db, id);
  const facts = { hasAccount: escrow !== null, hasAccountWaiting: waiting !== null, payableFrom };
  return escrowHoldOf(facts, at);
}
