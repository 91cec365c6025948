import { ok, type Result } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { isCompleted } from '../domain/pass.ts';
import { insertBonusPass, lockBooklet, movePasses } from '../store/booklets.ts';
import { appendEntry, openAccounts, readBalance } from '../store/ledger.ts';

/**
 * V18: one more pass, once, when every ordinary one was used. Its money was set aside when the booklet was issued, and
 * leaves from there: without it, nothing is granted. Returns its value in cents, or null.
 */
export async function grantBonus(
  tx: Queries,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<Result<bigint | null, LedgerRefusal>> {
  const booklet = await lockBooklet(tx, id);
  const ordinary = booklet?.passes.filter(({ isBonus }) => !isBonus) ?? [];
  if (!booklet || !isCompleted(ordinary.map(({ state }) => state))) return ok(null);
  const cents = await readBalance(tx, accountOf.bonus(id));
  if (cents === 0n) return ok(null);
  const rank = booklet.passes.length + 1;
  const pass = accountOf.pass(id, rank);
  await openAccounts(tx, { [pass]: 0n }, at);
  await insertBonusPass(tx, { booklet: id, rank, cents }, { by, at });
  const entry = await appendEntry(tx, {
    key: `bonus:${id}:${rank}`,
    kind: 'post',
    legs: { [accountOf.bonus(id)]: -cents, [pass]: cents },
    actor: by,
    eventAt: at,
    createdAt: at,
  });
  if (!entry.ok) return entry;
  for (const [from, to] of [
    ['ordered', 'issued'],
    ['issued', 'in_stock'],
    ['in_stock', 'handed_over'],
  ] as const)
    await movePasses(tx, { booklets: [id], ranks: [rank], from, to }, { by, at });
  return ok(cents);
}
