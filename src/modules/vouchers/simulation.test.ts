import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { recount } from '../../../test/support/recount.ts';
import { SEED } from '../../../test/support/seed.ts';
import { preparePicture } from '../../../test/support/voucher-picture.ts';
import { playStory, type Story } from '../../../test/support/voucher-simulator.ts';
import { parseLocalDate } from '../../kernel/dates.ts';
import type { Database } from '../../platform/db/database.ts';
import { checks } from './checks.ts';
import {
  listFunnel,
  listPlaceFigures,
  readPassCounts,
  readPathCounts,
  readPaymentDelays,
} from './store/figures.ts';
import { readStanding, readWaiting } from './store/standing.ts';

/** Longer stories, and many of them, are played by `npm run -s bench -- simulation`. */
const STEPS = 150;

let db: Database;
let story: Story;
beforeAll(async () => {
  db = await openTestDatabase();
  await preparePicture(db);
  story = await playStory(db, { seed: SEED, steps: STEPS });
});
afterAll(() => db.close());

test('L12 V5 a story of orders, hand-overs, scans, retries, crashes and jumps of the clock is that of the model, step by step', async () => {
  expect(story.crashes).toBeGreaterThan(STEPS / 20);
  expect(story.refusals).toBeGreaterThan(0);
  expect(story.refusals).toBeLessThan(STEPS * 0.9);
  for (const check of checks)
    expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
});

test('V5 V9 V16 after a story, each figure of a dashboard is what counting every row one by one gives', async () => {
  const [programme] = await db.rows<{ id: string }>(sql`select id from vouchers.programme`);
  const counted = await Promise.all(DAYS.map((day) => recount(db, programme!.id, day)));
  for (const [rank, day] of DAYS.entries()) expect(await read(programme!.id, day)).toEqual(counted[rank]);
  // A story in which nothing happened would agree too.
  const [, { paths, passes, overdue, liveCents, bonusCents }] = counted as [unknown, (typeof counted)[0]];
  for (const figure of [paths.used, passes.used, overdue, liveCents, bonusCents])
    expect(Number(figure)).toBeGreaterThan(0);
});

/** While promises run, and once they are all past. */
const DAYS = ['2026-12-15', '2029-12-01'] as const;

/** The same figures, as pages read them. */
async function read(programme: string, today: string) {
  const day = parseLocalDate(today)!;
  const { liveCents, bonusCents } = await readStanding(db, programme);
  const { paid, owed, late } = await readPaymentDelays(db, { programme, today: day });
  return {
    liveCents,
    bonusCents,
    paths: await readPathCounts(db, programme),
    passes: await readPassCounts(db, programme),
    delays: { paid, owed, late },
    overdue: (await readWaiting(db, { programme, today: day })).overdue,
    funnel: (await listFunnel(db, programme)).map(({ silentSince: _, ...row }) => row),
    places: await listPlaceFigures(db, programme),
  };
}
