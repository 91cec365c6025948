import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { recordRef } from '../../../kernel/record-ref.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createHttpClient } from '../../../platform/http-client.ts';
import { openReviewDesk, recordDecision, withdrawLatest } from '../../matching/index.ts';
import { gatherInputs } from '../../sources/index.ts';
import { checks } from '../checks.ts';
import { readChanges } from '../store/history.ts';
import { loadPlaces } from '../store/places.ts';
import { type CorrectionInput, correctPlace } from './correct-place.ts';
import { importSources } from './import-sources.ts';
import { readCorrections } from './read-corrections.ts';
import { refreshDecided } from './refresh-decided.ts';
import { refreshDirectory } from './refresh-directory.ts';
import { ruleCorrection, withdrawGesture } from './rule-correction.ts';

const HEADER = 'id;nom;adresse;code_postal;commune;telephone;date_maj';
const MIMOSA = '1;Espace numérique Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;2026-01-05';
const LILAS = '2;Maison des Lilas;20 avenue du Modèle;69500;Bron;04 65 71 00 02;2026-01-05';
const NEW_PHONE = ['+33465710012'];

let db: Database;
let minute = 0;
const clock = () => new Date(Date.UTC(2026, 5, 15, 10, minute));
const randomBytes = (count: number) => new Uint8Array(count).fill(minute % 256);
const desk = openReviewDesk();
const silent = { onSource: () => undefined, onRows: () => undefined, onRefresh: () => undefined };

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function importLines(...lines: string[]): Promise<void> {
  minute += 1;
  const folder = mkdtempSync(join(tmpdir(), 'maillon-correct-'));
  writeFileSync(join(folder, 'ville.csv'), [HEADER, ...lines].join('\n'));
  const inputs = await gatherInputs(['ville.csv'], { folder });
  if (!inputs.ok) throw new Error(inputs.refusal.kind);
  const http = createHttpClient({ allowPrivateAddresses: true });
  const deps = { db, clock, http, communes: SMALL_REFERENCE };
  await importSources(inputs.value, { mode: 'publish', author: 'test', watcher: silent }, deps);
}

const say = async (placeId: string, said: CorrectionInput['said']) => {
  minute += 1;
  const input = { placeId, said, saidBy: 'place-manager', link: 'l1', author: null } as const;
  const result = await correctPlace(input, { db, clock, randomBytes });
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};
const latest = async () => (await readCorrections(db))[0]!;
const rule = async (verdict: 'accepted' | 'refused') => {
  minute += 1;
  return ruleCorrection({ id: (await latest()).id, verdict, reason: '', author: 'test' }, { db, clock });
};
const undo = async () => {
  minute += 1;
  return withdrawGesture({ gesture: (await latest()).gesture, author: 'test' }, { db, clock });
};
/** What residents see, without the instants of writing. */
const directory = async () =>
  (await loadPlaces(db)).map(({ id, status, mergedInto, fields, provenance }) => ({
    id,
    status,
    mergedInto,
    fields,
    provenance,
  }));
/** A whole refresh finds nothing to write: places computed one by one are what it would have made. */
const expectSettled = async () => {
  const before = await loadPlaces(db);
  await refreshDirectory({ db, clock });
  expect(await loadPlaces(db)).toEqual(before);
  for (const check of checks)
    expect([check.name('en'), await check.countFaults(db)]).toEqual([check.name('en'), 0]);
};
const placeNamed = async (name: string) => (await directory()).find(({ fields }) => fields.name === name)!;

test('what people say of a place survives imports, merges and their undoing, and undone leaves it as it was', async () => {
  await importLines(MIMOSA, LILAS);
  const before = await directory();
  const { id } = await placeNamed('Espace numérique Mimosa');

  // Published at once: a telephone of France.
  expect(await say(id, { phones: { phones: NEW_PHONE } })).toEqual({ published: ['phones'], waiting: [] });
  await expectSettled();
  const corrected = await directory();
  expect((await placeNamed('Espace numérique Mimosa')).fields.phones).toEqual(NEW_PHONE);
  // Said twice, it is written once.
  expect(await say(id, { phones: { phones: NEW_PHONE } })).toEqual({ published: [], waiting: [] });

  // The same file, or one where another place changed: the correction stays.
  await importLines(MIMOSA, LILAS);
  expect(await directory()).toEqual(corrected);
  await importLines(MIMOSA, LILAS.replace('Maison', 'Médiathèque'));
  expect((await placeNamed('Espace numérique Mimosa')).fields.phones).toEqual(NEW_PHONE);
  expect((await latest()).fate).toBe('holds');

  // Joined with another place, then parted again.
  const both = { record: recordRef('ville', 'id:1'), others: [recordRef('ville', 'id:2')] };
  minute += 1;
  await recordDecision({ ...both, verdict: 'same', reason: '', author: 'test' }, { db, clock, desk });
  await refreshDecided({ db, clock, desk });
  expect(
    (await directory()).filter(({ status }) => status === 'published').map(({ fields }) => fields.phones),
  ).toEqual([NEW_PHONE]);
  await expectSettled();
  minute += 1;
  await withdrawLatest('test', { db, clock });
  await refreshDecided({ db, clock, desk });
  expect((await placeNamed('Espace numérique Mimosa')).fields.phones).toEqual(NEW_PHONE);

  // The source says something else, later: it is shown, and the conflict is told.
  await importLines(MIMOSA.replace('11 22', '11 99').replace('2026-01-05', '2026-09-01'), LILAS);
  expect((await placeNamed('Espace numérique Mimosa')).fields.phones).toEqual(['+33199001199']);
  expect(await latest()).toMatchObject({ fate: 'overtaken', source: { phones: ['+33199001199'] } });
  await importLines(MIMOSA, LILAS);
  expect((await placeNamed('Espace numérique Mimosa')).fields.phones).toEqual(NEW_PHONE);

  await undo();
  expect(await directory()).toEqual(before);
  await expectSettled();
});

test('a name waits for a person, who accepts or refuses; a closing takes the place out of view, and back', async () => {
  await importLines(MIMOSA, LILAS);
  const { id } = await placeNamed('Maison des Lilas');
  const before = await directory();
  const said = { name: { name: 'Maison des Roses' } };
  expect(await say(id, said)).toEqual({ published: [], waiting: [{ unit: 'name', reasons: ['identity'] }] });
  expect(await directory()).toEqual(before);
  // Sent again while it waits, it waits once.
  expect(await say(id, said)).toEqual({ published: [], waiting: [] });
  await rule('refused');
  expect(await directory()).toEqual(before);
  await rule('accepted');
  expect((await placeNamed('Maison des Roses')).provenance.name).toMatchObject([{ saidBy: 'place-manager' }]);
  await expectSettled();
  await undo();
  expect(await directory()).toEqual(before);

  await say(id, { closing: {} });
  expect(await directory()).toEqual(before);
  await rule('accepted');
  expect((await directory()).find((place) => place.id === id)?.status).toBe('removed');
  await expectSettled();
  await undo();
  expect(await directory()).toEqual(before);
  expect(
    await correctPlace(
      { placeId: 'inconnu', said: {}, saidBy: 'coordinator', link: null, author: null },
      { db, clock, randomBytes },
    ),
  ).toEqual({
    ok: false,
    refusal: { kind: 'unknown-place' },
  });
});

test('a coordinator signs with the name they gave, which nothing published shows', async () => {
  await importLines(MIMOSA, LILAS);
  const { id } = await placeNamed('Maison des Lilas');
  minute += 1;
  const said = { phones: { phones: NEW_PHONE } };
  await correctPlace(
    { placeId: id, said, saidBy: 'coordinator', link: null, author: 'S. Exemple' },
    { db, clock, randomBytes },
  );
  expect((await latest()).author).toBe('S. Exemple');
  expect((await readChanges(db, 1))[0]?.author).toBe('S. Exemple');
  expect(JSON.stringify(await directory())).not.toContain('S. Exemple');
  await undo();
});
