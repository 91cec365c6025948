import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { importFiles } from '../../../../test/support/imports.ts';
import { recordRef } from '../../../kernel/record-ref.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  chooseModel,
  type DecisionInput,
  learnModel,
  openReviewDesk,
  previewModel,
  type ReviewDesk,
  recordDecision,
} from '../../matching/index.ts';
import { readChanges } from '../store/history.ts';
import { loadCatalogue } from './open-catalogue.ts';
import { refreshDecided } from './refresh-decided.ts';
import { isDirectoryStale, refreshDirectory } from './refresh-directory.ts';

const HEADER = 'id;nom;adresse;code_postal;commune';
const PAIRS = 64;
const ASKED = 56;
/** Two names for one door: reasoning keeps them apart, and the people of this territory know better. */
const FIRST = ['Arbre', 'Barque', 'Cloche', 'Dune', 'Etoile', 'Flamme', 'Grange', 'Herbe'];
const OTHER = ['Lierre', 'Menhir', 'Nuage', 'Orme', 'Plume', 'Rocher', 'Source', 'Tonneau'];
const nameOf = (words: readonly string[], rank: number) =>
  `${words[rank % 8]} ${words[Math.floor(rank / 8)]?.toLowerCase()}ine`;
const lines = (words: readonly string[]) =>
  Array.from(
    { length: PAIRS },
    (_, rank) => `${rank};${nameOf(words, rank)};${rank + 1} rue des Essais;69003;Lyon`,
  );

let db: Database;
let desk: ReviewDesk;
let minute = 0;
const clock = () => new Date(Date.UTC(2026, 10, 1, 0, minute));
const directory = async () =>
  (await loadCatalogue({ db, clock })).places.map(({ id, fields, sources }) => ({ id, fields, sources }));
const say = (verdict: DecisionInput['verdict'], rank: number) => {
  minute += 1;
  const [record, other] = [recordRef('ville', `id:${rank}`), recordRef('carto', `id:${rank}`)];
  return recordDecision(
    { record, others: [other], verdict, reason: '', author: 'Amina B.' },
    { db, clock, desk },
  );
};
const use = async (version: number | null) => {
  minute += 1;
  const chosen = await chooseModel({ version, author: 'Amina B.' }, { db, clock });
  if (chosen.ok) await refreshDecided({ db, clock, desk });
  return chosen;
};

beforeAll(async () => {
  db = await openTestDatabase();
  desk = openReviewDesk();
  const folder = mkdtempSync(join(tmpdir(), 'maillon-weights-'));
  writeFileSync(join(folder, 'ville.csv'), [HEADER, ...lines(FIRST)].join('\n'));
  writeFileSync(join(folder, 'carto.csv'), [HEADER, ...lines(OTHER)].join('\n'));
  await importFiles(db, ['ville.csv', 'carto.csv'], { folder, clock });
}, 60_000);
afterAll(() => db.close());

test('weights are learnt from decisions, used once agreed to, and given back exactly', async () => {
  const deps = { db, clock, desk };
  expect((await directory()).length).toBe(2 * PAIRS);
  for (let rank = 0; rank < 10; rank += 1) await say('distinct', rank);
  expect(await learnModel({ author: 'Amina B.' }, deps)).toEqual({
    ok: false,
    refusal: { kind: 'too-few', missing: { decisions: 40, same: 10, other: 0 } },
  });
  for (let rank = 10; rank < ASKED; rank += 1) await say('same', rank);
  await refreshDecided(deps);
  const before = await directory();
  expect(before.length).toBe(2 * PAIRS - (ASKED - 10));

  const learnt = await learnModel({ author: 'Amina B.' }, deps);
  if (!learnt.ok) throw new Error(learnt.refusal.kind);
  const { version } = learnt.value;
  // The same decisions, the same version: nothing is written twice.
  expect(await learnModel({ author: 'Amina B.' }, deps)).toEqual(learnt);
  expect(await directory()).toEqual(before);
  const effect = await previewModel(version, deps);
  expect(effect).toMatchObject({
    changedPlaces: 2 * (PAIRS - ASKED),
    placesAfter: before.length - (PAIRS - ASKED),
  });

  expect((await use(version)).ok).toBe(true);
  expect((await directory()).length).toBe(effect?.placesAfter);
  expect(await isDirectoryStale(db)).toBe(false);
  const [latest] = await readChanges(db, 1);
  expect(latest?.author).toBe('Amina B.');
  // Decisions win over any weights, and places computed around them are those of a whole refresh.
  await say('distinct', ASKED);
  await refreshDecided(deps);
  expect((await directory()).length).toBe(effect!.placesAfter + 1);
  const seq = (await readChanges(db, 1))[0]?.seq;
  await refreshDirectory(deps);
  expect((await readChanges(db, 1))[0]?.seq).toBe(seq);

  expect((await use(null)).ok).toBe(true);
  expect(await directory()).toEqual(before);
  expect(await use(null)).toEqual({ ok: false, refusal: { kind: 'already-in-force' } });
  expect(await use(99)).toEqual({ ok: false, refusal: { kind: 'unknown-model' } });
}, 60_000);

test('weights that agree less with the decisions never come into force', async () => {
  const worse = JSON.stringify({ decisions: 60, agreed: 40, wronglyJoined: 20, missed: 0, surpriseBits: 1 });
  const better = JSON.stringify({ decisions: 60, agreed: 41, wronglyJoined: 19, missed: 0, surpriseBits: 1 });
  const [row] = await db.rows<{ version: number }>(sql`
    insert into matching.learnt_model
      (decisions, last_decision, published_imports, base, prior_bits, bits, before, after, author, at)
    values (60, 60, 1, '1', -4, '{}'::jsonb, ${better}::jsonb, ${worse}::jsonb, 'test', now()) returning version`);
  expect(await use(row!.version)).toEqual({ ok: false, refusal: { kind: 'worse' } });
});

test('what was learnt and chosen is never rewritten: the database itself refuses', async () => {
  for (const statement of [
    sql`update matching.learnt_model set author = 'x'`,
    sql`delete from matching.model_choice`,
  ])
    await expect(db.rows(statement)).rejects.toThrow(/append only/);
});
