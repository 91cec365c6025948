import { join } from 'node:path';
import { checks } from '../../src/modules/vouchers/checks.ts';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { createDatabase, dropDatabase, findServer, startServer } from '../support/postgres-server.ts';
import { must } from '../support/scheme.ts';
import { SEED } from '../support/seed.ts';
import { playStory } from '../support/voucher-simulator.ts';
import { atMost, type Benchmark, CannotMeasure, rounded } from './harness.ts';

/** `MAILLON_STEPS=2000000 MAILLON_SEED=5 npm run -s bench -- simulation` plays as many others as one has time for. */
const STEPS = Number(process.env.MAILLON_STEPS ?? 20_000);
const STEPS_PER_STORY = 1_000;
/** A database is kept for some stories, then another is made: tables stay small, and steps quick. */
const STORIES_PER_DATABASE = 25;

/** Stories of vouchers on a server, each compared with its model at every step, the whole with `maillon check`. */
export const measureSimulation: Benchmark = async (note) => {
  const found = findServer();
  if (!found) throw new CannotMeasure('no PostgreSQL server was found (TEST_DATABASE_URL or initdb)');
  const server = await startServer(found);
  const sum = { steps: 0, crashes: 0, refusals: 0, faults: 0 };
  const start = performance.now();
  try {
    for (let story = 0; sum.steps < STEPS; story += STORIES_PER_DATABASE) {
      const databaseUrl = await createDatabase(server.url);
      const location = {
        dataFolder: '',
        migrationsFolder: join(findProjectFolder(), 'migrations'),
        command: 'bench',
      };
      const db = must(await openDatabase({ ...location, databaseUrl }));
      for (let rank = 0; rank < STORIES_PER_DATABASE && sum.steps < STEPS; rank += 1) {
        const played = await playStory(db, { seed: SEED * 1_000_003 + story + rank, steps: STEPS_PER_STORY });
        sum.steps += played.steps;
        sum.crashes += played.crashes;
        sum.refusals += played.refusals;
      }
      for (const check of checks) {
        const faults = await check.countFaults(db);
        if (faults > 0) note(`simulation: ${check.name('en')}: ${faults} at fault`);
        sum.faults += faults;
      }
      await db.close();
      await dropDatabase(server.url, databaseUrl);
      note(`simulation: ${sum.steps} steps, ${sum.crashes} crashes, ${sum.refusals} refusals`);
    }
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
