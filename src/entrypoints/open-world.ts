import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadCatalogue, refreshDirectory } from '../modules/directory/index.ts';
import { loadCommunes } from '../modules/sources/index.ts';
import { EXIT, type Terminal } from '../platform/cli.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Context } from '../platform/context.ts';
import { openDatabase } from '../platform/db/open-database.ts';
import { createHttpClient } from '../platform/http-client.ts';
import { createLogger } from '../platform/log.ts';
import { findProjectFolder } from '../platform/project-folder.ts';
import { Stop } from '../platform/stop.ts';
import { isUnwritable } from '../platform/unwritable.ts';
import { MESSAGES } from './messages.ts';

/** What commands may ask for; each thing is opened when first asked, so that a command pays only for what it uses. */
export interface World {
  config: Config;
  clock: () => Date;
  projectFolder: string;
  openContext(): Promise<Context>;
  communes(): ReturnType<typeof loadCommunes>;
  catalogue(): ReturnType<typeof loadCatalogue>;
  refreshDirectory(): Promise<void>;
  close(): Promise<void>;
}

const clock = () => new Date();

export function openWorld(
  terminal: Terminal,
  command: string,
  { environment, dataFolder }: { environment: NodeJS.ProcessEnv; dataFolder?: string },
): World {
  const config = requireConfig(
    terminal,
    dataFolder === undefined ? environment : { ...environment, MAILLON_DATA: dataFolder },
  );
  const projectFolder = findProjectFolder();
  let context: Promise<Context> | null = null;
  const openContext = () => {
    context ??= createContext(terminal, config, { command, projectFolder });
    return context;
  };
  return {
    config,
    clock,
    projectFolder,
    openContext,
    // Without a database already open, the reference shipped with the program is enough.
    communes: async () => loadCommunes(projectFolder, context ? (await context).db : null),
    catalogue: async () => loadCatalogue(await openContext()),
    refreshDirectory: async () => refreshDirectory(await openContext()),
    close: async () => {
      if (context) await (await context.catch(() => null))?.db.close();
    },
  };
}

function requireConfig(terminal: Terminal, environment: NodeJS.ProcessEnv): Config {
  // A folder named by the user is relative to where they stand; the default one lies in the project.
  const isNamed = Boolean(environment.MAILLON_DATA);
  const config = readConfig(environment, isNamed ? terminal.folder : findProjectFolder());
  if (config.ok) return config.value;
  const lines = config.refusal.problems.map(({ variable, problem }) => `\n  ${variable} : ${problem}`);
  throw new Stop(EXIT.usage, MESSAGES[terminal.lang].invalidConfiguration + lines.join(''));
}

async function createContext(
  terminal: Terminal,
  config: Config,
  { command, projectFolder }: { command: string; projectFolder: string },
): Promise<Context> {
  const words = MESSAGES[terminal.lang];
  const location = {
    ...config,
    migrationsFolder: join(projectFolder, 'migrations'),
    emptyDatabase: join(projectFolder, 'dist/reference/empty-database.tar.gz'),
    command,
  };
  const opened = await openDatabase(location).catch((error: NodeJS.ErrnoException) => {
    if (config.databaseUrl && isConnectionError(error))
      throw new Stop(EXIT.unreachable, words.databaseUnreachable);
    if (error.code !== 'ENOENT' && isUnwritable(error))
      throw new Stop(EXIT.usage, words.dataUnwritable(config.dataFolder));
    throw error;
  });
  if (!opened.ok) {
    const { pid, command: holder } = opened.refusal.holder;
    throw new Stop(EXIT.dataInUse, words.dataInUse(pid, holder));
  }
  return {
    config,
    db: opened.value,
    clock,
    randomBytes: (count) => randomBytes(count),
    http: createHttpClient({ allowPrivateAddresses: config.allowPrivateAddresses }),
    log: createLogger(config.logLevel),
  };
}

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '3D000',
  '57P03',
]);

const isConnectionError = ({ code }: NodeJS.ErrnoException): boolean =>
  code !== undefined && CONNECTION_ERRORS.has(code);
