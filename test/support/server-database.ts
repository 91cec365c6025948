import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/db/database.ts';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import {
  createDatabase,
  dropDatabase,
  findServer,
  type PostgresServer,
  type RunningServer,
  startServer,
} from './postgres-server.ts';

/** What the tests of one group use: as many independent pools as they want on one empty, migrated or not, database. */
export interface TestServer {
  /** Another process of ours, as far as PostgreSQL can tell: a pool of its own, migrated on opening. */
  open(): Promise<Database>;
  /** Starts again from an empty database: what was opened is closed. */
  empty(): Promise<void>;
  /** Its address, for another process. */
  url(): string;
}

/**
 * Runs a group of tests on a real PostgreSQL server: the embedded one executes transactions one after the other, so a
 * race never happens there. Without any server the group says aloud that it is skipped, and fails where CI requires it.
 */
export function describeWithServer(name: string, tests: (server: TestServer) => void): void {
  const server = findServer();
  if (server) {
    describe(name, () => tests(useServer(server)));
    return;
  }
  if (process.env.CI) {
    test(name, () => expect.fail('CI requires a PostgreSQL server: none was found.'));
    return;
  }
  process.stderr.write(`SKIPPED, no PostgreSQL server (TEST_DATABASE_URL or initdb): ${name}\n`);
  describe.skip(`${name} (skipped: no PostgreSQL server)`, () => tests(unavailable));
}

const unavailable: TestServer = {
  open: () => expect.fail('No PostgreSQL server.'),
  empty: () => expect.fail('No PostgreSQL server.'),
  url: () => expect.fail('No PostgreSQL server.'),
};

function useServer(server: PostgresServer): TestServer {
  let running: RunningServer | null = null;
  let databaseUrl = '';
  const opened: Database[] = [];
  beforeAll(async () => {
    running = await startServer(server);
    databaseUrl = await createDatabase(running.url);
  });
  const drop = async () => {
    for (const database of opened.splice(0)) await database.close();
    if (running && databaseUrl) await dropDatabase(running.url, databaseUrl);
  };
  afterAll(async () => {
    await drop();
    await running?.stop();
  });
  return {
    async open() {
      const result = await openDatabase({
        databaseUrl,
        dataFolder: '',
        migrationsFolder: join(findProjectFolder(), 'migrations'),
        command: 'test',
      });
      if (!result.ok) throw new Error('A server has no folder to lock.');
      opened.push(result.value);
      return result.value;
    },
    url: () => databaseUrl,
    async empty() {
      await drop();
      databaseUrl = await createDatabase(running!.url);
    },
  };
}
