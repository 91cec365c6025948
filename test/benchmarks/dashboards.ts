import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { parseLocalDate } from '../../src/kernel/dates.ts';
import { receiveFunding } from '../../src/modules/vouchers/actions/receive-funding.ts';
import { PROGRAMME_PAGES } from '../../src/modules/vouchers/routes/money/programmes.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { createDatabase, findServer, startServer } from '../support/postgres-server.ts';
import { depsOf, handOf, newProgramme } from '../support/running-programme.ts';
import { must, withEscrow } from '../support/scheme.ts';
import { signedIn } from '../support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';
import { fillProgramme } from './dashboard-passes.ts';
import { atMost, type Benchmark, type BenchResult, CannotMeasure, median, rounded } from './harness.ts';

const PASSES = 1_000_000;
/** The first ones compile and plan. */
const WARM_UP = 2;
const ROUNDS = 9;
/** What someone who looks from one page to the next does not notice. */
const MOST_MS = 300;

/** Every page of whoever runs a programme of a million passes, and of who funds it, as its route renders it: nothing is kept. */
export const measureDashboards: Benchmark = async (note) => {
  const found = findServer();
  if (!found) throw new CannotMeasure('no PostgreSQL server was found (TEST_DATABASE_URL or initdb)');
  const server = await startServer(found);
  const db = must(
    await openDatabase({
      databaseUrl: await createDatabase(server.url),
      dataFolder: '',
      migrationsFolder: join(findProjectFolder(), 'migrations'),
      command: 'bench',
    }),
  );
  try {
    return await measurePages(await openWholeApp({}, {}, db), note);
  } finally {
    await db.close();
    await server.stop();
  }
};

async function measurePages(whole: WholeApp, note: (line: string) => void): Promise<BenchResult> {
  note(`dashboards: ${PASSES} passes…`);
  const bars = [];
  for (const [name, path, cookie] of await openPages(whole)) {
    const milliseconds: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const start = performance.now();
      const answer = await whole.app.request(path, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
      if (round >= WARM_UP) milliseconds.push(performance.now() - start);
    }
    bars.push(atMost(`${name}, p50 in ms`, rounded(median(milliseconds), 0), MOST_MS));
    note(`dashboards: ${name}, ${rounded(median(milliseconds), 0)} ms`);
  }
  return { figures: { passes: PASSES, rounds: ROUNDS }, bars };
}

/** Name, address and cookie of each page of a programme filled with passes. */
async function openPages(whole: WholeApp): Promise<[string, string, string][]> {
  const { db } = whole;
  const manager = await signedIn(whole, {
    organisation: { kind: 'collectivite', name: 'Région Exemple' },
    roles: ['programme-manager'],
    name: 'Ana',
  });
  const funder = await signedIn(whole, {
    organisation: { kind: 'financeur', name: 'Fonds Exemple' },
    roles: ['funder'],
    name: 'Bao',
  });
  const programme = await newProgramme(db, { manager, funder }, { name: 'Un million de pass' });
  const deps = depsOf(db, 9);
  const funding = { id: 'F-1', programme, funder: funder.organisationId, cents: 1n, reference: 'Convention' };
  const receivedOn = parseLocalDate('2026-01-02')!;
  must(await receiveFunding({ ...funding, receivedOn }, handOf(manager), deps));
  await withEscrow({ programme, deps });
  await fillProgramme(db, { programme, funder: funder.organisationId, passes: PASSES });
  await typeCodes(db);
  const desk = `/espace/${manager.organisationId}/pass/programmes`;
  const funded = `/espace/${funder.organisationId}/pass/financements`;
  return [
    ['programmes', desk, manager.cookie],
    ['programme', `${desk}/${programme}`, manager.cookie],
    ...PROGRAMME_PAGES.map((page): [string, string, string] => [
      `programme/${page}`,
      `${desk}/${programme}/${page}`,
      manager.cookie,
    ]),
    ['funder', funded, funder.cookie],
    ['funder/programme', `${funded}/${programme}`, funder.cookie],
  ];
}

/** The code of a telephone, in every session: access has its own tests of it. */
const typeCodes = (db: Database) => db.rows(sql`update access.session set second_factor_at = now()`);
