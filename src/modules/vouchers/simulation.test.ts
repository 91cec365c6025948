import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { SEED } from '../../../test/support/seed.ts';
import { preparePicture } from '../../../test/support/voucher-picture.ts';
import { playStory } from '../../../test/support/voucher-simulator.ts';
import type { Database } from '../../platform/db/database.ts';
import { checks } from './checks.ts';

/** Longer stories, and many of them, are played by `npm run -s bench -- simulation`. */
const STEPS = 150;

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await preparePicture(db);
});
afterAll(() => db.close());

test('L12 V5 a story of orders, hand-overs, scans, retries, crashes and jumps of the clock is that of the model, step by step', async () => {
  const story = await playStory(db, { seed: SEED, steps: STEPS });
  expect(story.crashes).toBeGreaterThan(STEPS / 20);
  expect(story.refusals).toBeGreaterThan(0);
  expect(story.refusals).toBeLessThan(STEPS * 0.9);
  for (const check of checks)
    expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
});
