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
  return resolve(CACHE, `ready-${hash.digest('hex').slice(0, 16)}.tar`);
}

/** Read once per worker: migrations do not change while tests run. */
let kept: Blob | null = null;

function readDump(): Blob | null {
  const path = dumpPath();
  kept = existsSync(path) ? new Blob([readFileSync(path)]) : null;
  return kept;
}

/** An empty migrated database in memory. Migrating takes seconds, loading the kept dump a fraction of one. */
export async function openTestDatabase(): Promise<Database> {
  const ready = kept ?? readDump();
  if (ready) return (await openMemoryDatabase(MIGRATIONS, ready)).database;
  const { database, dump } = await openMemoryDatabase(MIGRATIONS);
  const path = dumpPath();
  mkdirSync(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  writeFileSync(draft, new Uint8Array(await (await dump()).arrayBuffer()));
  renameSync(draft, path);
  return database;
}
