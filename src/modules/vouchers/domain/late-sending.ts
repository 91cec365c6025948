import { type LateItem, MOST_LATE_ITEMS } from './late-signature.ts';

/** What the server says of what it was sent; what it says nothing of stays in the device. */
export interface LateAnswers {
  answers: readonly { key: string; outcome: string }[];
  /** V10: too many codes that nobody has; the others are taken after so many minutes. */
  waitMinutes: number;
  /** By how much the clock of the device is ahead; below zero, behind. */
  clockAheadMs: number;
}

export interface Sent {
  done: number;
  refused: number;
  stopped: 'no-network' | 'signed-out' | null;
  waitMinutes: number;
  clockAheadMs: number;
}

interface Queue<Item extends LateItem> {
  /** Oldest first. */
  read: () => Promise<readonly Item[]>;
  /** Once it is answered, whatever the answer: the server keeps it. */
  forget: (key: string) => Promise<unknown>;
  /** Some of them at least, but those that were removed meanwhile: they are about to leave. */
  letLeave: (items: readonly Item[]) => Promise<readonly Item[]>;
  post: (items: readonly Item[]) => Promise<LateAnswers | 'no-network' | 'signed-out'>;
}

/** Sends all that waits, some at a time. Cut short, it is sent again: the server answers the same. */
export async function sendQueue<Item extends LateItem>({
  read,
  forget,
  letLeave,
  post,
}: Queue<Item>): Promise<Sent> {
  const sent: Sent = { done: 0, refused: 0, stopped: null, waitMinutes: 0, clockAheadMs: 0 };
  for (let waiting = await read(); waiting.length > 0; waiting = await read()) {
    const leaving = await letLeave(waiting.slice(0, MOST_LATE_ITEMS));
    if (leaving.length === 0) continue;
    const said = await post(leaving);
    if (typeof said === 'string') return { ...sent, stopped: said };
    for (const { key, outcome } of said.answers) {
      await forget(key);
      if (outcome === 'redeemed') sent.done += 1;
      else sent.refused += 1;
    }
    sent.waitMinutes = said.waitMinutes;
    sent.clockAheadMs = said.clockAheadMs;
    if (said.waitMinutes > 0 || said.answers.length === 0) return sent;
  }
  return sent;
}
