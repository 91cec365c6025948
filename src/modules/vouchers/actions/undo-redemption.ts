import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { UNDO_MS } from '../domain/redemption.ts';
import { type Booklet, lockBooklet, movePasses, saveCompletion } from '../store/booklets.ts';
import { appendEntry } from '../store/ledger.ts';
import { giveBackPasses, lockRedemption, type Redemption, saveUndone } from '../store/redemptions.ts';
import { byOf, type Hand, type VoucherDeps } from './deps.ts';

export type UndoRefusal =
  | { kind: 'unknown-redemption' }
  | { kind: 'too-late-to-undo' }
  | { kind: 'already-in-payment' }
  | { kind: 'bonus-used' }
  | { kind: 'booklet-replaced' }
  | LedgerRefusal;

/** L9: the entry is reversed, the passes go back to the person, the bonus it earned with them. By its own place, for a day. */
export function undoRedemption(
  id: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ redemption: Redemption; isReplayed: boolean }, UndoRefusal>> {
  return deps.db.inTransaction<{ redemption: Redemption; isReplayed: boolean }, UndoRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const redemption = await lockRedemption(tx, id);
    if (!redemption || redemption.structure !== hand.organisation)
      return refuse({ kind: 'unknown-redemption' });
    if (redemption.undoneAt) return ok({ redemption, isReplayed: true });
    if (redemption.payment) return refuse({ kind: 'already-in-payment' });
    if (at.getTime() >= redemption.recordedAt.getTime() + UNDO_MS)
      return refuse({ kind: 'too-late-to-undo' });
    const booklet = (await lockBooklet(tx, redemption.booklet))!;
    // The person has another sheet: what came back to this one would reach nobody.
    if (booklet.passes.some(({ state }) => state === 'replaced')) return refuse({ kind: 'booklet-replaced' });
    const bonus = await takeBackBonus(tx, { booklet, redemption }, { by, at });
    if (!bonus.ok) return bonus;
    const entry = await appendEntry(tx, {
      key: `undo:${id}`,
      kind: 'reverse',
      target: redemption.entry,
      actor: by,
      reason: id,
      eventAt: at,
      createdAt: at,
    });
    if (!entry.ok) return entry;
    await giveBackPasses(tx, id, { by, at });
    await saveUndone(tx, id, at);
    return ok({ redemption: { ...redemption, undoneAt: at }, isReplayed: false });
  });
}

/** A bonus already spent stays spent: the help that earned it cannot be undone any more. Undoing the bonus itself can. */
async function takeBackBonus(
  tx: Queries,
  { booklet, redemption }: { booklet: Booklet; redemption: Redemption },
  { by, at }: { by: string; at: Date },
): Promise<Result<null, UndoRefusal>> {
  const bonus = booklet.passes.find(({ isBonus, state }) => isBonus && state !== 'cancelled');
  const isOfThePath = booklet.passes.some((pass) => pass.redemption === redemption.id && !pass.isBonus);
  if (!booklet.completedAt || !isOfThePath) return ok(null);
  if (bonus) {
    if (bonus.state !== 'handed_over') return refuse({ kind: 'bonus-used' });
    const entry = await appendEntry(tx, {
      key: `bonus-back:${booklet.id}:${bonus.rank}`,
      kind: 'post',
      legs: {
        [accountOf.pass(booklet.id, bonus.rank)]: -bonus.cents,
        [accountOf.bonus(booklet.id)]: bonus.cents,
      },
      actor: by,
      eventAt: at,
      createdAt: at,
    });
    if (!entry.ok) return entry;
    await movePasses(
      tx,
      { booklets: [booklet.id], ranks: [bonus.rank], from: 'handed_over', to: 'cancelled' },
      { by, at },
    );
  }
  await saveCompletion(tx, booklet.id, null);
  return ok(null);
}
