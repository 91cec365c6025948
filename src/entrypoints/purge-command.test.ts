import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import type { Terminal } from '../platform/cli.ts';
import type { World } from './open-world.ts';
import { purgeCommand } from './purge-command.ts';

test('purge tells what would go before anything goes', async () => {
  const db = await openTestDatabase();
  const world = { openContext: async () => ({ db, clock: () => new Date() }) } as unknown as World;
  const call = async (...flags: string[]) => {
    const said: string[] = [];
    const terminal = {
      lang: 'fr',
      print: (line: string) => said.push(line),
      note: () => undefined,
    } as unknown as Terminal;
    const input = {
      words: [],
      texts: new Map(),
      numbers: new Map(),
      lists: new Map(),
      flags: new Set(flags),
      terminal,
    };
    expect(await purgeCommand.run(input, world)).toBe(0);
    return said;
  };
  await db.rows(sql`
    insert into access.verification (id, identifier, value, expires_at, created_at, updated_at)
    values ('v', 'i', 'x', '2026-01-01', '2026-01-01', '2026-01-01')`);
  const due = JSON.stringify({ table: 'access.verification', rows: 1 });
  for (const _trial of [1, 2]) expect((await call('dry-run', 'json'))[0]).toContain(due);
  expect((await call()).some((line) => line.startsWith('1\tEmpreintes des liens envoyés'))).toBe(true);
  expect((await call('json'))[0]).not.toContain(due);
  await db.close();
});
