import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { lastDayOf } from '../domain/programme.ts';
import { insertBooklets } from '../store/booklets.ts';
import { insertOrder } from '../store/orders.ts';
import { type Programme, readProgramme } from '../store/programmes.ts';
import { byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';

export type OrderRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'programme-ended' }
  | { kind: 'validity-over' }
  | { kind: 'prescriber-not-listed' }
  | { kind: 'wrong-quantity'; most: number };

/** In one order: what a person can still count, and one transaction write. */
export const MOST_BOOKLETS = 2_000;

export const hasEnded = ({ endsOn }: Programme, at: Date): boolean =>
  endsOn !== null && localDateAt(at) > endsOn;

/** Booklets for a prescriber, without money yet. The id is chosen by the page: sent twice, it is ordered once. */
export function orderBooklets(
  order: { id: string; programme: string; prescriber: string; quantity: number },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, OrderRefusal>> {
  return deps.db.inTransaction<{ isReplayed: boolean }, OrderRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const programme = await readProgramme(tx, order.programme);
    if (!programme) return refuse({ kind: 'unknown-programme' });
    const { terms } = programme;
    if (hasEnded(programme, at)) return refuse({ kind: 'programme-ended' });
    const today = localDateAt(at);
    if (lastDayOf(terms, today) < today) return refuse({ kind: 'validity-over' });
    if (terms.prescribers.length > 0 && !terms.prescribers.includes(order.prescriber))
      return refuse({ kind: 'prescriber-not-listed' });
    if (!Number.isInteger(order.quantity) || order.quantity < 1 || order.quantity > MOST_BOOKLETS)
      return refuse({ kind: 'wrong-quantity', most: MOST_BOOKLETS });
    if (!(await insertOrder(tx, { order: { ...order, orderedAt: at }, by }))) return ok({ isReplayed: true });
    const booklets = Array.from({ length: order.quantity }, () => ({
      id: `C-${randomName(10, deps)}`,
      programme: programme.id,
      termsVersion: programme.termsVersion,
      orderId: order.id,
      prescriber: order.prescriber,
      lastDay: null,
      replaces: null,
      passes: Array.from({ length: terms.passesPerBooklet }, () => ({
        cents: terms.passCents,
        isBonus: false,
      })),
    }));
    await insertBooklets(tx, booklets, { by, at });
    return ok({ isReplayed: false });
  });
}
