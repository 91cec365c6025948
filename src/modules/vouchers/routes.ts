import type { WebApp } from '../../platform/html/view.ts';
import { createSpace } from '../access/index.ts';
import type { VoucherWebDeps } from './routes/deps.ts';
import { mountField } from './routes/field.ts';
import { mountMoney } from './routes/money.ts';

/** The pages of vouchers, all in the space of an organisation. */
export function mount(app: WebApp, deps: VoucherWebDeps): void {
  const space = createSpace(app, deps.access);
  mountField(space, deps);
  mountMoney(space, deps);
}
