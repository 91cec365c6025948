import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allCommunes } from '../../../test/support/catalogue.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import type { Database } from '../../platform/db/database.ts';
import { playDemonstration } from './actions/play-demonstration.ts';
import { redeem } from './actions/redeem.ts';
import { checks } from './checks.ts';
import { listProgrammes } from './store/programmes.ts';
import { readStanding, readWaiting } from './store/standing.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const PLACES = [
  { organisation: 'o-espace', name: 'Espace Exemple', siret: '90000000300013', codeInsee: '69290' },
  { organisation: 'o-mediatheque', name: 'Mediatheque Exemple', siret: '90000000400011', codeInsee: '69029' },
];

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('V5 the demonstration is a programme like any other: every cent is somewhere, a batch waits, a pass can be tried', async () => {
  const deps = { db, clock: () => NOW, randomBytes: (count: number) => randomBytes(count) };
  const organisations = {
    territory: 'o-collectivite',
    funder: 'o-region',
    prescriber: 'o-maison',
    places: PLACES,
  };
  const { code } = await playDemonstration(organisations, { ...deps, communes: allCommunes() });
  const [programme] = await listProgrammes(db, { organisation: 'o-collectivite' });
  const { paidCents, liveCents } = await readStanding(db, programme!.id);
  expect(paidCents).toBeGreaterThan(0n);
  const [onPasses] = await db.rows<{ cents: string }>(
    sql`select sum(cents)::text as cents from vouchers.pass where state in ('issued', 'in_stock', 'handed_over')`,
  );
  expect(liveCents).toBe(BigInt(onPasses!.cents));
  const { batches, overdue } = await readWaiting(db, {
    programme: programme!.id,
    today: '2026-11-24' as never,
  });
  expect({ batches, overdue }).toEqual({ batches: 1, overdue: 0 });
  const tried = await redeem(
    { key: 'try', code, count: 1, theme: null, hasAttended: true, channel: 'typed', at: NOW },
    { person: 'p-essai', organisation: 'o-espace' },
    deps,
  );
  expect(tried.ok && [tried.value.personName, tried.value.left]).toEqual(['Yanis', 9]);
  for (const check of checks)
    expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
});
