import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../../kernel/result.ts';

export interface FolderHolder {
  pid: number;
  command: string;
  /** When the kernel says that the process started: a recycled pid is not the same holder. Absent off Linux. */
  processStart?: string;
}

export interface FolderInUse {
  kind: 'data-in-use';
  holder: FolderHolder;
}

/** Field 22 of /proc/PID/stat; the command name before it may hold spaces and parentheses. */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(holder: FolderHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.processStart === undefined || holder.processStart === processStart(holder.pid);
}

function readHolder(path: string): FolderHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as FolderHolder;
  } catch {
    return null;
  }
}

/**
 * Two processes on one embedded database silently lose rows (measured), so the first takes the folder and the second
 * is told who holds it. The lock file is linked into place: it exists whole or not at all, even after `kill -9`.
 */
export function lockFolder(folder: string, command: string): Result<{ release(): void }, FolderInUse> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'maillon.lock');
  const draft = join(folder, `maillon.lock.${process.pid}`);
  const self: FolderHolder = { pid: process.pid, command };
  const start = processStart(process.pid);
  writeFileSync(draft, JSON.stringify(start === undefined ? self : { ...self, processStart: start }));
  try {
    if (tryLink(draft, path)) return ok(heldLock(path));
    const holder = readHolder(path);
    if (holder && isAlive(holder)) return refuse({ kind: 'data-in-use', holder });
    return takeOver(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The holder is dead. Two processes may have seen it at the same instant: only the one that holds the second lock may
 * remove the first, and it looks again before it does, since the other may have finished in between.
 */
function takeOver(draft: string, path: string): Result<{ release(): void }, FolderInUse> {
  const takeover = `${path}.takeover`;
  if (!tryLink(draft, takeover)) {
    const other = readHolder(takeover);
    if (other && isAlive(other)) return refuse({ kind: 'data-in-use', holder: other });
    rmSync(takeover, { force: true });
    if (!tryLink(draft, takeover)) return inUse(takeover);
  }
  try {
    const holder = readHolder(path);
    if (holder && isAlive(holder)) return refuse({ kind: 'data-in-use', holder });
    rmSync(path, { force: true });
    return tryLink(draft, path) ? ok(heldLock(path)) : inUse(path);
  } finally {
    rmSync(takeover, { force: true });
  }
}

const inUse = (path: string): Result<never, FolderInUse> =>
  refuse({ kind: 'data-in-use', holder: readHolder(path) ?? { pid: 0, command: '?' } });

/** Released by whoever closes the database, or by the end of the process when it is stopped before. */
function heldLock(path: string): { release(): void } {
  const release = () => {
    process.off('exit', release);
    releaseOwn(path);
  };
  process.on('exit', release);
  return { release };
}

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Some shared or FAT folders know no hard links: exclusive creation is the next best.
    return tryCreate(path, readFileSync(draft, 'utf8'));
  }
}

function tryCreate(path: string, content: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, content);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function releaseOwn(path: string): void {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
}
