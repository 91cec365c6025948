import type { StatusKind } from '../../../../../platform/html/parts.tsx';
import type { Batch, Payment } from '../../../store/payments.ts';

/** How each state looks. */
export const BATCH_KINDS: Readonly<Record<Batch['state'], StatusKind>> = {
  prepared: 'ask',
  approved: 'ok',
  cancelled: 'no',
};

export const OUTCOME_KINDS: Readonly<Record<Payment['outcome'], StatusKind>> = {
  pending: 'ask',
  paid: 'ok',
  rejected: 'bad',
  returned: 'bad',
  cancelled: 'no',
};
