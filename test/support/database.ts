import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from '../../src/platform/db/database.ts';
import { openMemoryDatabase } from '../../src/platform/db/open-database.ts';

const MIGRATIONS = resolve(import.meta.dirname, '../../migrations');
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/maillon');

function dumpPath(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(resolve(MIGRATIONS, name)));
  return resolve(CACHE, `migrated-${hash.digest('hex').slice(0, 16)}.tar`);
}

/** An empty migrated database in memory. Migrating takes seconds, loading the kept dump a fraction of one. */
export async function openTestDatabase(): Promise<Database> {
  const path = dumpPath();
  if (existsSync(path)) {
    const { database } = await openMemoryDatabase(MIGRATIONS, new Blob([readFileSync(path)]));
    return database;
  }
  const { database, dump } = await openMemoryDatabase(MIGRATIONS);
  mkdirSync(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  writeFileSync(draft, new Uint8Array(await (await dump()).arrayBuffer()));
  renameSync(draft, path);
  return database;
}
