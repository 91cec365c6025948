import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readProgramme, saveEscrow } from '../store/programmes.ts';
import { type AccountRefusal, parseAccount } from './bank-accounts.ts';
import { audit, type Hand, type VoucherDeps } from './deps.ts';

export type EscrowRefusal = { kind: 'unknown-programme' } | AccountRefusal;

/** V6: the account that holds the money of vouchers and nothing else; places are paid from it. */
export function setEscrow(
  { programme: id, ...typed }: { programme: string; holder: string; iban: string; bic: string },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, EscrowRefusal>> {
  return deps.db.inTransaction<null, EscrowRefusal>(async (tx) => {
    const programme = await readProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const account = parseAccount(typed);
    if (!account.ok) return account;
    await saveEscrow(tx, id, account.value);
    await audit(tx, hand, {
      action: 'escrow-set',
      subjectKind: 'programme',
      subjectId: id,
      at: deps.clock(),
    });
    return ok(null);
  });
}
