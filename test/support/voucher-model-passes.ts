import { addDays, addMonths, endOfDay } from '../../src/kernel/calendar.ts';
import { type LocalDate, localDateAt } from '../../src/kernel/dates.ts';
import {
  centsOf,
  LIVE,
  liveCents,
  type Model,
  type ModelBooklet,
  move,
  type Operation,
  type State,
  statesOf,
  TERMS,
  UNDO_MS,
} from './voucher-model-state.ts';

export function fund(model: Model, { key, cents }: { key: string; cents: bigint }): string {
  if (model.fundKeys.includes(key)) return 'ok';
  model.fundKeys.push(key);
  model.funded += cents;
  model.provision += cents;
  return 'ok';
}

/** To the funders: how much to each is looked at in the picture. */
export function refund(model: Model, { key, cents }: { key: string; cents: bigint }): string {
  const earlier = model.refunds.get(key);
  if (earlier !== undefined) return earlier === cents ? 'ok' : 'key-reused';
  if (cents > model.provision) return 'insufficient-funds';
  model.refunds.set(key, cents);
  model.provision -= cents;
  model.returned += cents;
  return 'ok';
}

export function order(model: Model, { quantity }: { quantity: number }): string {
  const rank = model.orders.push({ quantity, isIssued: false, isSent: false }) - 1;
  for (let made = 0; made < quantity; made += 1)
    model.booklets.push(newBooklet(rank, 'ordered', TERMS.passes));
  return 'ok';
}

const newBooklet = (rank: number | null, state: State, passes: number): ModelBooklet => ({
  order: rank,
  states: Array<State>(passes).fill(state),
  bonusStates: [],
  bonusSetAside: 0n,
  handOverKey: null,
  lastDay: null,
  isLost: false,
  isCompleted: false,
  isCancelled: false,
  isReplaced: false,
});

const ofOrder = (model: Model, rank: number) => model.booklets.filter((one) => one.order === rank);

export function issue(model: Model, rank: number): string {
  const known = model.orders[rank]!;
  if (known.isIssued) return 'ok';
  const booklets = ofOrder(model, rank).filter(({ states }) => states.includes('ordered'));
  if (booklets.length === 0) return 'nothing-to-issue';
  const needed = BigInt(booklets.length) * (BigInt(TERMS.passes) * TERMS.passCents + TERMS.bonusCents);
  if (needed > model.provision) return 'not-enough-funds';
  model.provision -= needed;
  known.isIssued = true;
  for (const one of booklets) {
    one.bonusSetAside = TERMS.bonusCents;
    move(one.states, 'ordered', 'issued');
  }
  return 'ok';
}

export function send(model: Model, rank: number): string {
  const known = model.orders[rank]!;
  if (!known.isIssued) return 'not-issued';
  known.isSent = true;
  for (const one of ofOrder(model, rank)) move(one.states, 'issued', 'in_stock');
  return 'ok';
}

/** Booklets in stock are alike: which one is taken does not matter. */
export function handOver(model: Model, key: string): string {
  if (model.booklets.some(({ handOverKey }) => handOverKey === key)) return 'ok';
  const taken = model.booklets.find(
    ({ states, handOverKey }) => handOverKey === null && states.includes('in_stock'),
  );
  if (!taken) return 'stock-empty';
  taken.handOverKey = key;
  taken.lastDay = addMonths(today(model), TERMS.months);
  move(taken.states, 'in_stock', 'handed_over');
  return 'ok';
}

const today = (model: Model): LocalDate => localDateAt(new Date(model.now));

export function redeem(
  model: Model,
  { key, booklet: rank, count, structure }: Extract<Operation, { kind: 'redeem' }>,
): string {
  const earlier = model.redemptions.find((one) => one.key === key && one.structure === structure);
  if (earlier) return earlier.booklet === rank && earlier.count === count ? 'ok' : 'key-reused';
  const booklet = model.booklets[rank]!;
  const refusal = redeemRefusal(model, booklet, { count, structure });
  if (refusal) return refusal;
  const taken = livePasses(booklet).slice(0, count);
  for (const { isBonus, place } of taken) statesOf(booklet, isBonus)[place] = 'redeemed';
  const cents = taken.reduce((sum, { isBonus }) => sum + centsOf(isBonus), 0n);
  model.payable[structure]! += cents;
  const completedIt = complete(booklet);
  const { now: recordedAt } = model;
  model.redemptions.push({
    key,
    booklet: rank,
    count,
    taken,
    cents,
    structure,
    recordedAt,
    completedIt,
    isUndone: false,
    payment: null,
  });
  return 'ok';
}

const livePasses = (booklet: ModelBooklet) =>
  [false, true].flatMap((isBonus) =>
    statesOf(booklet, isBonus).flatMap((state, place) =>
      state === 'handed_over' ? [{ isBonus, place }] : [],
    ),
  );

function redeemRefusal(
  model: Model,
  booklet: ModelBooklet,
  { count, structure }: { count: number; structure: string },
): string | null {
  if (!(structure in model.payable)) return 'not-under-agreement';
  if (booklet.isReplaced) return 'booklet-replaced';
  if (booklet.isLost) return 'booklet-lost';
  const left = livePasses(booklet).length;
  if (left === 0 && booklet.states.includes('cancelled')) return 'booklet-cancelled';
  const wasLeft =
    left + [...booklet.states, ...booklet.bonusStates].filter((state) => state === 'expired').length;
  const acceptedUntil = endOfDay(addDays(booklet.lastDay!, TERMS.graceDays)).getTime();
  if (wasLeft > 0 && model.now >= acceptedUntil) return 'not-valid-any-more';
  if (left === 0) return 'all-used';
  return left < count ? 'not-enough-left' : null;
}

function complete(booklet: ModelBooklet): boolean {
  const isDone = booklet.states.every((state) => state === 'redeemed' || state === 'reimbursed');
  if (booklet.isCompleted || !isDone) return false;
  booklet.isCompleted = true;
  booklet.bonusSetAside -= TERMS.bonusCents;
  booklet.bonusStates.push('handed_over');
  return true;
}

export function undo(model: Model, rank: number): string {
  const redemption = model.redemptions[rank]!;
  if (redemption.isUndone) return 'ok';
  if (redemption.payment !== null) return 'already-in-payment';
  if (model.now >= redemption.recordedAt + UNDO_MS) return 'too-late-to-undo';
  const booklet = model.booklets[redemption.booklet]!;
  if (booklet.isReplaced) return 'booklet-replaced';
  const isOfThePath = redemption.taken.some(({ isBonus }) => !isBonus);
  if (booklet.isCompleted && isOfThePath) {
    const bonus = booklet.bonusStates.findIndex((state) => state !== 'cancelled');
    // None is left when whoever runs the programme cancelled it: that is no bonus used.
    if (bonus >= 0) {
      if (booklet.bonusStates[bonus] !== 'handed_over') return 'bonus-used';
      booklet.bonusStates[bonus] = 'cancelled';
      booklet.bonusSetAside += TERMS.bonusCents;
    }
    booklet.isCompleted = false;
  }
  for (const { isBonus, place } of redemption.taken) statesOf(booklet, isBonus)[place] = 'handed_over';
  model.payable[redemption.structure]! -= redemption.cents;
  redemption.isUndone = true;
  if (booklet.isCancelled) cancel(model, booklet);
  return 'ok';
}

export function lose(booklet: ModelBooklet): string {
  if (booklet.handOverKey === null) return 'not-handed-over';
  if (booklet.isLost) return 'already-lost';
  booklet.isLost = true;
  return 'ok';
}

export function replace(model: Model, rank: number): string {
  const old = model.booklets[rank]!;
  if (!old.isLost) return 'not-lost';
  const left = livePasses(old);
  if (left.length === 0) return old.isReplaced ? 'already-replaced' : 'nothing-left';
  const fresh = newBooklet(null, 'handed_over', left.filter(({ isBonus }) => !isBonus).length);
  if (left.some(({ isBonus }) => isBonus)) {
    fresh.bonusStates.push('handed_over');
    fresh.isCompleted = true;
  }
  fresh.handOverKey = `replaces ${rank}`;
  fresh.lastDay = old.lastDay;
  fresh.bonusSetAside = old.bonusSetAside;
  old.bonusSetAside = 0n;
  move(old.states, 'handed_over', 'replaced');
  move(old.bonusStates, 'handed_over', 'replaced');
  old.isReplaced = true;
  model.booklets.push(fresh);
  return 'ok';
}

export function cancel(model: Model, booklet: ModelBooklet): string {
  const before = liveCents(booklet);
  if (before === 0n && !booklet.states.includes('ordered')) return 'nothing-left';
  model.provision += before;
  free(booklet, 'cancelled');
  move(booklet.states, 'ordered', 'cancelled');
  booklet.isCancelled = true;
  return 'ok';
}

function free(booklet: ModelBooklet, to: 'cancelled' | 'expired'): void {
  booklet.bonusSetAside = 0n;
  for (const from of LIVE) {
    move(booklet.states, from, to);
    move(booklet.bonusStates, from, to);
  }
}

/** From then on its value goes back to the funders. */
const returnedFrom = (lastDay: LocalDate): number =>
  endOfDay(addDays(lastDay, TERMS.graceDays + TERMS.statementDays)).getTime();

export function askExtension(model: Model, rank: number): string {
  const booklet = model.booklets[rank]!;
  if (livePasses(booklet).length === 0) return 'nothing-left';
  if (model.now >= returnedFrom(booklet.lastDay!)) return 'too-late-to-extend';
  if (model.extensions.some((one) => one.booklet === rank && !one.isDecided)) return 'already-asked';
  model.extensions.push({ booklet: rank, isDecided: false, newLastDay: null });
  return 'ok';
}

/** Of the sheet that the person holds by then. */
export function extend(
  model: Model,
  { extension: rank, newLastDay }: Extract<Operation, { kind: 'extend' }>,
): string {
  const asked = model.extensions[rank]!;
  if (asked.isDecided) return 'already-decided';
  const held = model.booklets[successor(model, asked.booklet)]!;
  if (newLastDay !== null) {
    if (model.now >= returnedFrom(held.lastDay!)) return 'too-late-to-extend';
    if (newLastDay <= held.lastDay! || newLastDay < today(model)) return 'not-later';
    held.lastDay = newLastDay;
  }
  asked.isDecided = true;
  asked.newLastDay = newLastDay;
  return 'ok';
}

function successor(model: Model, rank: number): number {
  const next = model.booklets.findIndex(({ handOverKey }) => handOverKey === `replaces ${rank}`);
  return next === -1 ? rank : successor(model, next);
}

export function nightly(model: Model): string {
  for (const booklet of model.booklets) {
    if (booklet.lastDay === null || model.now < returnedFrom(booklet.lastDay)) continue;
    model.returned += liveCents(booklet);
    free(booklet, 'expired');
  }
  return 'ok';
}
