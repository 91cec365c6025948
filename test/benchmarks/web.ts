import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Commune, readCommunes } from '../../src/modules/standard/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { createDatabase, dropDatabase, findServer, startServer } from '../support/postgres-server.ts';
import { atLeast, atMost, type Bar, type Benchmark, median, rounded } from './harness.ts';
import { askInTurn, type LoadResult, loadAtRate, loadToSaturation } from './load.ts';
import { measureCommand } from './measure-command.ts';
import { type Serving, serveBuilt } from './serving.ts';
import { syntheticPlaces } from './synthetic-places.ts';
import { measureTransfer } from './transfer.ts';

const PLACES = 20_000;
const SEED = 2027;
const STARTS = 3;
const RATE_PER_SECOND = 200;
const LOAD_SECONDS = 10;
const WARM_UP_SECONDS = 3;
const CONNECTIONS = 32;
/** As many lists as towns asked for in one minute by a region: pages kept from the request before help little. */
const TOWNS = 300;

const KILOBYTE = 1000;

type Figures = Record<string, number | string>;

/** The built program over invented places, embedded and on a server, asked from the same machine. */
export const measureWeb: Benchmark = async (note) => {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-web-'));
  const file = join(folder, 'places.json');
  const communes = referenceCommunes();
  writeFileSync(file, JSON.stringify(syntheticPlaces(PLACES, SEED, communes)));
  try {
    const embedded = await measureEmbedded({ folder, file, communes, note });
    const server = await measureOnServer(file, note);
    return {
      figures: { ...embedded.figures, ...server.figures },
      bars: [...embedded.bars, ...server.bars],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function referenceCommunes(): Commune[] {
  const path = join(findProjectFolder(), 'dist/reference/communes.json');
  return readCommunes(JSON.parse(readFileSync(path, 'utf8')));
}

interface Measured {
  figures: Figures;
  bars: Bar[];
}

async function measureEmbedded(bench: {
  folder: string;
  file: string;
  communes: readonly Commune[];
  note: (line: string) => void;
}): Promise<Measured> {
  const environment = { MAILLON_DATA: join(bench.folder, 'data') };
  const places = await importPlaces(bench.file, environment);
  const { serving, readySeconds, processorSeconds } = await startSeveralTimes(environment);
  bench.note(`embedded: ready in ${readySeconds} s with ${places} places`);
  try {
    const weight = await measureWeight(serving);
    const load = await measureLoad(serving, bench);
    return {
      figures: {
        places,
        readySecondsEmbedded: readySeconds,
        readyProcessorSecondsEmbedded: processorSeconds,
        ...weight.figures,
        ...load.figures,
      },
      bars: [
        ...weight.bars,
        ...load.bars,
        atMost(`seconds from start to ready, ${PLACES} places, embedded`, readySeconds, 6),
      ],
    };
  } finally {
    await serving.stop();
  }
}

async function measureOnServer(file: string, note: (line: string) => void): Promise<Measured> {
  const found = findServer();
  if (!found) {
    note('No PostgreSQL server on this machine: the start on a server is not measured.');
    return { figures: {}, bars: [] };
  }
  const server = await startServer(found);
  const DATABASE_URL = await createDatabase(server.url);
  try {
    await importPlaces(file, { DATABASE_URL });
    const { serving, readySeconds, processorSeconds } = await startSeveralTimes({ DATABASE_URL });
    await serving.stop();
    note(`on a server: ready in ${readySeconds} s`);
    return {
      figures: { readySecondsServer: readySeconds, readyProcessorSecondsServer: processorSeconds },
      bars: [atMost(`seconds from start to ready, ${PLACES} places, server`, readySeconds, 3)],
    };
  } finally {
    await dropDatabase(server.url, DATABASE_URL);
    await server.stop();
  }
}

async function importPlaces(
  file: string,
  environment: { DATABASE_URL?: string; MAILLON_DATA?: string },
): Promise<number> {
  const project = findProjectFolder();
  const { exitCode, stderr, stdout } = await measureCommand(
    [join(project, 'dist/maillon.mjs'), 'import', file, '--json'],
    { cwd: project, env: { DATABASE_URL: '', MAILLON_DATA: '', INIT_CWD: project, ...environment } },
  );
  if (exitCode !== 0) throw new Error(`The import ended with code ${exitCode}:\n${stderr.slice(-2000)}`);
  return (JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as { places: number }).places;
}

/** The last start goes on serving; the middle of all is what is told. */
async function startSeveralTimes(environment: {
  DATABASE_URL?: string;
  MAILLON_DATA?: string;
}): Promise<{ serving: Serving; readySeconds: number; processorSeconds: number }> {
  const seconds: number[] = [];
  const processor: number[] = [];
  for (;;) {
    const serving = await serveBuilt(environment, await freePort());
    seconds.push(serving.readySeconds);
    processor.push(serving.cpuSeconds());
    if (seconds.length === STARTS)
      return {
        serving,
        readySeconds: rounded(median(seconds)),
        processorSeconds: rounded(median(processor)),
      };
    await serving.stop();
  }
}

async function measureWeight({ origin }: Serving): Promise<Measured> {
  const { first, second, firstWithoutScripts } = await measureTransfer(origin, [
    '/lieux?ou=Lyon',
    '/lieux?ou=Villeurbanne',
  ]);
  const [firstKilobytes, laterKilobytes] = [first, second].map(({ bytes }) => rounded(bytes / KILOBYTE));
  return {
    figures: {
      firstVisitKilobytes: firstKilobytes!,
      firstVisitRequests: first.requests,
      firstVisitScriptKilobytes: rounded(first.scriptBytes / KILOBYTE),
      firstVisitFontKilobytes: rounded(first.fontBytes / KILOBYTE),
      laterVisitKilobytes: laterKilobytes!,
    },
    bars: [
      atMost('kilobytes of a first list, without fonts', firstKilobytes!, 25),
      atMost('kilobytes of the next list', laterKilobytes!, 8),
      atMost('bytes of scripts in a browser that runs none', firstWithoutScripts.scriptBytes, 0),
    ],
  };
}

async function measureLoad(
  serving: Serving,
  { communes, note }: { communes: readonly Commune[]; note: (line: string) => void },
): Promise<Measured> {
  const { origin } = serving;
  const largest = communes.toSorted((a, b) => b.population - a.population);
  const listsOf = (towns: readonly Commune[]) =>
    towns.map(({ name }) => `/lieux?ou=${encodeURIComponent(name)}`);
  const one = { origin, paths: ['/lieux?ou=Lyon'], seconds: LOAD_SECONDS };
  const many = { origin, paths: listsOf(largest.slice(0, TOWNS)), seconds: LOAD_SECONDS };
  await loadToSaturation({ ...many, seconds: WARM_UP_SECONDS }, CONNECTIONS);
  await untilIdle(serving);
  const first = await measureFirstLists(serving, listsOf(largest.slice(TOWNS, 2 * TOWNS)));
  await untilMinuteTurnsIn(LOAD_SECONDS / 2);
  const steady = await loadAtRate(many, RATE_PER_SECOND);
  const steadyOne = await loadAtRate(one, RATE_PER_SECOND);
  const before = serving.cpuSeconds();
  const most = await loadToSaturation(many, CONNECTIONS);
  const serverCores = (serving.cpuSeconds() - before) / LOAD_SECONDS;
  const mostOne = await loadToSaturation(one, CONNECTIONS);
  note(
    `${TOWNS} towns: ${say(steady)}; most ${say(most)}. One page: ${say(steadyOne)}; most ${say(mostOne)}`,
  );
  return {
    figures: {
      p50Ms: rounded(steady.p50Ms),
      p99Ms: rounded(steady.p99Ms),
      p99MsOnePage: rounded(steadyOne.p99Ms),
      saturationPerSecond: Math.round(most.requestsPerSecond),
      saturationPerSecondOnePage: Math.round(mostOne.requestsPerSecond),
      saturationServerCores: rounded(serverCores),
      // On a busy machine these still tell the truth.
      processorMsPerFirstList: rounded(first.processorMs),
      processorMsPerList: rounded((serverCores * 1000) / most.requestsPerSecond),
      saturationGeneratorCores: rounded(most.generatorCores),
      residentMebibytes: Math.round(serving.residentMebibytes()),
    },
    bars: [
      atMost('ms of processor for a list never asked for before', rounded(first.processorMs), 4),
      atMost(`p99 in ms at ${RATE_PER_SECOND} lists a second, ${TOWNS} towns`, rounded(steady.p99Ms), 25),
      atMost('answers other than 200 at that rate', failures(steady), 0),
      atLeast(`lists a second at saturation, ${TOWNS} towns`, Math.round(most.requestsPerSecond), 1000),
    ],
  };
}

/** The pages of the warm-up are still being made for the next minute: they are none of what is measured next. */
async function untilIdle({ cpuSeconds }: Serving): Promise<void> {
  let before = cpuSeconds();
  for (let turn = 0; turn < 60; turn += 1) {
    await new Promise((wake) => setTimeout(wake, 500));
    const now = cpuSeconds();
    if (now - before < 0.025) return;
    before = now;
  }
}

/** Towns that nobody asked for yet: what each of their lists takes of the processor, compression included. */
async function measureFirstLists(
  { origin, cpuSeconds }: Serving,
  paths: readonly string[],
): Promise<{ processorMs: number }> {
  const before = cpuSeconds();
  await askInTurn({ origin, paths });
  return { processorMs: ((cpuSeconds() - before) * 1000) / paths.length };
}

/** Pages are kept a minute: a load that sees none turn would never pay for it. */
const untilMinuteTurnsIn = (seconds: number): Promise<void> => {
  const leftMs = 60_000 - (Date.now() % 60_000) - seconds * 1000;
  return new Promise((wake) => setTimeout(wake, leftMs < 0 ? leftMs + 60_000 : leftMs));
};

const failures = ({ statuses }: LoadResult): number =>
  Object.entries(statuses).reduce((sum, [status, count]) => sum + (status === '200' ? 0 : count), 0);

const say = (result: LoadResult): string =>
  `${Math.round(result.requestsPerSecond)}/s, p99 ${rounded(result.p99Ms)} ms, generator ${rounded(result.generatorCores)} cores`;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
