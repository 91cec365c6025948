/** V2: a pass is always in one of these states, and in one only. */
export const PASS_STATES = [
  'ordered',
  'issued',
  'in_stock',
  'handed_over',
  'redeemed',
  'reimbursed',
  'expired',
  'cancelled',
  'replaced',
] as const;

export type PassState = (typeof PASS_STATES)[number];

/**
 * The only ways from one state to another; the database refuses the others (`vouchers.refuse_wrong_transition`).
 * Backwards: a redemption undone within a day, a payment that the bank sends back. A pass past its grace is refused by date
 * at once, and becomes `expired` with the statement that returns its value (V8): until then its date can be put off.
 */
export const TRANSITIONS: Readonly<Record<PassState, readonly PassState[]>> = {
  ordered: ['issued', 'cancelled'],
  issued: ['in_stock', 'expired', 'cancelled'],
  in_stock: ['handed_over', 'expired', 'cancelled'],
  handed_over: ['redeemed', 'expired', 'cancelled', 'replaced'],
  redeemed: ['reimbursed', 'handed_over'],
  reimbursed: ['redeemed'],
  expired: [],
  cancelled: [],
  replaced: [],
};

export const canBecome = (from: PassState, to: PassState): boolean => TRANSITIONS[from].includes(to);

/** V18: a bonus rewards a whole path: every ordinary pass was used, or lives on in the booklet that replaces this one. */
export const isCompleted = (states: readonly PassState[]): boolean =>
  states.some((state) => state === 'redeemed' || state === 'reimbursed') &&
  states.every((state) => state === 'redeemed' || state === 'reimbursed' || state === 'replaced');

/**
 * Whoever runs the programme stopped what was left: nothing comes back to life in it. A bonus taken back with the help that
 * had earned it is cancelled too, but then the path is not complete any more.
 */
export const wasCancelled = (
  passes: readonly { state: PassState; isBonus: boolean }[],
  isPathCompleted: boolean,
): boolean => {
  const bonuses = passes.filter(({ isBonus }) => isBonus);
  return (
    passes.some(({ state, isBonus }) => !isBonus && state === 'cancelled') ||
    (isPathCompleted && bonuses.length > 0 && bonuses.every(({ state }) => state === 'cancelled'))
  );
};
