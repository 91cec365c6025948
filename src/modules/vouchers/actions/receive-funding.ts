import { startOfDay } from '../../../kernel/calendar.ts';
import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { appendEntry } from '../store/ledger.ts';
import { type Funding, insertFunding, readFunders, readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type FundingRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'unknown-funder' }
  | { kind: 'not-positive' }
  | { kind: 'in-the-future' }
  | LedgerRefusal;

/** Money that arrived on the escrow account. The id is chosen by the page: sent twice, it is received once. */
export function receiveFunding(
  funding: Funding,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, FundingRefusal>> {
  const { programme, funder, cents } = funding;
  return deps.db.inTransaction<{ isReplayed: boolean }, FundingRefusal>(async (tx) => {
    if (cents <= 0n) return refuse({ kind: 'not-positive' });
    const owner = (await readProgramme(tx, programme))?.organisation;
    if (owner !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const funders = await readFunders(tx, programme);
    if (!funders.some((one) => one.funder === funder)) return refuse({ kind: 'unknown-funder' });
    const at = deps.clock();
    if (funding.receivedOn > localDateAt(at)) return refuse({ kind: 'in-the-future' });
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
    await audit(tx, hand, {
      action: 'funding-received',
      subjectKind: 'programme',
      subjectId: programme,
      at,
    });
    return ok({ isReplayed: entry.value.isReplayed });
  });
}
