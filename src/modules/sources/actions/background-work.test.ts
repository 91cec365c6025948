import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWorkshop, type Task } from './background-work.ts';

const task = (facts: Partial<Task<string>> = {}): Task<string> => ({
  key: 'lieux',
  title: 'lieux.csv',
  firstStep: 'reading',
  run: async () => 'done',
  ...facts,
});

function newWorkshop() {
  const failures: unknown[] = [];
  const clock = () => new Date('2026-11-24T10:00:00Z');
  return {
    failures,
    workshop: createWorkshop<string>({ clock, onFailure: (error) => failures.push(error) }),
  };
}

/** Work that ends when the test says so. */
function pending() {
  let end = (_: string): void => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { run: () => ended, end };
}

test('work goes on after the request that started it, and its end is kept for the page that asks', async () => {
  const { workshop } = newWorkshop();
  const { run, end } = pending();
  const work = workshop.start(task({ run }));
  await workshop.settle(work, 5);
  expect(workshop.find(work.id)?.ending).toBeNull();
  expect(workshop.running()).toEqual([work]);
  end('published');
  await workshop.settle(work, 1000);
  expect(workshop.find(work.id)?.ending).toEqual({ kind: 'done', value: 'published' });
  expect(workshop.running()).toEqual([]);
});

test('asking twice for the same work starts it once; once ended it may start again', async () => {
  const { workshop } = newWorkshop();
  const { run, end } = pending();
  const first = workshop.start(task({ run }));
  expect(workshop.start(task({ run }))).toBe(first);
  end('done');
  await workshop.settle(first, 1000);
  expect(workshop.start(task())).not.toBe(first);
});

test('progress is that of the present step', async () => {
  const { workshop } = newWorkshop();
  const { run, end } = pending();
  const work = workshop.start(
    task({
      run: async (reporter) => {
        reporter.onProgress(10, 10);
        reporter.onStep('checking');
        reporter.onProgress(305, 412);
        return run();
      },
    }),
  );
  await wait(1);
  expect(work.progress).toMatchObject({ step: 'checking', done: 305, total: 412 });
  end('done');
});

test('a failure ends the work and is told, never lost', async () => {
  const { workshop, failures } = newWorkshop();
  const work = workshop.start(task({ run: () => Promise.reject(new Error('no more disk')) }));
  await workshop.settle(work, 1000);
  expect(work.ending).toEqual({ kind: 'failed' });
  expect(failures).toMatchObject([{ message: 'no more disk' }]);
});

test('work of an earlier process is unknown: its page can say that it was interrupted', () => {
  const { workshop } = newWorkshop();
  expect(workshop.find('abc-1')).toBeUndefined();
});

test('only the latest ends are kept', async () => {
  const { workshop } = newWorkshop();
  const first = workshop.start(task({ key: '0' }));
  for (let rank = 1; rank <= 120; rank += 1) {
    const work = workshop.start(task({ key: String(rank) }));
    await workshop.settle(work, 1000);
  }
  expect(workshop.find(first.id)).toBeUndefined();
});
