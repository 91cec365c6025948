import { parentPort, workerData } from 'node:worker_threads';
import { type Hand, openHand } from '../domain/hand.ts';
import { memoryOf } from '../domain/shared-memory.ts';

/** What a thread of `start-crew` runs: one hand, that does what it is told. An error ends the thread and reaches the crew. */
const hand = openHand(workerData as number);

parentPort!.on('message', ({ call, input }: { call: keyof Hand; input: never }) => {
  const answer = hand[call](input);
  parentPort!.postMessage(answer, memoryOf(answer));
});
