import type { Database } from './database.ts';

interface Waiting<Question, Answer> {
  question: Question;
  answered: (answer: Answer) => void;
  failed: (error: unknown) => void;
}

/** How many questions one statement takes: beyond, those behind would wait too long. */
const MOST = 64;

/**
 * Questions that come while the one before is being answered leave together, in one statement: one exchange and, when
 * they write, one wait for the disk. A question that comes alone leaves at once. Each database has its own queue.
 */
export function askTogether<Question, Answer>(
  ask: (db: Database, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (db: Database, question: Question) => Promise<Answer> {
  const queues = new WeakMap<Database, (question: Question) => Promise<Answer>>();
  return (db, question) => {
    let queue = queues.get(db);
    if (!queue) {
      queue = createQueue((questions) => ask(db, questions));
      queues.set(db, queue);
    }
    return queue(question);
  };
}

function createQueue<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = [];
  let isAsking = false;
  async function work(): Promise<void> {
    isAsking = true;
    while (waiting.length > 0) {
      const some = waiting.splice(0, MOST);
      try {
        const answers = await ask(some.map(({ question }) => question));
        for (const [rank, { answered }] of some.entries()) answered(answers[rank]!);
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
    isAsking = false;
  }
  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, answered, failed });
      if (!isAsking) void work();
    });
}
