import { addDays, addMonths, endOfDay } from '../../src/kernel/calendar.ts';
import { type LocalDate, localDateAt } from '../../src/kernel/dates.ts';

/** Small enough to be read at once and believed: what the scheme must do, with neither database nor ledger. */
export const TERMS = {
  passes: 3,
  passCents: 1000n,
  bonusCents: 500n,
  months: 1,
  graceDays: 2,
  statementDays: 1,
} as const;

const UNDO_MS = 24 * 60 * 60_000;

type State =
  | 'ordered'
  | 'issued'
  | 'in_stock'
  | 'handed_over'
  | 'redeemed'
  | 'reimbursed'
  | 'expired'
  | 'cancelled'
  | 'replaced';

export interface ModelBooklet {
  order: number | null;
  states: State[];
  bonusStates: State[];
  bonusSetAside: bigint;
  handOverKey: string | null;
  lastDay: LocalDate | null;
  isLost: boolean;
  isCompleted: boolean;
  isReplaced: boolean;
}

export interface ModelRedemption {
  key: string;
  booklet: number;
  count: number;
  /** Places in `states`, then in `bonusStates` beyond. */
  taken: { isBonus: boolean; place: number }[];
  cents: bigint;
  structure: string;
  recordedAt: number;
  completedIt: boolean;
  isUndone: boolean;
  payment: number | null;
}

interface ModelPayment {
  batch: number;
  structure: string;
  cents: bigint;
  outcome: 'pending' | 'paid' | 'rejected' | 'cancelled' | 'returned';
}

export interface Model {
  now: number;
  funded: bigint;
  provision: bigint;
  returned: bigint;
  payable: Record<string, bigint>;
  reimbursed: Record<string, bigint>;
  fundKeys: string[];
  orders: { quantity: number; isIssued: boolean; isSent: boolean }[];
  booklets: ModelBooklet[];
  redemptions: ModelRedemption[];
  batches: { state: 'prepared' | 'approved' | 'cancelled' }[];
  payments: ModelPayment[];
}

export const emptyModel = (now: Date, structures: readonly string[]): Model => ({
  now: now.getTime(),
  funded: 0n,
  provision: 0n,
  returned: 0n,
  payable: Object.fromEntries(structures.map((name) => [name, 0n])),
  reimbursed: Object.fromEntries(structures.map((name) => [name, 0n])),
  fundKeys: [],
  orders: [],
  booklets: [],
  redemptions: [],
  batches: [],
  payments: [],
});

export type Operation =
  | { kind: 'advance'; ms: number }
  | { kind: 'nightly' }
  | { kind: 'fund'; key: string; cents: bigint }
  | { kind: 'order'; quantity: number }
  | { kind: 'issue' | 'send'; order: number }
  | { kind: 'hand-over'; key: string }
  | { kind: 'redeem'; key: string; booklet: number; count: number; structure: string }
  | { kind: 'undo'; redemption: number }
  | { kind: 'lose' | 'replace' | 'cancel'; booklet: number }
  | { kind: 'prepare' }
  | { kind: 'approve' | 'give-up'; batch: number }
  | { kind: 'answer'; payment: number; outcome: 'paid' | 'rejected' };

/** What an operation answers: `ok`, or the kind of its refusal. The model is changed in place. */
export function apply(model: Model, operation: Operation): string {
  switch (operation.kind) {
    case 'advance':
      model.now += operation.ms;
      return 'ok';
    case 'nightly':
      return nightly(model);
    case 'fund':
      return fund(model, operation);
    case 'order':
      return order(model, operation);
    case 'issue':
      return issue(model, operation.order);
    case 'send':
      return send(model, operation.order);
    case 'hand-over':
      return handOver(model, operation.key);
    case 'redeem':
      return redeem(model, operation);
    case 'undo':
      return undo(model, operation.redemption);
    case 'lose':
      return lose(model.booklets[operation.booklet]!);
    case 'replace':
      return replace(model, operation.booklet);
    case 'cancel':
      return cancel(model, model.booklets[operation.booklet]!);
    case 'prepare':
      return prepare(model);
    case 'approve':
      return approve(model, operation.batch);
    case 'give-up':
      return giveUp(model, operation.batch);
    case 'answer':
      return answer(model, operation);
  }
}

function fund(model: Model, { key, cents }: { key: string; cents: bigint }): string {
  if (model.fundKeys.includes(key)) return 'ok';
  model.fundKeys.push(key);
  model.funded += cents;
  model.provision += cents;
  return 'ok';
}

function order(model: Model, { quantity }: { quantity: number }): string {
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
  isReplaced: false,
});

const ofOrder = (model: Model, rank: number) => model.booklets.filter((one) => one.order === rank);

function issue(model: Model, rank: number): string {
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

function send(model: Model, rank: number): string {
  const known = model.orders[rank]!;
  if (!known.isIssued) return 'not-issued';
  known.isSent = true;
  for (const one of ofOrder(model, rank)) move(one.states, 'issued', 'in_stock');
  return 'ok';
}

/** Booklets in stock are alike: which one is taken does not matter. */
function handOver(model: Model, key: string): string {
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

function redeem(
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

const statesOf = (booklet: ModelBooklet, isBonus: boolean): State[] =>
  isBonus ? booklet.bonusStates : booklet.states;
const centsOf = (isBonus: boolean): bigint => (isBonus ? TERMS.bonusCents : TERMS.passCents);

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

function undo(model: Model, rank: number): string {
  const redemption = model.redemptions[rank]!;
  if (redemption.isUndone) return 'ok';
  if (redemption.payment !== null) return 'already-in-payment';
  if (model.now >= redemption.recordedAt + UNDO_MS) return 'too-late-to-undo';
  const booklet = model.booklets[redemption.booklet]!;
  if (booklet.isReplaced) return 'booklet-replaced';
  const isOfThePath = redemption.taken.some(({ isBonus }) => !isBonus);
  if (booklet.isCompleted && isOfThePath) {
    const bonus = booklet.bonusStates.findIndex((state) => state !== 'cancelled');
    if (booklet.bonusStates[bonus] !== 'handed_over') return 'bonus-used';
    booklet.bonusStates[bonus] = 'cancelled';
    booklet.bonusSetAside += TERMS.bonusCents;
    booklet.isCompleted = false;
  }
  for (const { isBonus, place } of redemption.taken) statesOf(booklet, isBonus)[place] = 'handed_over';
  model.payable[redemption.structure]! -= redemption.cents;
  redemption.isUndone = true;
  return 'ok';
}

function lose(booklet: ModelBooklet): string {
  if (booklet.handOverKey === null) return 'not-handed-over';
  if (booklet.isLost) return 'already-lost';
  booklet.isLost = true;
  return 'ok';
}

function replace(model: Model, rank: number): string {
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

function cancel(model: Model, booklet: ModelBooklet): string {
  const before = liveCents(booklet);
  if (before === 0n && !booklet.states.includes('ordered')) return 'nothing-left';
  model.provision += before;
  free(booklet, 'cancelled');
  move(booklet.states, 'ordered', 'cancelled');
  return 'ok';
}

const LIVE: readonly State[] = ['issued', 'in_stock', 'handed_over'];

const liveCents = (booklet: ModelBooklet): bigint =>
  booklet.bonusSetAside +
  [false, true].reduce(
    (sum, isBonus) =>
      sum +
      BigInt(statesOf(booklet, isBonus).filter((state) => LIVE.includes(state)).length) * centsOf(isBonus),
    0n,
  );

function free(booklet: ModelBooklet, to: 'cancelled' | 'expired'): void {
  booklet.bonusSetAside = 0n;
  for (const from of LIVE) {
    move(booklet.states, from, to);
    move(booklet.bonusStates, from, to);
  }
}

function nightly(model: Model): string {
  for (const booklet of model.booklets) {
    if (booklet.lastDay === null) continue;
    const returnedFrom = endOfDay(addDays(booklet.lastDay, TERMS.graceDays + TERMS.statementDays));
    if (model.now < returnedFrom.getTime()) continue;
    model.returned += liveCents(booklet);
    free(booklet, 'expired');
  }
  return 'ok';
}

function prepare(model: Model): string {
  const due = model.redemptions.filter(
    ({ payment, isUndone, recordedAt }) => payment === null && !isUndone && recordedAt < model.now - UNDO_MS,
  );
  if (due.length === 0) return 'nothing-due';
  const batch = model.batches.push({ state: 'prepared' }) - 1;
  for (const structure of Object.keys(model.payable).sort()) {
    const own = due.filter((one) => one.structure === structure);
    if (own.length === 0) continue;
    const cents = own.reduce((sum, one) => sum + one.cents, 0n);
    const payment = model.payments.push({ batch, structure, cents, outcome: 'pending' }) - 1;
    for (const one of own) one.payment = payment;
  }
  return 'ok';
}

function approve(model: Model, rank: number): string {
  const batch = model.batches[rank]!;
  if (batch.state !== 'prepared') return 'already-decided';
  batch.state = 'approved';
  return 'ok';
}

function giveUp(model: Model, rank: number): string {
  const batch = model.batches[rank]!;
  if (batch.state !== 'prepared') return 'already-decided';
  batch.state = 'cancelled';
  for (const [payment, one] of model.payments.entries()) {
    if (one.batch !== rank) continue;
    one.outcome = 'cancelled';
    detach(model, payment);
  }
  return 'ok';
}

function detach(model: Model, payment: number): void {
  for (const one of model.redemptions) if (one.payment === payment) one.payment = null;
}

function answer(
  model: Model,
  { payment: rank, outcome: said }: { payment: number; outcome: 'paid' | 'rejected' },
): string {
  const payment = model.payments[rank]!;
  if (model.batches[payment.batch]!.state !== 'approved') return 'not-approved';
  const hasComeBack = said === 'rejected' && ['paid', 'returned'].includes(payment.outcome);
  const outcome = hasComeBack ? 'returned' : said;
  if (payment.outcome === outcome) return 'ok';
  if (payment.outcome !== (outcome === 'returned' ? 'paid' : 'pending')) return 'already-resolved-otherwise';
  payment.outcome = outcome;
  if (outcome === 'paid') pay(model, rank, { sign: 1n, state: 'reimbursed' });
  if (outcome === 'returned') pay(model, rank, { sign: -1n, state: 'redeemed' });
  if (outcome !== 'paid') detach(model, rank);
  return 'ok';
}

function pay(model: Model, rank: number, { sign, state }: { sign: 1n | -1n; state: State }): void {
  const { structure, cents } = model.payments[rank]!;
  model.payable[structure]! -= sign * cents;
  model.reimbursed[structure]! += sign * cents;
  for (const { payment, booklet, taken } of model.redemptions)
    if (payment === rank)
      for (const { isBonus, place } of taken) statesOf(model.booklets[booklet]!, isBonus)[place] = state;
}

function move(states: State[], from: State, to: State): void {
  for (const [place, state] of states.entries()) if (state === from) states[place] = to;
}

/** What can be compared with the database, whatever identifiers it drew. */
export function pictureOf(model: Model): string {
  const booklets = model.booklets.map(
    ({ states, bonusStates, handOverKey, isLost, lastDay, bonusSetAside }) =>
      [states.join(), bonusStates.join(), handOverKey !== null, isLost, lastDay, bonusSetAside].join('|'),
  );
  const sum = (amounts: Record<string, bigint>) => Object.entries(amounts).sort().join(';');
  return [
    `provision ${model.provision}, returned ${model.returned}, funded ${model.funded}`,
    `payable ${sum(model.payable)}`,
    `reimbursed ${sum(model.reimbursed)}`,
    `orders ${model.orders
      .map(({ quantity, isIssued, isSent }) => [quantity, isIssued, isSent].join())
      .sort()
      .join(';')}`,
    `batches ${model.batches
      .map(({ state }, rank) => batchPicture(model, state, rank))
      .sort()
      .join(';')}`,
    ...booklets.sort(),
  ].join('\n');
}

function batchPicture({ payments }: Model, state: string, rank: number): string {
  const own = payments.filter(({ batch }) => batch === rank);
  return [
    state,
    ...own.map(({ structure, cents, outcome }) => `${structure} ${cents} ${outcome}`).sort(),
  ].join();
}

/** V5: nothing appears, nothing disappears. */
export const isConserved = (model: Model): boolean =>
  model.funded ===
  [
    model.provision,
    model.returned,
    ...Object.values(model.payable),
    ...Object.values(model.reimbursed),
    ...model.booklets.map(liveCents),
  ].reduce((sum, cents) => sum + cents, 0n);
