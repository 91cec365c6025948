import type { LocalDate } from '../../src/kernel/dates.ts';

/** Small enough to be read at once and believed: what the scheme must do, with neither database nor ledger. */
export const TERMS = {
  passes: 3,
  passCents: 1000n,
  bonusCents: 500n,
  months: 1,
  graceDays: 2,
  statementDays: 1,
} as const;

export const UNDO_MS = 24 * 60 * 60_000;

export type State =
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
  isCancelled: boolean;
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
  refunds: Map<string, bigint>;
  extensions: { booklet: number; isDecided: boolean; newLastDay: LocalDate | null }[];
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
  refunds: new Map(),
  extensions: [],
  orders: [],
  booklets: [],
  redemptions: [],
  batches: [],
  payments: [],
});

export type Operation =
  | { kind: 'advance'; ms: number }
  | { kind: 'nightly' }
  | { kind: 'fund' | 'refund'; key: string; cents: bigint }
  | { kind: 'order'; quantity: number }
  | { kind: 'issue' | 'send'; order: number }
  | { kind: 'hand-over'; key: string }
  | { kind: 'redeem'; key: string; booklet: number; count: number; structure: string }
  | { kind: 'undo'; redemption: number }
  | { kind: 'lose' | 'replace' | 'cancel'; booklet: number }
  | { kind: 'ask-extension'; booklet: number }
  | { kind: 'extend'; extension: number; newLastDay: LocalDate | null }
  | { kind: 'prepare' }
  | { kind: 'approve' | 'give-up'; batch: number }
  | { kind: 'answer'; payment: number; outcome: 'paid' | 'rejected' };

export const statesOf = (booklet: ModelBooklet, isBonus: boolean): State[] =>
  isBonus ? booklet.bonusStates : booklet.states;
export const centsOf = (isBonus: boolean): bigint => (isBonus ? TERMS.bonusCents : TERMS.passCents);

export const LIVE: readonly State[] = ['issued', 'in_stock', 'handed_over'];

export const liveCents = (booklet: ModelBooklet): bigint =>
  booklet.bonusSetAside +
  [false, true].reduce(
    (sum, isBonus) =>
      sum +
      BigInt(statesOf(booklet, isBonus).filter((state) => LIVE.includes(state)).length) * centsOf(isBonus),
    0n,
  );

export function move(states: State[], from: State, to: State): void {
  for (const [place, state] of states.entries()) if (state === from) states[place] = to;
}
