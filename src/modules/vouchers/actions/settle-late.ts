import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { settleLate } from '../store/devices.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type SettleRefusal = { kind: 'settle-missing' } | { kind: 'unknown-late' };

/** What whoever runs the programme decides about help that the ledger refused: it moves no money, and the place reads it. */
export function settleRefused(
  { key, programme, words }: { key: string; programme: string; words: string },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, SettleRefusal>> {
  return deps.db.inTransaction<null, SettleRefusal>(async (tx) => {
    const said = words.trim();
    if (said === '') return refuse({ kind: 'settle-missing' });
    const at = deps.clock();
    if (!(await settleLate(tx, { key, programme, words: said, by: byOf(hand), at })))
      return refuse({ kind: 'unknown-late' });
    await audit(tx, hand, { action: 'late-settled', subjectKind: 'late-redemption', subjectId: key, at });
    return ok(null);
  });
}
