import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import { CODE_BYTES, makeCode } from '../domain/code.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import {
  type Booklet,
  insertBooklets,
  lockBooklet,
  movePasses,
  readBooklet,
  saveHandOver,
  saveLoss,
} from '../store/booklets.ts';
import { appendEntry, openAccounts, readBalance } from '../store/ledger.ts';
import { auditBooklet, byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import type { HandedOver, HandingDeps } from './hand-over.ts';
import { hashCode } from './hash-code.ts';

export type LossRefusal =
  | { kind: 'unknown-booklet' }
  | { kind: 'not-handed-over' }
  | { kind: 'already-lost' };

/** V9, first half: from now on its code is refused. What was redeemed stays redeemed. */
export function reportLoss(
  bookletId: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Booklet, LossRefusal>> {
  return deps.db.inTransaction<Booklet, LossRefusal>(async (tx) => {
    const booklet = await lockBooklet(tx, bookletId);
    if (!booklet || booklet.prescriber !== hand.organisation) return refuse({ kind: 'unknown-booklet' });
    if (!booklet.handedOverAt) return refuse({ kind: 'not-handed-over' });
    if (booklet.lostAt) return refuse({ kind: 'already-lost' });
    await saveLoss(tx, bookletId, deps.clock());
    await auditBooklet(tx, bookletId, { action: 'booklet-lost', hand, deps });
    return ok({ ...booklet, lostAt: deps.clock() });
  });
}

export type ReplaceRefusal =
  | { kind: 'unknown-booklet' }
  | { kind: 'not-lost' }
  | { kind: 'nothing-left' }
  | { kind: 'already-replaced' }
  | LedgerRefusal;

/** V9, second half: what was left goes to a new booklet of the same person, linked to the old one, with the same last day. */
export function replaceBooklet(
  bookletId: string,
  hand: Hand,
  deps: HandingDeps,
): Promise<Result<HandedOver, ReplaceRefusal>> {
  return deps.db.inTransaction<HandedOver, ReplaceRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const old = await lockBooklet(tx, bookletId);
    if (!old || old.prescriber !== hand.organisation) return refuse({ kind: 'unknown-booklet' });
    if (!old.lostAt) return refuse({ kind: 'not-lost' });
    const left = old.passes.filter(({ state }) => state === 'handed_over');
    if (left.length === 0)
      return refuse({
        kind: old.passes.some(({ state }) => state === 'replaced') ? 'already-replaced' : 'nothing-left',
      });
    const id = `C-${randomName(10, deps)}`;
    await insertBooklets(tx, [successorOf(old, id)], { by, at });
    const moved = await moveMoney(tx, { old, id }, { by, at });
    if (!moved.ok) return moved;
    await movePasses(tx, { booklets: [old.id], from: 'handed_over', to: 'replaced' }, { by, at });
    for (const [from, to] of STEPS) await movePasses(tx, { booklets: [id], from, to }, { by, at });
    const code = makeCode(deps.randomBytes(CODE_BYTES));
    const { personName, phone, lastDay } = old;
    await saveHandOver(tx, id, {
      key: `replace:${old.id}`,
      codeHash: hashCode(code),
      by,
      at,
      personName: personName ?? '',
      phone,
      lastDay: lastDay!,
    });
    const given = { booklet: (await readBooklet(tx, id))!, code };
    await auditBooklet(tx, old.id, { action: 'booklet-replaced', hand, deps });
    await deps.tell?.(tx, given);
    return ok(given);
  });
}

const STEPS = [
  ['ordered', 'issued'],
  ['issued', 'in_stock'],
  ['in_stock', 'handed_over'],
] as const;

const successorOf = (old: Booklet, id: string) => ({
  id,
  programme: old.programme,
  termsVersion: old.termsVersion,
  orderId: null,
  prescriber: old.prescriber,
  lastDay: old.lastDay,
  replaces: old.id,
  passes: old.passes
    .filter(({ state }) => state === 'handed_over')
    .map(({ cents, isBonus }) => ({ cents, isBonus })),
  // A bonus that was earned stays one: it is not earned again.
  completedAt: old.passes.some(({ state, isBonus }) => isBonus && state === 'handed_over')
    ? old.completedAt
    : null,
});

/** Pass to pass, and the bonus that the whole path may still earn. What makes it once is the lock on the old booklet. */
async function moveMoney(
  tx: Queries,
  { old, id }: { old: Booklet; id: string },
  { by, at }: { by: string; at: Date },
): Promise<Result<unknown, LedgerRefusal>> {
  const left = old.passes.filter(({ state }) => state === 'handed_over');
  const legs: Record<string, bigint> = {};
  for (const [place, pass] of left.entries()) {
    legs[accountOf.pass(old.id, pass.rank)] = -pass.cents;
    legs[accountOf.pass(id, place + 1)] = pass.cents;
  }
  const bonus = await readBalance(tx, accountOf.bonus(old.id));
  if (bonus > 0n) {
    legs[accountOf.bonus(old.id)] = -bonus;
    legs[accountOf.bonus(id)] = bonus;
  }
  await openAccounts(tx, Object.fromEntries(Object.keys(legs).map((account) => [account, 0n])), at);
  return appendEntry(tx, {
    key: `replace:${old.id}`,
    kind: 'post',
    legs,
    actor: by,
    eventAt: at,
    createdAt: at,
  });
}
