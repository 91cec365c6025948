import { startOfDay } from '../../../kernel/calendar.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { appendEntry } from '../store/ledger.ts';
import { type Funding, insertFunding, readFunders } from '../store/programmes.ts';
import { byOf, type Hand, type VoucherDeps } from './deps.ts';

export type FundingRefusal = { kind: 'unknown-funder' } | { kind: 'not-positive' } | LedgerRefusal;

/** Money that arrived on the escrow account. The id is chosen by the page: sent twice, it is received once. */
export function receiveFunding(
  funding: Funding,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, FundingRefusal>> {
  const { programme, funder, cents } = funding;
  return deps.db.inTransaction<{ isReplayed: boolean }, FundingRefusal>(async (tx) => {
    if (cents <= 0n) return refuse({ kind: 'not-positive' });
    const funders = await readFunders(tx, programme);
    if (!funders.some((one) => one.funder === funder)) return refuse({ kind: 'unknown-funder' });
    const at = deps.clock();
    const entry = await appendEntry(tx, {
      key: `fund:${funding.id}`,
      kind: 'post',
      legs: { [accountOf.funder(programme, funder)]: -cents, [accountOf.provision(programme)]: cents },
      actor: byOf(hand),
      reason: funding.reference,
      eventAt: startOfDay(funding.receivedOn),
      createdAt: at,
    });
    if (!entry.ok) return entry;
    await insertFunding(tx, { funding, entry: entry.value.number, by: byOf(hand), at });
    return ok({ isReplayed: entry.value.isReplayed });
  });
}
