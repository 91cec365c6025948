import { AsyncLocalStorage } from 'node:async_hooks';
import { DrizzleQueryError, type SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Result } from '../../kernel/result.ts';

type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What a store needs to read and write: the database itself, or one transaction of it. */
export interface Queries {
  /** Typed statements of Drizzle. */
  readonly orm: Orm;
  /** Rows of a statement written in SQL. The caller states their shape. */
  rows<Row>(statement: SQL): Promise<Row[]>;
}

export interface Database extends Queries {
  readonly kind: 'embedded' | 'server';
  /** Commits when the result is ok; rolls back when it is a refusal or when something is thrown. */
  inTransaction<Value, Refusal>(
    work: (transaction: Queries) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>>;
  close(): Promise<void>;
}

/** Carries a refusal out of the driver's transaction: drivers roll back only when something is thrown. */
class Rollback extends Error {
  readonly refused: { ok: false; refusal: unknown };
  constructor(refused: { ok: false; refusal: unknown }) {
    super('rolled back on refusal');
    this.refused = refused;
  }
}

const insideTransaction = new AsyncLocalStorage<true>();

const queries = (orm: Orm, check: () => void): Queries => ({
  get orm() {
    check();
    return orm;
  },
  async rows<Row>(statement: SQL) {
    check();
    const result = await orm.execute(statement).catch(withoutParameters);
    return (result as unknown as { rows: Row[] }).rows;
  },
});

/** The driver's error quotes every parameter of the query: personal data that must reach no log (docs/adr/0010). */
function withoutParameters(error: unknown): never {
  if (!(error instanceof DrizzleQueryError)) throw error;
  const cause = error.cause as (Error & { code?: string }) | undefined;
  throw Object.assign(new Error(`Database query failed: ${cause?.message ?? 'unknown reason'}`), {
    code: cause?.code,
  });
}

/** The embedded database has one connection: asking it from inside its own transaction would wait for ever. */
function refuseInsideTransaction(): void {
  if (insideTransaction.getStore())
    throw new Error('Inside a transaction, use the transaction you were given, not the database.');
}

export function createDatabase(driver: {
  kind: Database['kind'];
  orm: Orm;
  close(): Promise<void>;
}): Database {
  const outside = queries(driver.orm, refuseInsideTransaction);
  return {
    kind: driver.kind,
    get orm() {
      return outside.orm;
    },
    rows: outside.rows,
    close: driver.close,
    async inTransaction<Value, Refusal>(
      work: (transaction: Queries) => Promise<Result<Value, Refusal>>,
    ): Promise<Result<Value, Refusal>> {
      refuseInsideTransaction();
      try {
        return await driver.orm.transaction(async (transaction) => {
          const result = await insideTransaction.run(true, () =>
            work(queries(transaction as unknown as Orm, () => undefined)),
          );
          if (!result.ok) throw new Rollback(result);
          return result;
        });
      } catch (error) {
        if (error instanceof Rollback) return error.refused as Result<Value, Refusal>;
        throw error;
      }
    },
  };
}
