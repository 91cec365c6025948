import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBecome, isCompleted, PASS_STATES, type PassState, TRANSITIONS, wasCancelled } from './pass.ts';

const state = fc.constantFrom(...PASS_STATES);

test('V2 only listed transitions exist, and what is expired, cancelled or replaced stays so', () => {
  for (const from of PASS_STATES)
    for (const to of PASS_STATES) expect(canBecome(from, to)).toBe(TRANSITIONS[from].includes(to));
  expect([TRANSITIONS.expired, TRANSITIONS.cancelled, TRANSITIONS.replaced]).toEqual([[], [], []]);
});

test('V2 whatever the path, a pass is paid only after it was handed over and redeemed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 30 }), (choices) => {
      const path: PassState[] = ['ordered'];
      for (const choice of choices) {
        const next = TRANSITIONS[path.at(-1)!];
        if (next.length > 0) path.push(next[choice % next.length]!);
      }
      const paid = path.indexOf('reimbursed');
      if (paid < 0) return;
      const needed: PassState[] = ['issued', 'in_stock', 'handed_over', 'redeemed'];
      const ranks = needed.map((one) => path.indexOf(one));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(ranks.every((rank) => rank >= 0 && rank < paid)).toBe(true);
    }),
  );
});

test('V18 a path with an expired or a cancelled pass is never complete', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 12 }), (states) => {
      const isLost = states.some((one) => !['redeemed', 'reimbursed', 'replaced'].includes(one));
      if (isLost) expect(isCompleted(states)).toBe(false);
    }),
  );
  expect([isCompleted([]), isCompleted(['replaced']), isCompleted(['replaced', 'reimbursed'])]).toEqual([
    false,
    false,
    true,
  ]);
});

test('V18 a booklet was cancelled when a pass of it was, or the bonus of a completed path; not when an undo took the bonus back', () => {
  const ordinary = (state: PassState) => ({ state, isBonus: false });
  const bonus = (state: PassState) => ({ state, isBonus: true });
  expect(wasCancelled([ordinary('redeemed'), ordinary('cancelled')], false)).toBe(true);
  expect(wasCancelled([ordinary('redeemed'), bonus('cancelled')], true)).toBe(true);
  expect(wasCancelled([ordinary('handed_over'), bonus('cancelled')], false)).toBe(false);
  expect(wasCancelled([ordinary('redeemed'), bonus('cancelled'), bonus('handed_over')], true)).toBe(false);
  expect(wasCancelled([ordinary('redeemed')], true)).toBe(false);
});
