import type { LocalDate } from '../../../../kernel/dates.ts';
import type { INCOME } from '../../income-messages.ts';
import type { Income } from '../../store/income.ts';

export type IncomeState = keyof (typeof INCOME)['fr']['states'];

/** Where the payment of one redemption stands. In a batch, it may still be late: the promise is about the money. */
export function incomeState({ undoneAt, payment, payBy }: Income, today: LocalDate): IncomeState {
  if (undoneAt) return 'undone';
  if (payment?.outcome === 'paid') return 'paid';
  if (payBy < today) return 'late';
  return payment ? 'batched' : 'waiting';
}
