import { join } from 'node:path';
import { checks } from '../../src/modules/vouchers/checks.ts';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { createDatabase, dropDatabase, findServer, startServer } from '../support/postgres-server.ts';
import { must } from '../support/scheme.ts';
import { SEED } from '../support/seed.ts';
import { preparePicture } from '../support/voucher-picture.ts';
import { playStory } from '../support/voucher-simulator.ts';
import { atMost, type Benchmark, CannotMeasure, rounded } from './harness.ts';

/** `MAILLON_STEPS=2000000 MAILLON_SEED=5 npm run -s bench -- simulation` plays as many others as one has time for. */
const STEPS = Number(process.env.MAILLON_STEPS ?? 20_000);
const STEPS_PER_STORY = 500;
/** A database is kept for some stories, then another is made: tables stay small, and steps quick. */
const STORIES_PER_DATABASE = 20;
/** Databases at the same time: one waits for its answer while another thinks. */
const AT_ONCE = 4;

interface Sum {
  stories: number;
  steps: number;
  crashes: number;
  refusals: number;
  faults: number;
}

/** Stories of vouchers on a server, each compared with its model at every step, the whole with `maillon check`. */
export const measureSimulation: Benchmark = async (note) => {
  const found = findServer();
  if (!found) throw new CannotMeasure('no PostgreSQL server was found (TEST_DATABASE_URL or initdb)');
  const server = await startServer(found);
  const sum: Sum = { stories: 0, steps: 0, crashes: 0, refusals: 0, faults: 0 };
  const start = performance.now();
  const playAll = async () => {
    while (sum.stories * STEPS_PER_STORY < STEPS) {
      await playSome(server.url, sum, note);
      note(`simulation: ${sum.steps} steps, ${sum.crashes} crashes, ${sum.refusals} refusals`);
    }
  };
  try {
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, playAll));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  } finally {
    await server.stop();
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    figures: {
      steps: sum.steps,
      crashes: sum.crashes,
      refusals: sum.refusals,
      steps_per_second: rounded(sum.steps / seconds, 0),
      first_seed: SEED * 1_000_003,
    },
    // A difference stops the run, and says the seed and the step.
    bars: [atMost('faults found by maillon check', sum.faults, 0)],
  };
};

/** The next stories, in a database of their own, which is then looked at as a whole. */
async function playSome(serverUrl: string, sum: Sum, note: (line: string) => void): Promise<void> {
  const databaseUrl = await createDatabase(serverUrl);
  const migrationsFolder = join(findProjectFolder(), 'migrations');
  const db = must(await openDatabase({ databaseUrl, dataFolder: '', migrationsFolder, command: 'bench' }));
  try {
    await preparePicture(db);
    for (let rank = 0; rank < STORIES_PER_DATABASE && sum.stories * STEPS_PER_STORY < STEPS; rank += 1) {
      sum.stories += 1;
      const seed = SEED * 1_000_003 + sum.stories - 1;
      const played = await playStory(db, { seed, steps: STEPS_PER_STORY });
      sum.steps += played.steps;
      sum.crashes += played.crashes;
      sum.refusals += played.refusals;
    }
    for (const check of checks) {
      const faults = await check.countFaults(db);
      if (faults > 0) note(`simulation: ${check.name('en')}: ${faults} at fault`);
      sum.faults += faults;
    }
  } catch (error) {
    // The others need not go on.
    sum.stories = Number.POSITIVE_INFINITY;
    throw error;
  } finally {
    await db.close();
  }
  await dropDatabase(serverUrl, databaseUrl);
}
