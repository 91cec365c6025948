import type { Space } from '../../access/index.ts';
import { MONEY_ACTIONS } from '../action-messages.ts';
import { PROGRAMMES } from '../programme-messages.ts';
import type { VoucherWebDeps } from './deps.ts';
import { mountBatch } from './money/batch.ts';
import { mountBatches } from './money/batches.ts';
import { mountEnd } from './money/end.ts';
import { mountFigures } from './money/figures.ts';
import { mountFunder } from './money/funder.ts';
import { mountFunds } from './money/funds.ts';
import { mountOrders } from './money/orders.ts';
import { mountPartners } from './money/partners.ts';
import { countWaiting, mountProgrammes } from './money/programmes.ts';
import { mountTerms } from './money/terms.ts';

/** Those who run a programme, those who approve its payments, and those who fund it. */
export function mountMoney(space: Space, deps: VoucherWebDeps): void {
  space.addEntry({
    roles: ['programme-manager', 'payment-approver'],
    icon: 'ticket',
    label: (lang) => PROGRAMMES[lang].entry,
    path: '/pass/programmes',
    waiting: async (organisation, lang) => PROGRAMMES[lang].toDecide(await countWaiting(organisation, deps)),
  });
  mountProgrammes(space, deps);
  mountFunds(space, deps);
  mountOrders(space, deps);
  mountPartners(space, deps);
  mountBatches(space, deps);
  mountBatch(space, deps);
  mountFigures(space, deps);
  mountTerms(space, deps);
  mountEnd(space, deps);
  mountFunder(space, deps);
  space.nameActions(MONEY_ACTIONS);
}
