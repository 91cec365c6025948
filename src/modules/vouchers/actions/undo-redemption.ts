import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { wasCancelled } from '../domain/pass.ts';
import { UNDO_MS } from '../domain/redemption.ts';
import { type Booklet, lockBooklet, movePasses, readBooklet, saveCompletion } from '../store/booklets.ts';
import { appendEntry } from '../store/ledger.ts';
import { giveBackPasses, lockRedemption, type Redemption, saveUndone } from '../store/redemptions.ts';
import { byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import { cancelWhatIsLeft, type Move } from './return-value.ts';

export type UndoRefusal =
  | { kind: 'unknown-redemption' }
  | { kind: 'too-late-to-undo' }
  | { kind: 'already-in-payment' }
  | { kind: 'bonus-used' }
  | { kind: 'booklet-replaced' }
  | LedgerRefusal;

/**
 * L9: the entry is reversed, the passes go back to the person, the bonus it earned with them. By its own place, for a day.
 * In a booklet cancelled meanwhile, what comes back is cancelled too: its money goes to the provision, as that of the others.
 */
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
    const refused = tooLate(redemption, at);
    if (refused) return refuse(refused);
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
    const done = await cancelAgain(tx, { booklet, reason: id }, { by, at, name: randomName(8, deps) });
    if (!done.ok) return done;
    return ok({ redemption: { ...redemption, undoneAt: at }, isReplayed: false });
  });
}

function tooLate({ payment, recordedAt }: Redemption, at: Date): UndoRefusal | null {
  if (payment) return { kind: 'already-in-payment' };
  return at.getTime() >= recordedAt.getTime() + UNDO_MS ? { kind: 'too-late-to-undo' } : null;
}

/** The booklet as it was before anything came back to it says whether it had been cancelled. */
async function cancelAgain(
  tx: Queries,
  { booklet, reason }: { booklet: Booklet; reason: string },
  move: Move,
): Promise<Result<null, LedgerRefusal>> {
  if (!wasCancelled(booklet.passes, booklet.completedAt !== null)) return ok(null);
  const left = (await readBooklet(tx, booklet.id))!;
  const cancelled = await cancelWhatIsLeft(tx, { booklet: left, reason }, move);
  return cancelled.ok || cancelled.refusal.kind === 'nothing-left' ? ok(null) : refuse(cancelled.refusal);
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
