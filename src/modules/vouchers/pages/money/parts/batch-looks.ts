import type { IconName, StatusKind } from '../../../../../platform/html/parts.tsx';
import type { Batch, Payment } from '../../../store/payments.ts';

interface Look {
  kind: StatusKind;
  icon?: IconName;
}

const WAITING: Look = { kind: 'ask', icon: 'clock' };

/** How each state looks. */
export const BATCH_LOOKS: Readonly<Record<Batch['state'], Look>> = {
  prepared: WAITING,
  approved: { kind: 'ok' },
  cancelled: { kind: 'no' },
};

export const OUTCOME_LOOKS: Readonly<Record<Payment['outcome'], Look>> = {
  pending: WAITING,
  paid: { kind: 'ok' },
  rejected: { kind: 'bad' },
  returned: { kind: 'bad' },
  cancelled: { kind: 'no' },
};
