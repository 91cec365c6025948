import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { importFiles as importInto, importWorld, SILENT } from '../../../../test/support/imports.ts';
import { serve } from '../../../../test/support/local-server.ts';
import type { Database } from '../../../platform/db/database.ts';
import { gatherInputs, parseMappingFile, checks as sourcesChecks } from '../../sources/index.ts';
import { checks } from '../checks.ts';
import { type ImportOptions, importSources } from './import-sources.ts';
import { loadCatalogue } from './open-catalogue.ts';
import { changePlaceStatus } from './remove-place.ts';

const HEADER = 'id;nom;adresse;code_postal;commune;telephone;services;date_maj';
const MIMOSA =
  '1;Espace numérique Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;Accéder à du matériel;2026-01-05';
const LILAS = '2;Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;04 65 71 00 02;;2026-01-05';
const TILLEULS = '3;Maison des Tilleuls;21 chemin du Prototype;69500;Bron;04 65 71 00 03;;2026-01-05';

describe('importing', () => {
  let db: Database;
  let folder: string;
  let day = 0;

  beforeEach(async () => {
    db = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'maillon-import-'));
  });
  afterEach(() => db.close());

  const write = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder, name), [HEADER, ...lines].join('\n'));
    return name;
  };
  const clock = () => new Date(Date.UTC(2026, 10, 1 + day));
  const importFiles = async (...names: string[]) => {
    day += 1;
    return importInto(db, names, { folder, clock });
  };
  const places = async () => (await loadCatalogue({ db, clock })).places;
  const idOf = async (name: string) => (await places()).find(({ fields }) => fields.name === name)?.id;
  const faults = async () => {
    const counts = await Promise.all([...checks, ...sourcesChecks].map((check) => check.countFaults(db)));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  test('a file gives its places, each field with its source', async () => {
    const result = await importFiles(write('ville.csv', MIMOSA, LILAS));
    expect(result).toMatchObject({
      sources: [{ source: 'ville', records: 2, accepted: 2, rejected: 0 }],
      refused: [],
    });
    const mimosa = (await places()).find(({ fields }) => fields.name === 'Espace numérique Mimosa');
    expect(mimosa?.fields).toMatchObject({ phones: ['+33199001122'], codeInsee: '69266' });
    expect(mimosa?.provenance.phones).toEqual([{ source: 'ville', recordKey: 'id:1', date: '2026-01-05' }]);
    expect(await faults()).toBe(0);
  });

  test('the same file twice changes nothing, and says so', async () => {
    await importFiles(write('ville.csv', MIMOSA));
    const before = await places();
    const again = await importFiles('ville.csv');
    expect(again).toMatchObject({ sources: [{ isUnchanged: true, records: 1 }] });
    expect(await places()).toEqual(before);
  });

  describe('from an address', () => {
    const list = [HEADER, MIMOSA, LILAS].join('\n');
    const importAddress = async (options: Partial<ImportOptions> = {}) => {
      day += 1;
      const inputs = await gatherInputs([`${address}/ville.csv`], { folder, sourceName: 'ville' });
      if (!inputs.ok) throw new Error(inputs.refusal.kind);
      const deps = await importWorld(db, clock);
      return importSources(
        inputs.value,
        { mode: 'publish', author: 'test', watcher: SILENT, ...options },
        deps,
      );
    };
    let address: string;
    beforeEach(async () => {
      address = await serve(({ headers }, response) => {
        response.writeHead(headers['if-none-match'] === '"v1"' ? 304 : 200, { etag: '"v1"' });
        response.end(headers['if-none-match'] === '"v1"' ? '' : list);
      });
    });

    test('a file that did not change keeps the counts of its import', async () => {
      await importAddress();
      const again = await importAddress();
      expect(again).toMatchObject({
        sources: [{ isUnchanged: true, records: 2, accepted: 2, rejected: 0 }],
      });
    });

    test('another mapping reads again a file that did not change', async () => {
      await importAddress();
      const fields = {
        nom: { columns: ['nom'] },
        id: { columns: ['id'] },
        commune: { columns: ['commune'] },
      };
      const mapping = parseMappingFile(JSON.stringify({ fields }));
      if (!mapping.ok) throw new Error(mapping.refusal.kind);
      expect(await importAddress({ mapping: mapping.value })).toMatchObject({
        sources: [{ isUnchanged: false }],
      });
      for (const place of await places()) expect(place.fields.phones).toBeUndefined();
    });

    test('a trial reads again a file that did not change', async () => {
      await importAddress();
      expect(await importAddress({ mode: 'dry-run' })).toMatchObject({
        sources: [{ isUnchanged: false, records: 2 }],
      });
    });
  });

  test('reordering the lines of a file changes no identifier', async () => {
    await importFiles(write('ville.csv', MIMOSA, LILAS, TILLEULS));
    const before = (await places()).map(({ id, fields }) => [id, fields.name]);
    await importFiles(write('ville.csv', TILLEULS, MIMOSA, LILAS));
    expect((await places()).map(({ id, fields }) => [id, fields.name])).toEqual(before);
  });

  test('a place that left its source is kept and flagged, and is whole again when it comes back', async () => {
    await importFiles(write('ville.csv', MIMOSA, LILAS));
    const result = await importFiles(write('ville.csv', MIMOSA));
    expect(result).toMatchObject({ sources: [{ missing: 1 }] });
    const lilas = async () => (await places()).find(({ fields }) => fields.name === 'Médiathèque des Lilas');
    expect((await lilas())?.missingSince).toEqual(clock());
    await importFiles(write('ville.csv', MIMOSA, LILAS));
    expect((await lilas())?.missingSince).toBeNull();
  });

  test('the same place in two sources is one place, known by both', async () => {
    await importFiles(
      write('ville.csv', MIMOSA),
      write('reseau.csv', MIMOSA.replace('Accéder à du matériel', 'Accéder à une connexion internet')),
    );
    const all = await places();
    expect(all).toHaveLength(1);
    expect(all[0]?.sources).toEqual(['reseau', 'ville']);
    expect(await faults()).toBe(0);
  });

  test('a record that becomes unreadable keeps the place it gave, flagged', async () => {
    await importFiles(write('ville.csv', MIMOSA, LILAS));
    await importFiles(write('ville.csv', MIMOSA, LILAS.replace('Médiathèque des Lilas', '')));
    const lilas = (await places()).find(({ fields }) => fields.name === 'Médiathèque des Lilas');
    expect(lilas?.missingSince).not.toBeNull();
    expect(await faults()).toBe(0);
  });

  test('a file that cannot be read is refused, and nothing already there is lost', async () => {
    await importFiles(write('ville.csv', MIMOSA));
    const before = await places();
    writeFileSync(join(folder, 'ville.csv'), '<!doctype html><html><body>Erreur 502</body></html>');
    expect(await importFiles('ville.csv')).toMatchObject({
      sources: [],
      refused: [{ name: 'ville', cause: { kind: 'html' } }],
    });
    expect(await places()).toEqual(before);
  });

  test('a file that cannot be read keeps none of the others out', async () => {
    writeFileSync(join(folder, 'abime.csv'), '');
    const outcome = await importFiles('abime.csv', write('ville.csv', MIMOSA, LILAS));
    expect(outcome).toMatchObject({
      sources: [{ source: 'ville', accepted: 2 }],
      refused: [{ name: 'abime', cause: { kind: 'empty' } }],
    });
    expect(await places()).toHaveLength(2);
  });

  test('a place that a person removed stays removed, whatever its sources say', async () => {
    await importFiles(write('ville.csv', MIMOSA, LILAS));
    const id = (await idOf('Espace numérique Mimosa'))!;
    await changePlaceStatus({ id, status: 'removed', author: 'test' }, { db, clock });
    await importFiles(write('ville.csv', MIMOSA.replace('2026-01-05', '2026-02-05'), LILAS));
    const catalogue = await loadCatalogue({ db, clock });
    expect(catalogue.find(id).kind).toBe('removed');
    expect(catalogue.places).toHaveLength(1);
  });
});
