import type { Queries } from '../../../platform/db/database.ts';
import type { NewMessage } from '../domain/message.ts';
import { insertMessage } from '../store.ts';

export interface PostingDeps {
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** Writes a message in the transaction of the action that causes it: both are true, or neither. It leaves afterwards. */
export async function postMessage(tx: Queries, message: NewMessage, deps: PostingDeps): Promise<void> {
  const isMail = message.channel === 'mail';
  await insertMessage(tx, {
    id: Buffer.from(deps.randomBytes(12)).toString('hex'),
    channel: message.channel,
    purpose: message.purpose,
    recipient: message.to,
    subject: isMail ? message.subject : null,
    body: message.text,
    unsubscribeUrl: (isMail && message.unsubscribeUrl) || null,
    isSecret: message.isSecret === true,
    createdAt: deps.clock(),
  });
}
