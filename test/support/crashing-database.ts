import type { Database, Queries } from '../../src/platform/db/database.ts';

/** The process dies: whatever the database had not been told to keep is gone, and no answer leaves. */
export class Crash extends Error {}

/**
 * A database whose process dies around one of the next statements, once armed: before it, after it, or after the
 * transaction was kept and before anyone knew. Inside a transaction everything is then undone, as by a real crash.
 */
export function crashingDatabase(db: Database): { db: Database; arm(statementsLeft: number | null): void } {
  let left: number | null = null;
  const tick = () => {
    if (left === null) return;
    if (left <= 0) {
      left = null;
      throw new Crash('the process died');
    }
    left -= 1;
  };
  const around = (queries: Queries): Queries => ({
    get orm() {
      return queries.orm;
    },
    async rows<Row>(statement: Parameters<Queries['rows']>[0]) {
      tick();
      const rows = await queries.rows<Row>(statement);
      tick();
      return rows;
    },
  });
  return {
    arm(statementsLeft) {
      left = statementsLeft;
    },
    db: {
      ...db,
      kind: db.kind,
      get orm() {
        return db.orm;
      },
      rows: around(db).rows,
      close: () => db.close(),
      async inTransaction(work) {
        const result = await db.inTransaction((tx) => work(around(tx)));
        tick();
        return result;
      },
    },
  };
}
