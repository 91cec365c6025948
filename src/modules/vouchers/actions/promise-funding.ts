import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import { openAccounts } from '../store/ledger.ts';
import { readProgramme, saveFunder } from '../store/programmes.ts';
import { audit, type Hand, type VoucherDeps } from './deps.ts';

interface FundingPromise {
  programme: string;
  funder: string;
  promisedCents: bigint;
}

/** A funder's promise, new or changed. What it really paid is told by `receive-funding.ts`. */
export function promiseFunding(
  promise: FundingPromise,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, { kind: 'unknown-programme' }>> {
  return deps.db.inTransaction<null, { kind: 'unknown-programme' }>(async (tx) => {
    const programme = await readProgramme(tx, promise.programme);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const at = deps.clock();
    await openFunder(tx, promise, at);
    await audit(tx, hand, {
      action: 'funding-promised',
      subjectKind: 'programme',
      subjectId: promise.programme,
      at,
    });
    return ok(null);
  });
}

export async function openFunder(tx: Queries, promise: FundingPromise, at: Date): Promise<void> {
  const { programme, funder } = promise;
  await saveFunder(tx, promise);
  await openAccounts(
    tx,
    { [accountOf.funder(programme, funder)]: null, [accountOf.returned(programme, funder)]: 0n },
    at,
  );
}
