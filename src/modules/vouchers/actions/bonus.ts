import { ok, type Result } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { isCompleted } from '../domain/pass.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import type { RedeemableBooklet } from '../domain/redemption.ts';
import { insertBonusPass, movePasses, saveCompletion } from '../store/booklets.ts';
import { appendEntry, openAccounts } from '../store/ledger.ts';

/** V18: one more pass, once, when every ordinary one was used. Its money was set aside when the booklet was issued. */
export async function grantBonus(
  tx: Queries,
  { booklet, terms }: { booklet: RedeemableBooklet & { completedAt: string | null }; terms: ProgrammeTerms },
  { by, at }: { by: string; at: Date },
): Promise<Result<bigint | null, LedgerRefusal>> {
  const ordinary = booklet.passes.filter(({ isBonus }) => !isBonus);
  if (booklet.completedAt !== null || !isCompleted(ordinary.map(({ state }) => state))) return ok(null);
  await saveCompletion(tx, booklet.id, at);
  if (terms.bonusCents === 0n) return ok(null);
  const rank = booklet.passes.length + 1;
  const pass = accountOf.pass(booklet.id, rank);
  await openAccounts(tx, { [pass]: 0n }, at);
  await insertBonusPass(tx, { booklet: booklet.id, rank, cents: terms.bonusCents }, { by, at });
  const entry = await appendEntry(tx, {
    key: `bonus:${booklet.id}:${rank}`,
    kind: 'post',
    legs: { [accountOf.bonus(booklet.id)]: -terms.bonusCents, [pass]: terms.bonusCents },
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
    await movePasses(tx, { booklets: [booklet.id], ranks: [rank], from, to }, { by, at });
  return ok(terms.bonusCents);
}
