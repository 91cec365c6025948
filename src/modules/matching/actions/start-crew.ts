import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findProjectFolder } from '../../../platform/project-folder.ts';
import { type Hand, openHand } from '../domain/hand.ts';
import { memoryOf } from '../domain/shared-memory.ts';

type Call = keyof Hand;
type Input<Name extends Call> = Parameters<Hand[Name]>[0];
type Answer<Name extends Call> = ReturnType<Hand[Name]>;

/** Hands that share out a large resolution. */
export interface Crew {
  size: number;
  /** Asks the first hand that is free. */
  one<Name extends Call>(call: Name, input: Input<Name>): Promise<Answer<Name>>;
  /** Asks every hand; answers in the order of the hands. */
  all<Name extends Call>(call: Name, input: Input<Name>): Promise<Answer<Name>[]>;
  close(): Promise<void>;
}

/** One hand works in this thread, several in a thread each. An error in one of them is that of every call not yet answered. */
export const startCrew = (size: number): Crew => (size === 1 ? crewOfOne() : crewOfThreads(size));

function crewOfOne(): Crew {
  const hand = openHand(0);
  const ask = async <Name extends Call>(call: Name, input: Input<Name>): Promise<Answer<Name>> =>
    (hand[call] as (input: Input<Name>) => Answer<Name>)(input);
  return { size: 1, one: ask, all: async (call, input) => [await ask(call, input)], close: async () => {} };
}

interface Job {
  call: Call;
  input: unknown;
  /** What goes over to the thread rather than being copied. */
  handed: ArrayBuffer[];
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** A thread with what it does now and what only it may do next. */
interface Member {
  worker: Worker;
  job: Job | null;
  own: Job[];
}

function crewOfThreads(size: number): Crew {
  const anyone: Job[] = [];
  let failure: Error | null = null;
  const members = Array.from({ length: size }, (_, place): Member => {
    const worker = new Worker(workerFile(), {
      workerData: place,
      // Records live no longer than their reading: a larger nursery spares moving them.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    return { worker, job: null, own: [] };
  });
  const fail = (error: Error): void => {
    failure ??= error;
    const waiting = [...anyone.splice(0), ...members.flatMap(({ own }) => own.splice(0))];
    for (const job of [...waiting, ...members.flatMap(({ job }) => job ?? [])]) job.reject(failure);
  };
  const start = (member: Member): void => {
    if (member.job !== null) return;
    member.job = member.own.shift() ?? anyone.shift() ?? null;
    if (member.job !== null)
      member.worker.postMessage({ call: member.job.call, input: member.job.input }, member.job.handed);
  };
  for (const member of members) {
    member.worker.on('message', (answer) => {
      const done = member.job;
      member.job = null;
      start(member);
      done?.resolve(answer);
    });
    member.worker.on('error', fail);
    member.worker.on('exit', () => fail(new Error('A thread ended before its work.')));
  }
  const add = <Name extends Call>(
    queue: Job[],
    { call, input, handed }: Pick<Job, 'call' | 'input' | 'handed'>,
  ) =>
    new Promise<Answer<Name>>((resolve, reject) => {
      if (failure) return reject(failure);
      queue.push({ call, input, handed, resolve: (answer) => resolve(answer as Answer<Name>), reject });
      members.forEach(start);
    });
  return {
    size,
    one: <Name extends Call>(call: Name, input: Input<Name>) =>
      add<Name>(anyone, { call, input, handed: memoryOf(input) }),
    all: <Name extends Call>(call: Name, input: Input<Name>) =>
      Promise.all(members.map(({ own }) => add<Name>(own, { call, input, handed: [] }))),
    async close() {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Beside this file in the sources, which tests run; in `dist/` for the program and its benchmarks, which are bundles. */
function workerFile(): string {
  const source = join(import.meta.dirname, 'hand-worker.ts');
  return existsSync(source) ? source : join(findProjectFolder(), 'dist/hand-worker.mjs');
}
