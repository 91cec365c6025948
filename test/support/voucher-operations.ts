import { addDays } from '../../src/kernel/calendar.ts';
import { localDateAt } from '../../src/kernel/dates.ts';
import { MIMOSA, TULIPE } from './scheme.ts';
import type { Model, Operation } from './voucher-model-state.ts';

type Roll = (sides: number) => number;

const HOUR_MS = 60 * 60_000;
const STRUCTURES = [MIMOSA.organisation, MIMOSA.organisation, TULIPE.organisation, 'o-sans-convention'];

/** A step that has a chance, given what happened; one in ten repeats a key that was used, as a phone that lost its answer does. */
export function nextOperation(model: Model, roll: Roll): Operation {
  const weights: [number, () => Operation | null][] = [
    [3, () => fundBy(roll(20))],
    [1, () => ({ kind: 'refund', key: `b${roll(12)}`, cents: BigInt(1 + roll(2_500)) })],
    [3, () => (model.booklets.length < 40 ? { kind: 'order', quantity: 1 + roll(3) } : null)],
    [4, () => some(model.orders, roll, (order) => ({ kind: 'issue', order }))],
    [4, () => some(model.orders, roll, (order) => ({ kind: 'send', order }))],
    [8, () => ({ kind: 'hand-over', key: `h${roll(80)}` })],
    [24, () => redeemAt(model, roll)],
    [5, () => some(model.redemptions, roll, (redemption) => ({ kind: 'undo', redemption }))],
    [2, () => some(model.booklets, roll, (booklet) => ({ kind: 'lose', booklet }))],
    [2, () => some(model.booklets, roll, (booklet) => ({ kind: 'replace', booklet }))],
    [1, () => some(model.booklets, roll, (booklet) => ({ kind: 'cancel', booklet }))],
    [2, () => askExtensionAt(model, roll)],
    [2, () => some(model.extensions, roll, (extension) => extendAt(model, { extension, roll }))],
    [4, () => ({ kind: 'prepare' })],
    [4, () => some(model.batches, roll, (batch) => ({ kind: 'approve', batch }))],
    [1, () => some(model.batches, roll, (batch) => ({ kind: 'give-up', batch }))],
    [6, () => answerAt(model, roll)],
    [8, () => ({ kind: 'advance', ms: roll(3) === 0 ? roll(12) * 24 * HOUR_MS : roll(30) * HOUR_MS })],
    [3, () => ({ kind: 'nightly' })],
  ];
  const urn = weights.flatMap(([weight, make]) => Array<() => Operation | null>(weight).fill(make));
  for (;;) {
    const operation = urn[roll(urn.length)]!();
    if (operation) return operation;
  }
}

/** One key, one funder, one amount: shares that do not fall on whole cents. */
const fundBy = (draw: number): Operation => ({
  kind: 'fund',
  key: `f${draw}`,
  cents: draw % 2 === 0 ? 20_000n : 13_337n,
});

function askExtensionAt({ booklets }: Model, roll: Roll): Operation | null {
  const inHands = booklets.flatMap(({ handOverKey }, rank) => (handOverKey === null ? [] : [rank]));
  return some(inHands, roll, (place) => ({ kind: 'ask-extension', booklet: inHands[place]! }));
}

/** Some are refused, some ask for a day that is past. */
const extendAt = (model: Model, { extension, roll }: { extension: number; roll: Roll }): Operation => ({
  kind: 'extend',
  extension,
  newLastDay: roll(4) === 0 ? null : addDays(localDateAt(new Date(model.now)), roll(40) - 3),
});

function some(list: readonly unknown[], roll: Roll, make: (rank: number) => Operation): Operation | null {
  return list.length === 0 ? null : make(roll(list.length));
}

/** Mostly what was handed over lately. */
function redeemAt({ booklets, redemptions }: Model, roll: Roll): Operation | null {
  if (redemptions.length > 0 && roll(10) === 0) {
    const { key, booklet, count, structure } = redemptions[roll(redemptions.length)]!;
    return { kind: 'redeem', key, booklet, count: roll(5) === 0 ? count + 1 : count, structure };
  }
  const inHands = booklets.flatMap(({ handOverKey }, rank) => (handOverKey === null ? [] : [rank]));
  if (inHands.length === 0) return null;
  const booklet = inHands.at(-1 - roll(Math.min(6, inHands.length)))!;
  return {
    kind: 'redeem',
    key: `r${redemptions.length}x${roll(1_000_000)}`,
    booklet,
    count: 1 + roll(3),
    structure: STRUCTURES[roll(4)]!,
  };
}

function answerAt({ payments }: Model, roll: Roll): Operation | null {
  if (payments.length === 0) return null;
  return { kind: 'answer', payment: roll(payments.length), outcome: roll(4) === 0 ? 'rejected' : 'paid' };
}
