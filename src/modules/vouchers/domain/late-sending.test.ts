import { expect, test } from 'vitest';
import { type LateAnswers, sendQueue } from './late-sending.ts';
import type { LateItem } from './late-signature.ts';

/** A device whose queue holds so many, some of them removed once the queue was read, and a server that answers as told. */
function queueOf(
  count: number,
  answer: (items: readonly LateItem[]) => LateAnswers | 'no-network',
  removed: string[] = [],
) {
  const waiting = new Map<string, LateItem>(
    Array.from({ length: count }, (_, rank) => [`k${rank}`, { key: `k${rank}` } as LateItem]),
  );
  const sizes: number[] = [];
  const sent = sendQueue({
    read: async () => [...waiting.values()],
    forget: async (key) => waiting.delete(key),
    letLeave: async (items) => {
      for (const key of removed.splice(0)) waiting.delete(key);
      return items.filter(({ key }) => waiting.has(key));
    },
    post: async (items) => {
      sizes.push(items.length);
      return answer(items);
    },
  });
  return { sent, sizes, waiting };
}

const answerAll = (items: readonly LateItem[], outcome = 'redeemed'): LateAnswers => ({
  answers: items.map(({ key }) => ({ key, outcome })),
  waitMinutes: 0,
  clockAheadMs: 0,
});

test('more than fifty leave in several times, and nothing stays', async () => {
  const { sent, sizes, waiting } = queueOf(120, (items) => answerAll(items));
  expect(await sent).toMatchObject({ done: 120, refused: 0, stopped: null });
  expect([sizes, waiting.size]).toEqual([[50, 50, 20], 0]);
});

test('a network that goes away leaves in the device what was not answered', async () => {
  let isThere = true;
  const { sent, waiting } = queueOf(60, (items) => {
    if (!isThere) return 'no-network';
    isThere = false;
    return answerAll(items, 'all-used');
  });
  expect(await sent).toMatchObject({ done: 0, refused: 50, stopped: 'no-network' });
  expect(waiting.size).toBe(10);
});

test('V10 what the server stops to take waits, and is not asked again at once', async () => {
  const { sent, sizes, waiting } = queueOf(60, (items) => ({
    ...answerAll(items.slice(0, 10), 'unknown-code'),
    waitMinutes: 15,
  }));
  expect(await sent).toMatchObject({ refused: 10, stopped: null, waitMinutes: 15 });
  expect([sizes, waiting.size]).toEqual([[50], 50]);
});

test('what is removed in another window before it leaves is not sent, and the others are', async () => {
  const { sent, sizes } = queueOf(3, (items) => answerAll(items), ['k1']);
  expect(await sent).toMatchObject({ done: 2, refused: 0, stopped: null });
  expect(sizes).toEqual([2]);
  const emptied = queueOf(1, (items) => answerAll(items), ['k0']);
  expect(await emptied.sent).toMatchObject({ done: 0, stopped: null });
  expect(emptied.sizes).toEqual([]);
});
