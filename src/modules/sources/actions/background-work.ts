/** What long work is doing. `done` of `total` rows, when rows are counted. */
export interface Progress {
  step: WorkStep;
  done: number;
  total: number;
  /** When the present step began. */
  since: Date;
}

export type WorkStep = 'download' | 'reading' | 'columns' | 'checking' | 'writing' | 'duplicates';

export interface Work<Ending> {
  id: string;
  /** The file or the address being worked on. */
  title: string;
  progress: Progress;
  ending: { kind: 'done'; value: Ending } | { kind: 'failed' } | null;
}

export interface WorkReporter {
  onStep(step: WorkStep): void;
  onProgress(done: number, total: number): void;
}

export interface Workshop<Ending> {
  /** Starts work, or gives the one that already runs under this key. */
  start(task: Task<Ending>): Work<Ending>;
  find(id: string): Work<Ending> | undefined;
  running(): Work<Ending>[];
  /** Waits for the end of a work, but no longer than this. */
  settle(work: Work<Ending>, limitMs: number): Promise<void>;
}

export interface Task<Ending> {
  /** Asking twice for the same thing starts it once. */
  key: string;
  title: string;
  firstStep: WorkStep;
  run(reporter: WorkReporter): Promise<Ending>;
}

/** Ended works that a page may still ask for; their endings are small. */
const KEPT = 100;

/**
 * Work that outlives the request that asked for it, in the memory of this process. When the process stops the work is
 * lost, and its transaction with it: nothing is half written, and its page says how to start again.
 */
export function createWorkshop<Ending>(deps: {
  clock: () => Date;
  onFailure: (error: unknown) => void;
}): Workshop<Ending> {
  const works = new Map<string, Work<Ending>>();
  const running = new Map<string, { work: Work<Ending>; end: Promise<void> }>();
  // A work of an earlier process must not be taken for one of ours.
  const openedAt = deps.clock().getTime().toString(36);
  let count = 0;
  return {
    start(task) {
      const present = running.get(task.key);
      if (present) return present.work;
      count += 1;
      const progress = { step: task.firstStep, done: 0, total: 0, since: deps.clock() };
      const work: Work<Ending> = { id: `${openedAt}-${count}`, title: task.title, progress, ending: null };
      works.set(work.id, work);
      forgetOldest(works);
      const end = carryOut(task, work, deps).finally(() => running.delete(task.key));
      running.set(task.key, { work, end });
      return work;
    },
    find: (id) => works.get(id),
    running: () => [...running.values()].map(({ work }) => work),
    async settle(work, limitMs) {
      const end = [...running.values()].find((one) => one.work === work)?.end;
      if (!end) return;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([end, limit]);
      clearTimeout(timer);
    },
  };
}

async function carryOut<Ending>(
  task: Task<Ending>,
  work: Work<Ending>,
  { clock, onFailure }: { clock: () => Date; onFailure: (error: unknown) => void },
): Promise<void> {
  const reporter: WorkReporter = {
    onStep: (step) => {
      work.progress = { step, done: 0, total: 0, since: clock() };
    },
    onProgress: (done, total) => {
      work.progress = { ...work.progress, done, total };
    },
  };
  try {
    work.ending = { kind: 'done', value: await task.run(reporter) };
  } catch (error) {
    // No request waits for this: unless it is told here, the failure is lost.
    work.ending = { kind: 'failed' };
    onFailure(error);
  }
}

function forgetOldest<Ending>(works: Map<string, Work<Ending>>): void {
  for (const [id, { ending }] of works) {
    if (works.size <= KEPT) return;
    if (ending) works.delete(id);
  }
}
