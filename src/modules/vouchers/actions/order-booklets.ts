import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { lastDayOf } from '../domain/programme.ts';
import { insertBooklets } from '../store/booklets.ts';
import { insertOrder, lockOrder } from '../store/orders.ts';
import { type Programme, readProgramme } from '../store/programmes.ts';
import { byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';

export type OrderRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'programme-ended' }
  | { kind: 'validity-over' }
  | { kind: 'prescriber-not-listed' }
  | { kind: 'key-reused' }
  | { kind: 'wrong-quantity'; most: number };

/** In one order: what a person can still count, and one transaction write. */
export const MOST_BOOKLETS = 2_000;

export const hasEnded = ({ endsOn }: Programme, at: Date): boolean =>
  endsOn !== null && localDateAt(at) > endsOn;

/**
 * Booklets for a prescriber, without money yet. The id is chosen by the page: sent twice, it is ordered once; changed and
 * sent again, it is refused (L4).
 */
export function orderBooklets(
  order: { id: string; programme: string; prescriber: string; quantity: number },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, OrderRefusal>> {
  return deps.db.inTransaction<{ isReplayed: boolean }, OrderRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const programme = await readProgramme(tx, order.programme);
    if (!programme) return refuse({ kind: 'unknown-programme' });
    const refusal = refusalOf(order, programme, at);
    if (refusal) return refuse(refusal);
    const { terms } = programme;
    if (!(await insertOrder(tx, { order: { ...order, orderedAt: at }, by }))) {
      const earlier = (await lockOrder(tx, order.id))!;
      const isSame = earlier.prescriber === order.prescriber && earlier.quantity === order.quantity;
      return isSame ? ok({ isReplayed: true }) : refuse({ kind: 'key-reused' });
    }
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

function refusalOf(
  { prescriber, quantity }: { prescriber: string; quantity: number },
  programme: Programme,
  at: Date,
): OrderRefusal | null {
  const { terms } = programme;
  const today = localDateAt(at);
  if (hasEnded(programme, at)) return { kind: 'programme-ended' };
  if (lastDayOf(terms, today) < today) return { kind: 'validity-over' };
  if (terms.prescribers.length > 0 && !terms.prescribers.includes(prescriber))
    return { kind: 'prescriber-not-listed' };
  const isCount = Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_BOOKLETS;
  return isCount ? null : { kind: 'wrong-quantity', most: MOST_BOOKLETS };
}
