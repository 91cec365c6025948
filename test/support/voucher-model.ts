import {
  askExtension,
  cancel,
  extend,
  fund,
  handOver,
  issue,
  lose,
  nightly,
  order,
  redeem,
  refund,
  replace,
  send,
  undo,
} from './voucher-model-passes.ts';
import { answer, approve, giveUp, prepare } from './voucher-model-payments.ts';
import { liveCents, type Model, type Operation } from './voucher-model-state.ts';

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
    case 'refund':
      return refund(model, operation);
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
    case 'ask-extension':
      return askExtension(model, operation.booklet);
    case 'extend':
      return extend(model, operation);
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
    `extensions ${model.extensions
      .map(({ isDecided, newLastDay }) => [isDecided, newLastDay].join())
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
