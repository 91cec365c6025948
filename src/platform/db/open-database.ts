import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { ok, type Result } from '../../kernel/result.ts';
import { createDatabase, type Database } from './database.ts';
import { type FolderInUse, lockFolder } from './folder-lock.ts';

export interface DatabaseLocation {
  databaseUrl?: string | undefined;
  dataFolder: string;
  migrationsFolder: string;
  /** A database without any table, made beforehand. Absent: a new folder takes three seconds instead of one. */
  emptyDatabase?: string;
  /** Said to whoever finds the folder taken. */
  command: string;
}

/** Opens and migrates the database: a server when its address is configured, else the embedded one in the data folder. */
export async function openDatabase(location: DatabaseLocation): Promise<Result<Database, FolderInUse>> {
  return location.databaseUrl ? ok(await openServer(location.databaseUrl, location)) : openEmbedded(location);
}

/** Any number that no other program uses; one migration at a time when several processes start together. */
const MIGRATION_LOCK = 7_216_020_713;

async function openServer(databaseUrl: string, location: DatabaseLocation): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const orm = drizzleServer(pool);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateServer(drizzleServer(client), { migrationsFolder: location.migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    // The connection goes with its lock: kept, it would hold back every other process.
    client.release(true);
    throw error;
  }
  return createDatabase({ kind: 'server', orm, close: () => pool.end() });
}

async function openEmbedded(location: DatabaseLocation): Promise<Result<Database, FolderInUse>> {
  const lock = lockFolder(location.dataFolder, location.command);
  if (!lock.ok) return lock;
  try {
    const folder = join(location.dataFolder, 'pg');
    if (!existsSync(folder)) await unpackEmpty(folder, location.emptyDatabase);
    const engine = await PGlite.create(folder);
    const orm = drizzleEmbedded(engine);
    await migrateEmbedded(orm, { migrationsFolder: location.migrationsFolder });
    const close = async () => {
      await engine.close();
      lock.value.release();
    };
    return ok(createDatabase({ kind: 'embedded', orm, close }));
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

/** The folder takes its name once it is whole: a process killed meanwhile leaves nothing that looks like data. */
async function unpackEmpty(folder: string, emptyDatabase: string | undefined): Promise<void> {
  if (emptyDatabase === undefined || !existsSync(emptyDatabase)) return;
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const archive = new File([await readFile(emptyDatabase)], 'empty.tar.gz', { type: 'application/x-gzip' });
  const engine = await PGlite.create({ dataDir: draft, loadDataDir: archive });
  await engine.close();
  await rename(draft, folder);
}

/** A database in memory, started from a dump when one is given: for tests, which migrate once. */
export async function openMemoryDatabase(
  migrationsFolder: string,
  dump?: Blob,
): Promise<{ database: Database; dump(): Promise<Blob> }> {
  const engine = await PGlite.create(dump ? { loadDataDir: dump } : {});
  const orm = drizzleEmbedded(engine);
  if (!dump) await migrateEmbedded(orm, { migrationsFolder });
  const database = createDatabase({ kind: 'embedded', orm, close: () => engine.close() });
  const writeDump = async () => {
    // What PostgreSQL would copy to make another database, which nobody makes here: half of the files to load each time.
    await engine.exec('update pg_database set datistemplate = false');
    await engine.exec('drop database template0');
    await engine.exec('drop database template1');
    return engine.dumpDataDir('none');
  };
  return { database, dump: writeDump };
}
