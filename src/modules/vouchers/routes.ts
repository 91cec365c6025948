import type { WebApp } from '../../platform/html/view.ts';
import { createSpace } from '../access/index.ts';
import type { VoucherWebDeps } from './routes/deps.ts';
import { mountWorker } from './routes/field/late.ts';
import { mountField } from './routes/field.ts';
import { mountMoney } from './routes/money.ts';
import { mountPublic } from './routes/public.ts';

/** The pages of vouchers: one for everyone, the others in the space of an organisation. */
export function mount(app: WebApp, deps: VoucherWebDeps): void {
  mountPublic(app, deps);
  mountWorker(app);
  const space = createSpace(app, deps.access);
  mountField(space, deps);
  mountMoney(space, deps);
}
