import { type Model, type State, statesOf, UNDO_MS } from './voucher-model-state.ts';

export function prepare(model: Model): string {
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

export function approve(model: Model, rank: number): string {
  const batch = model.batches[rank]!;
  if (batch.state !== 'prepared') return 'already-decided';
  batch.state = 'approved';
  return 'ok';
}

export function giveUp(model: Model, rank: number): string {
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

export function answer(
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
