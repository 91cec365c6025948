import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import {
  importSources,
  isDirectoryStale,
  openCatalogue,
  refreshDirectory,
} from '../modules/directory/index.ts';
import { gatherInputs, listSources } from '../modules/sources/index.ts';
import type { CommuneReference } from '../modules/standard/index.ts';
import { type Command, EXIT, type Terminal } from '../platform/cli.ts';
import type { Context } from '../platform/context.ts';
import { formatNumber } from '../platform/i18n/french-form.ts';
import { Stop } from '../platform/stop.ts';
import { MESSAGES } from './messages.ts';
import type { World } from './open-world.ts';
import { createWeb } from './web.ts';

/** How often a process looks whether another one changed the directory: one small query. */
const WATCH_INTERVAL_MS = 5_000;

type Handler = (request: Request, env: unknown) => Response | Promise<Response>;

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
      terminal.note(say.opening);
      const context = await withPublicUrl(world, address);
      const communes = await world.communes();
      const catalogue = openCatalogue(context);
      const web = createWeb({ context, communes, catalogue });
      handler.current = web.app.fetch;
      if (!flags.has('no-demo'))
        await loadDemoIfEmpty({ context, communes, terminal, projectFolder: world.projectFolder });
      if (await isDirectoryStale(context.db)) {
        terminal.note(say.refreshing);
        await refreshDirectory(context);
      }
      await catalogue.refresh();
      terminal.print(
        `\n${say.ready(address)}\n${say.adminLink(`${context.config.publicUrl}${web.adminLink()}`)}\n${say.stopHint}`,
      );
      const watcher = setInterval(
        () => void catalogue.refresh().catch((error) => context.log.error(error)),
        WATCH_INTERVAL_MS,
      );
      await stopped;
      clearInterval(watcher);
    } finally {
      await closeServer(server);
    }
    return EXIT.done;
  },
};

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
function waitForStop(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      terminal.note(MESSAGES[terminal.lang].stopping);
      process.once('SIGINT', () => process.exit(130));
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
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
 * that was cut short left a part of the demonstration and nothing else: it is completed.
 */
async function loadDemoIfEmpty({ context, communes, terminal, projectFolder }: DemoDeps): Promise<void> {
  const present = await listSources(context.db);
  const inputs = await gatherInputs([join(projectFolder, 'demo')], { folder: projectFolder });
  if (!inputs.ok) throw new Error('demo/ is missing: the installation is incomplete.');
  const wanted = new Set(inputs.value.map(({ card }) => card.name));
  if (present.length === wanted.size || present.some(({ name }) => !wanted.has(name))) return;
  const say = MESSAGES[terminal.lang];
  terminal.note(say.demoIntro);
  const watcher = {
    onSource: (name: string, rank: number, total: number) => terminal.note(`  ${rank}/${total} ${name}`),
    onRows: () => undefined,
    onRefresh: () => terminal.note(`  ${say.refreshing}`),
  };
  const result = await importSources(
    inputs.value,
    { mode: 'publish', author: 'démonstration', watcher },
    { ...context, communes },
  );
  if (!result.ok) throw new Error(`The demonstration cannot be imported: ${JSON.stringify(result.refusal)}`);
  const accepted = result.value.sources.reduce((sum, source) => sum + source.accepted, 0);
  terminal.note(say.demoLoaded(formatNumber(accepted, terminal.lang)));
}
