import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { killRedemptions } from '../support/kill-redemptions.ts';
import { createDatabase, findServer, type PostgresServer, startServer } from '../support/postgres-server.ts';
import { must } from '../support/scheme.ts';
import { atLeast, atMost, type Benchmark, CannotMeasure, median, rounded } from './harness.ts';
import { type Counter, fillPasses, openCounter } from './ledger-passes.ts';

/** As many for both, those of `pgbench` and ours: the desks of a region on a busy morning. */
const CLIENTS = 32;
/** And those of a town: told, without a bar. */
const FEW_CLIENTS = 8;
const SECONDS = 8;
const ROUNDS = 3;
const FEW_PASSES = 10_000;
/** Fewer redemptions than there are passes. */
const SECONDS_OF_FEW = 2.5;
/** More than a round redeems. */
const PASSES_OF_A_ROUND = 40_000;
const MANY_PASSES = 1_000_000;

/**
 * Redemptions on a server that waits for its disk, every rule and constraint on, beside the TPC-B of `pgbench` on the same
 * server: one round of each in turn. Then the same with a hundred times more passes.
 */
export const measureLedger: Benchmark = async (note) => {
  const found = findServer();
  if (!found) throw new CannotMeasure('no PostgreSQL server was found (TEST_DATABASE_URL or initdb)');
  const server = await startServer(found, { isDurable: true });
  try {
    const peer = await preparePeer(found, server.url);
    const counter = await openDesk(await createDatabase(server.url));
    note(`ledger: ${FEW_PASSES} passes…`);
    await warmUp(counter);
    await fillPasses(counter, FEW_PASSES);
    const few = await counter.redeemFor({ clients: CLIENTS, seconds: SECONDS_OF_FEW });
    const region = await measureRounds(counter, peer, { clients: CLIENTS, note });
    const town = await measureRounds(counter, peer, { clients: FEW_CLIENTS, note });
    note(`ledger: ${MANY_PASSES} passes…`);
    await fillPasses(counter, MANY_PASSES);
    const many = await counter.redeemFor({ clients: CLIENTS, seconds: SECONDS });
    await counter.close();
    const killed = await killOnBoth(server.url, note);
    const p50Ratio = rounded(median(many.milliseconds) / median(few.milliseconds), 2);
    return {
      figures: {
        clients: CLIENTS,
        redemptions_per_second: rounded(region.perSecond, 0),
        pgbench_tpcb_per_second: rounded(region.peerPerSecond, 0),
        p50_ms: rounded(region.p50),
        p99_ms: rounded(region.p99),
        p50_ms_10k: rounded(median(few.milliseconds)),
        redemptions_per_second_1m: rounded(many.milliseconds.length / many.seconds, 0),
        p50_ms_1m: rounded(median(many.milliseconds)),
        p99_ms_1m: rounded(quantile(many.milliseconds, 0.99)),
        redemptions_per_second_8_clients: rounded(town.perSecond, 0),
        pgbench_tpcb_per_second_8_clients: rounded(town.peerPerSecond, 0),
        ratio_8_clients: rounded(town.ratio, 2),
        p50_ms_8_clients: rounded(town.p50),
        ...killed.figures,
      },
      bars: [
        atLeast('redemptions / pgbench TPC-B', rounded(region.ratio, 2), 0.5),
        atMost('p50 at a million passes / at ten thousand', p50Ratio, 1.3),
        atMost('redemptions lost, or counted twice, after forty kills', killed.wrong, 0),
      ],
    };
  } finally {
    await server.stop();
  }
};

/** The first seconds compile and plan. */
async function warmUp(counter: Counter): Promise<void> {
  await fillPasses(counter, FEW_PASSES / 2);
  await counter.redeemFor({ clients: CLIENTS, seconds: 1 });
  counter.codes.length = 0;
}

const KILLS = 20;

/** On a server, whose client is killed; then on the embedded database, which is killed with its process. */
async function killOnBoth(serverUrl: string, note: (line: string) => void) {
  const migrationsFolder = join(findProjectFolder(), 'migrations');
  const dataFolder = mkdtempSync(join(tmpdir(), 'maillon-kills-'));
  note(`ledger: ${KILLS} kills on a server, then ${KILLS} of an embedded database…`);
  const databaseUrl = await createDatabase(serverUrl);
  const server = await killRedemptions({ databaseUrl, dataFolder: '', migrationsFolder }, KILLS);
  const embedded = await killRedemptions({ dataFolder, migrationsFolder }, KILLS);
  rmSync(dataFolder, { recursive: true, force: true });
  const both = [server, embedded];
  return {
    figures: {
      kills: both.reduce((sum, { kills }) => sum + kills, 0),
      acknowledged_before_kills: both.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
      unanswered_at_kills: both.reduce((sum, { unanswered }) => sum + unanswered, 0),
    },
    wrong: both.reduce((sum, { lost, twice, faults }) => sum + lost + twice + faults, 0),
  };
}

async function openDesk(databaseUrl: string): Promise<Counter> {
  const database = must(
    await openDatabase({
      databaseUrl,
      dataFolder: '',
      migrationsFolder: join(findProjectFolder(), 'migrations'),
      command: 'bench',
    }),
  );
  return openCounter(database);
}

async function measureRounds(
  counter: Counter,
  peer: (clients: number) => number,
  { clients, note }: { clients: number; note: (line: string) => void },
) {
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await fillPasses(counter, PASSES_OF_A_ROUND);
    const peerPerSecond = peer(clients);
    const { milliseconds, seconds } = await counter.redeemFor({ clients, seconds: SECONDS });
    const perSecond = milliseconds.length / seconds;
    note(
      `ledger: ${rounded(perSecond, 0)} redemptions a second, pgbench ${rounded(peerPerSecond, 0)}, ${clients} clients`,
    );
    rounds.push({ perSecond, peerPerSecond, milliseconds });
  }
  const all = rounds.flatMap(({ milliseconds }) => milliseconds);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    peerPerSecond: median(rounds.map(({ peerPerSecond }) => peerPerSecond)),
    ratio: median(rounds.map(({ perSecond, peerPerSecond }) => perSecond / peerPerSecond)),
    p50: median(all),
    p99: quantile(all, 0.99),
  };
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** Transactions per second of TPC-B at scale 10, as `pgbench` counts them, with its own settings. */
async function preparePeer(found: PostgresServer, serverUrl: string): Promise<(clients: number) => number> {
  const program = findPgbench(found);
  const url = await createDatabase(serverUrl);
  execFileSync(program, ['--initialize', '--quiet', '--scale=10', url], { stdio: 'pipe' });
  return (clients) => {
    const options = [`--client=${clients}`, '--jobs=2', `--time=${SECONDS}`, '--no-vacuum'];
    const report = execFileSync(program, [...options, url], { encoding: 'utf8', stdio: 'pipe' });
    const [, perSecond] = /tps = ([\d.]+)/.exec(report) ?? [];
    if (!perSecond) throw new CannotMeasure('pgbench gave no figure');
    return Number(perSecond);
  };
}

/** Beside the server's own program, wherever a link to it was found; else the one of the PATH. */
function findPgbench(found: PostgresServer): string {
  if (found.kind === 'given') return 'pgbench';
  const beside = join(dirname(realpathSync(join(found.bin, 'postgres'))), 'pgbench');
  if (!existsSync(beside)) throw new CannotMeasure(`pgbench is not beside the server: ${beside}`);
  return beside;
}
