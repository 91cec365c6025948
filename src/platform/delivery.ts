import type { Result } from '../kernel/result.ts';

/** A message that did not leave: the same one may pass later, or never will. `detail` names no person. */
export type DeliveryRefusal = { kind: 'try-later' | 'never'; detail: string };

export type Delivery = Promise<Result<null, DeliveryRefusal>>;
