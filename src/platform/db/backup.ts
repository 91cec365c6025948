import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type FolderInUse, lockFolder } from './folder-lock.ts';

export type BackupRefusal =
  | FolderInUse
  | { kind: 'not-empty'; folder: string }
  | { kind: 'no-data'; folder: string }
  | { kind: 'unreadable-backup' }
  | { kind: 'program-failed'; program: string };

/** Copies the embedded database into one compressed file, written beside and then renamed: it exists whole or not at all. */
export async function backupFolder(dataFolder: string, path: string): Promise<Result<string, BackupRefusal>> {
  if (!existsSync(join(dataFolder, 'pg'))) return refuse({ kind: 'no-data', folder: dataFolder });
  const lock = lockFolder(dataFolder, 'backup');
  if (!lock.ok) return lock;
  try {
    const engine = await PGlite.create(join(dataFolder, 'pg'));
    const dump = await engine.dumpDataDir('gzip');
    await engine.close();
    writeFileSync(`${path}.part`, new Uint8Array(await dump.arrayBuffer()));
    renameSync(`${path}.part`, path);
    return ok(path);
  } finally {
    lock.value.release();
  }
}

/** Fills an empty data folder from a backup. Nothing that exists is ever overwritten. */
export async function restoreFolder(
  path: string,
  dataFolder: string,
): Promise<Result<string, BackupRefusal>> {
  const target = join(dataFolder, 'pg');
  if (existsSync(target) && readdirSync(target).length > 0)
    return refuse({ kind: 'not-empty', folder: dataFolder });
  const lock = lockFolder(dataFolder, 'restore');
  if (!lock.ok) return lock;
  const draft = `${target}.restoring`;
  try {
    // What a restoration cut short left behind is no database.
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    // Decompressed here: the engine lets the error of a damaged file escape, which ends the process.
    const archive = new Blob([gunzipSync(readFileSync(path))], { type: 'application/x-tar' });
    const engine = await PGlite.create(draft, { loadDataDir: archive });
    await engine.query('select count(*) from directory.place');
    await engine.close();
    renameSync(draft, target);
    return ok(dataFolder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return refuse({ kind: 'unreadable-backup' });
  } finally {
    lock.value.release();
  }
}

/** A logical dump of a server, by PostgreSQL's own programs. */
export async function runServerProgram(
  program: 'pg_dump' | 'pg_restore',
  options: string[],
): Promise<Result<string, BackupRefusal>> {
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, options, { stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(-1));
    child.on('close', (exit) => resolve(exit ?? -1));
  });
  return code === 0 ? ok(program) : refuse({ kind: 'program-failed', program });
}
