import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import {
  type Catalogue,
  importSources,
  isDirectoryStale,
  openCatalogue,
  refreshDirectory,
} from '../modules/directory/index.ts';
import { prepareSearch } from '../modules/finder/index.ts';
import { gatherInputs, listSources } from '../modules/sources/index.ts';
import type { CommuneReference } from '../modules/standard/index.ts';
import { type Command, EXIT, type Terminal } from '../platform/cli.ts';
import type { Context } from '../platform/context.ts';
import { formatNumber } from '../platform/i18n/french-form.ts';
import { Stop } from '../platform/stop.ts';
import { loadDemoPass } from './demo-pass.ts';
import { MESSAGES } from './messages.ts';
import type { World } from './open-world.ts';
import { openTransports, startTasks, tasksOf } from './tasks.ts';
import { createWeb } from './web.ts';

type Handler = (request: Request, env: object) => Response | Promise<Response>;

/** Until the database is open the process says that it lives, and that it is not ready. */
const startingHandler: Handler = (request) =>
  new URL(request.url).pathname === '/healthz'
    ? new Response('ok')
    : new Response('Maillon démarre. Rechargez cette page dans quelques secondes.', {
        status: 503,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '3' },
      });

export const serveCommand: Command<World> = {
  name: 'serve',
  usage: {
    call: 'serve [--port PORT] [--no-demo]',
    fr: 'Ouvre l’annuaire dans le navigateur (npm start). Un dossier vide reçoit d’abord la démonstration.',
    en: 'Opens the directory in the browser (npm start). An empty folder first receives the demonstration.',
  },
  options: { port: { kind: 'number' }, 'no-demo': { kind: 'flag' } },
  async run({ numbers, flags, terminal }, world) {
    const say = MESSAGES[terminal.lang];
    const port = numbers.get('port') ?? world.config.port;
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Stop(EXIT.usage, say.wrongPort);
    const handler = { current: startingHandler };
    const server = await listen(handler, { host: world.config.host, port }, terminal);
    const stopped = waitForStop(terminal);
    try {
      const address = addressOf(server, world.config.host);
      const call = { world, terminal, address, handler, withDemo: !flags.has('no-demo') };
      const opened = await Promise.race([open(call), stopped]);
      // What is being loaded is written by whole transactions: the next start takes it up where it stands.
      if (!opened) process.exit(EXIT.done);
      terminal.print(`\n${say.ready(address)}\n${say.adminLink(opened.adminLink())}`);
      if (opened.demoCode) terminal.print(say.demoPass(opened.demoCode));
      terminal.print(say.stopHint);
      const stopTasks = startTasks(opened.tasks, opened.log);
      await stopped;
      stopTasks();
    } finally {
      await closeServer(server);
    }
    return EXIT.done;
  },
};

interface OpenCall {
  world: World;
  terminal: Terminal;
  address: string;
  handler: { current: Handler };
  withDemo: boolean;
}

/** Opens the data and loads what can be searched; answers as soon as it can, « ready » once all is there. */
async function open({ world, terminal, address, handler, withDemo }: OpenCall) {
  const say = MESSAGES[terminal.lang];
  terminal.note(say.opening);
  const context = await withPublicUrl(world, address);
  const communes = await world.communes();
  const prepare = (loaded: Catalogue) => prepareSearch(loaded, context.clock());
  const catalogue = openCatalogue({ ...context, prepare });
  const transports = openTransports(context);
  const web = createWeb({ context, communes, catalogue, transports });
  handler.current = web.app.fetch;
  const { projectFolder } = world;
  const isNewDemo = withDemo && (await loadDemoIfEmpty({ context, communes, terminal, projectFolder }));
  const demoCode = isNewDemo ? await loadDemoPass({ context, communes, signer: web.signer }) : null;
  if (await isDirectoryStale(context.db)) {
    terminal.note(say.refreshing);
    await refreshDirectory(context);
  }
  await catalogue.refresh();
  return {
    demoCode,
    adminLink: () => `${context.config.publicUrl}${web.adminLink()}`,
    tasks: tasksOf({ context, catalogue, transports, signer: web.signer }),
    log: context.log,
  };
}

async function withPublicUrl(world: World, address: string): Promise<Context> {
  const context = await world.openContext();
  return { ...context, config: { ...context.config, publicUrl: context.config.publicUrl ?? address } };
}

function listen(
  handler: { current: Handler },
  { host, port }: { host: string; port: number },
  terminal: Terminal,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => handler.current(request, env), hostname: host, port },
      () => resolve(server),
    );
    server.on('error', (error: NodeJS.ErrnoException) => {
      const sentence = listenSentence(error.code, { host, port }, terminal);
      reject(sentence === null ? error : new Stop(EXIT.usage, sentence));
    });
  });
}

function listenSentence(
  code: string | undefined,
  { host, port }: { host: string; port: number },
  { lang }: Terminal,
): string | null {
  const say = MESSAGES[lang];
  if (code === 'EADDRINUSE') return say.portTaken(port);
  if (code === 'EACCES') return say.portForbidden(port);
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? say.wrongHost(host) : null;
}

function addressOf(server: ServerType, host: string): string {
  const { port } = server.address() as AddressInfo;
  // 0.0.0.0 means « every address of the machine »: none of them can be typed.
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name}:${port}`;
}

/** The first signal ends the work in order; a second one ends it at once. */
function waitForStop(terminal: Terminal): Promise<null> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) return;
      isStopping = true;
      terminal.note(MESSAGES[terminal.lang].stopping);
      process.once('SIGINT', () => process.exit(130));
      resolve(null);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    whenNpmEnds(stop);
  });
}

const PARENT_INTERVAL_MS = 250;

/** npm puts a shell between itself and us; stopped, that shell dies without a word, and would leave us holding the data. */
function whenNpmEnds(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PARENT_INTERVAL_MS).unref();
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

interface DemoDeps {
  context: Context;
  communes: CommuneReference;
  terminal: Terminal;
  projectFolder: string;
}

/**
 * The same import as any other, in front of the user: what they see is what their own files will do. A first start
 * that was cut short left a part of the demonstration and nothing else: it is completed. True when it was loaded now.
 */
async function loadDemoIfEmpty({ context, communes, terminal, projectFolder }: DemoDeps): Promise<boolean> {
  const present = await listSources(context.db);
  const inputs = await gatherInputs([join(projectFolder, 'demo')], { folder: projectFolder });
  if (!inputs.ok) throw new Error('demo/ is missing: the installation is incomplete.');
  const wanted = new Set(inputs.value.map(({ card }) => card.name));
  if (present.length === wanted.size || present.some(({ name }) => !wanted.has(name))) return false;
  const say = MESSAGES[terminal.lang];
  terminal.note(say.demoIntro);
  const watcher = {
    onSource: (name: string, rank: number, total: number) => terminal.note(`  ${rank}/${total} ${name}`),
    onRows: () => undefined,
    onRefresh: () => terminal.note(`  ${say.refreshing}`),
  };
  const outcome = await importSources(
    inputs.value,
    { mode: 'publish', author: 'démonstration', watcher },
    { ...context, communes },
  );
  if (outcome.refused.length > 0)
    throw new Error(`The demonstration cannot be imported: ${JSON.stringify(outcome.refused)}`);
  const accepted = outcome.sources.reduce((sum, source) => sum + source.accepted, 0);
  terminal.note(say.demoLoaded(formatNumber(accepted, terminal.lang)));
  return true;
}
