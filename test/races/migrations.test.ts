import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeWithServer } from '../support/server-database.ts';

const JOURNAL = join(import.meta.dirname, '../../migrations/meta/_journal.json');

describeWithServer('on a server', (server) => {
  test('ten processes that start together migrate the database exactly once', async () => {
    const databases = await Promise.all(Array.from({ length: 10 }, () => server.open()));
    const { entries } = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: unknown[] };
    for (const database of databases) {
      const applied = await database.rows(sql`select id from drizzle.__drizzle_migrations`);
      expect(applied).toHaveLength(entries.length);
    }
  });
});
