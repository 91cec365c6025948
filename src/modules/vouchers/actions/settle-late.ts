import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import { isPayableAnyway } from '../domain/late-settlement.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { payByOf } from '../domain/programme.ts';
import { type LateRefused, lockLateRefused, saveSettlement } from '../store/devices.ts';
import { appendEntry } from '../store/ledger.ts';
import { readProgramme, readTerms } from '../store/programmes.ts';
import { insertRedemption, PAID_ANYWAY } from '../store/redemptions.ts';
import { audit, byOf, type Hand, redemptionName, type VoucherDeps } from './deps.ts';

export type SettleRefusal =
  | { kind: 'settle-missing' }
  | { kind: 'unknown-late' }
  | { kind: 'already-settled' }
  | { kind: 'not-payable' }
  | LedgerRefusal;

interface Settlement {
  key: string;
  programme: string;
  /** What the place reads. */
  words: string;
  isPaid: boolean;
}

/**
 * What whoever runs the programme decides, once, about help that the ledger refused. Paid anyway, it is owed to the place as
 * any other help, from what is left to give out and no more (V6): no pass is used twice (V3), and a batch takes two people (P6).
 */
export function settleRefused(
  { key, programme: id, words, isPaid }: Settlement,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ redemption: string | null }, SettleRefusal>> {
  return deps.db.inTransaction<{ redemption: string | null }, SettleRefusal>(async (tx) => {
    const said = words.trim();
    if (said === '') return refuse({ kind: 'settle-missing' });
    const programme = await readProgramme(tx, id);
    const late = await lockLateRefused(tx, { key, programme: id });
    if (!late || programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-late' });
    if (late.isSettled) return refuse({ kind: 'already-settled' });
    const paid = isPaid ? await payAnyway(tx, { late, programme: id }, { hand, deps }) : ok(null);
    if (!paid.ok) return paid;
    const [redemption, at] = [paid.value, deps.clock()];
    await saveSettlement(tx, { key, words: said, redemption, by: byOf(hand), at });
    const action = isPaid ? 'late-paid' : 'late-settled';
    await audit(tx, hand, { action, subjectKind: 'late-redemption', subjectId: key, at });
    return ok({ redemption });
  });
}

/** Written as a redemption of the place that takes no pass: it waits a day, then goes into a batch, as the others. */
async function payAnyway(
  tx: Queries,
  { late, programme }: { late: LateRefused; programme: string },
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<string, SettleRefusal>> {
  if (!isPayableAnyway(late.outcome)) return refuse({ kind: 'not-payable' });
  const at = deps.clock();
  const { key, structure, booklet, passCount, mediator } = late;
  const terms = await readTerms({ ...deps, tx }, { programme, version: late.termsVersion });
  const cents = terms.passCents * BigInt(passCount);
  const id = redemptionName(late.at, deps);
  const entry = await appendEntry(tx, {
    key: `${PAID_ANYWAY}${key}`,
    kind: 'post',
    legs: { [accountOf.provision(programme)]: -cents, [accountOf.payable(programme, structure)]: cents },
    actor: byOf(hand),
    reason: id,
    eventAt: at,
    createdAt: at,
  });
  if (!entry.ok) return entry;
  await insertRedemption(tx, {
    id,
    key: `${PAID_ANYWAY}${key}`,
    requestHash: key,
    programme,
    booklet,
    structure,
    mediator,
    passCount,
    cents,
    theme: null,
    hasAttended: true,
    channel: 'offline',
    at: late.at,
    recordedAt: at,
    payBy: payByOf(terms, at),
    entry: entry.value.number,
  });
  return ok(id);
}
