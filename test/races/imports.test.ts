import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checks as directoryChecks, loadCatalogue } from '../../src/modules/directory/index.ts';
import { checks as sourcesChecks } from '../../src/modules/sources/index.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { importFiles } from '../support/imports.ts';
import { describeWithServer } from '../support/server-database.ts';

const HEADER = 'id;nom;adresse;code_postal;commune;telephone;date_maj';
const LINES = [
  'Espace numérique Mimosa;1 rue des Essais;69100;Villeurbanne;04 65 71 00 01',
  'Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;04 65 71 00 02',
  'Maison des Tilleuls;21 chemin du Prototype;69500;Bron;04 65 71 00 03',
  'Centre social La Ruche;4 place du Test;69200;Vénissieux;04 65 71 00 04',
];
/** Every file lists every place, in its own order: all of them meet in the same four places. */
const fileOf = (rank: number): string =>
  [
    HEADER,
    ...LINES.map((line, index) => `${rank}-${index};${line};2026-0${rank + 1}-05`).sort(() =>
      rank % 2 ? -1 : 1,
    ),
  ].join('\n');

let day = 0;
const clock = () => new Date(Date.UTC(2026, 10, 1 + day));

describeWithServer('on a server', (server) => {
  let folder = '';
  const files = ['alpha.csv', 'beta.csv', 'gamma.csv', 'delta.csv'];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillon-races-'));
    for (const [rank, file] of files.entries()) writeFileSync(join(folder, file), fileOf(rank));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => server.empty());

  const importInto = (db: Database, file: string, sourceName?: string) =>
    importFiles(db, [file], { folder, clock, ...(sourceName && { sourceName }) });
  const placesOf = async (db: Database) =>
    (await loadCatalogue({ db, clock })).places.map(({ id, fields, sources }) => [id, fields.name, sources]);
  const faults = async (db: Database) => {
    const counts = await Promise.all(
      [...directoryChecks, ...sourcesChecks].map((check) => check.countFaults(db)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };

  test('four processes that import four sources at once make the same places as one after the other', async () => {
    const processes = await Promise.all(files.map(() => server.open()));
    const results = await Promise.all(files.map((file, rank) => importInto(processes[rank]!, file)));
    expect(results.flatMap(({ refused }) => refused)).toEqual([]);
    const alone = await openTestDatabase();
    for (const file of files) await importInto(alone, file);
    const names = (places: Awaited<ReturnType<typeof placesOf>>) =>
      places.map(([, name, sources]) => [name, sources]).sort();
    expect(names(await placesOf(processes[0]!))).toEqual(names(await placesOf(alone)));
    expect(await faults(processes[0]!)).toBe(0);
    await alone.close();
  });

  test('five processes that import the same file at once keep it once', async () => {
    const processes = await Promise.all(Array.from({ length: 5 }, () => server.open()));
    const results = await Promise.all(processes.map((db) => importInto(db, 'alpha.csv')));
    expect(results.flatMap(({ refused }) => refused)).toEqual([]);
    const [db] = processes;
    expect(await db!.rows(sql`select record_key from sources.raw_record`)).toHaveLength(LINES.length);
    expect(await placesOf(db!)).toHaveLength(LINES.length);
    expect(await faults(db!)).toBe(0);
  });

  test('two versions of one source imported at once: one of them is what remains, whole', async () => {
    writeFileSync(join(folder, 'first.csv'), [HEADER, `1;${LINES[0]};2026-01-05`].join('\n'));
    writeFileSync(join(folder, 'second.csv'), [HEADER, `2;${LINES[1]};2026-01-05`].join('\n'));
    writeFileSync(join(folder, 'third.csv'), [HEADER, `3;${LINES[2]};2026-01-05`].join('\n'));
    const processes = await Promise.all([server.open(), server.open()]);
    const [db] = processes;
    await importInto(db!, 'first.csv', 'ville');
    day += 1;
    const results = await Promise.all([
      importInto(processes[0]!, 'second.csv', 'ville'),
      importInto(processes[1]!, 'third.csv', 'ville'),
    ]);
    expect(results.flatMap(({ refused }) => refused)).toEqual([]);
    const { places } = await loadCatalogue({ db: db!, clock });
    const present = places.filter(({ missingSince }) => missingSince === null);
    expect(present.map(({ fields }) => fields.name)).toHaveLength(1);
    expect(await faults(db!)).toBe(0);
  });
});
