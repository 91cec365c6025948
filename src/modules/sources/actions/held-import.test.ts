import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createHttpClient } from '../../../platform/http-client.ts';
import { checks } from '../checks.ts';
import { countIssues, readReview, readRun, readRunContent } from '../store/imports.ts';
import { listMissing, readDirectoryRecords } from '../store/records.ts';
import { listMappingVersions, listSources, readMapping } from '../store/sources.ts';
import { cancelImport } from './cancel-import.ts';
import { correctMapping, type MappingCorrection } from './correct-mapping.ts';
import { cardOf } from './gather-inputs.ts';
import { importFile } from './import-file.ts';
import { publishImport } from './publish-import.ts';
import { readSource } from './read-source.ts';

const HEADER = 'identifiant;nom du lieu;adresse;code postal;commune;telephone;aides';
const MIMOSA = '1;Espace Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;démarches maison';
const LILAS = '2;Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;04657;wifi';
const TILLEULS = '3;Maison des Tilleuls;21 chemin du Prototype;69500;Bron;01 99 00 11 24;wifi';

const silent = { onStep: () => undefined, onProgress: () => undefined };

describe('a file held for agreement', () => {
  let db: Database;
  let day = 0;
  let refreshes = 0;

  beforeEach(async () => {
    db = await openTestDatabase();
    refreshes = 0;
  });
  afterEach(() => db.close());

  const clock = () => new Date(Date.UTC(2026, 10, 1 + day));
  const deps = () => ({
    db,
    clock,
    communes: SMALL_REFERENCE,
    http: createHttpClient({ allowPrivateAddresses: true }),
    onPublished: async () => {
      refreshes += 1;
    },
  });
  const hold = async (...lines: string[]): Promise<number> => {
    day += 1;
    const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
    const origin = { kind: 'upload' as const, file: { fileName: 'lieux.csv', bytes } };
    const held = await readSource({ card: cardOf('lieux'), origin }, deps(), silent);
    if (!held.ok) throw new Error(held.refusal.kind);
    return held.value;
  };
  const publish = (id: number) => publishImport(id, deps(), silent);
  const correct = async (id: number, changes: Partial<MappingCorrection>) => {
    const { mappingVersion } = (await readRun(db, id))!;
    return correctMapping(
      { id, correction: { version: mappingVersion, uses: [], texts: [], ...changes } },
      deps(),
      silent,
    );
  };
  const names = async () => (await readDirectoryRecords(db)).map(({ fields }) => fields.name);

  test('publishes nothing before agreement, and everything that was checked with it', async () => {
    const id = await hold(MIMOSA, LILAS);
    expect(await names()).toEqual([]);
    expect(await publish(id)).toEqual({ ok: true, value: id });
    expect(await names()).toEqual(['Espace Mimosa', 'Médiathèque des Lilas']);
    expect(refreshes).toBe(1);
    expect(await readRun(db, id)).toMatchObject({ status: 'published', added: 2, updated: 0, missing: 0 });
    for (const check of checks) expect(await check.countFaults(db)).toBe(0);
  });

  test('keeps its file and its samples no longer than needed', async () => {
    const [published, cancelled] = [await hold(MIMOSA), await hold(LILAS)];
    expect(await readRunContent(db, published)).not.toBeNull();
    expect((await readReview(db, published))?.columns[1]?.samples).toEqual(['Espace Mimosa']);
    await cancelImport(cancelled, deps());
    await publish(published);
    for (const id of [published, cancelled]) {
      expect(await readRunContent(db, id)).toBeNull();
      expect(await readReview(db, id)).toBeNull();
    }
  });

  test('says what publishing it changed: new, updated, gone', async () => {
    await publish(await hold(MIMOSA, LILAS));
    const id = await hold(MIMOSA.replace('1 rue', '3 rue'), TILLEULS);
    await publish(id);
    expect(await readRun(db, id)).toMatchObject({ added: 1, updated: 1, missing: 1 });
    const missing = await listMissing(db, 'lieux', { limit: 10, offset: 0 });
    expect(missing).toMatchObject([
      { name: 'Médiathèque des Lilas', commune: 'Lyon', missingSince: clock() },
    ]);
  });

  test('is published once: asking again, or after cancelling, is refused and changes nothing', async () => {
    const id = await hold(MIMOSA);
    await publish(id);
    expect(await publish(id)).toEqual({ ok: false, refusal: { kind: 'already-published' } });
    expect(await cancelImport(id, deps())).toEqual({ ok: false, refusal: { kind: 'already-published' } });
    const other = await hold(LILAS);
    await cancelImport(other, deps());
    expect(await publish(other)).toEqual({ ok: false, refusal: { kind: 'cancelled' } });
    expect(await publish(404)).toEqual({ ok: false, refusal: { kind: 'unknown-import' } });
    expect(await names()).toEqual(['Espace Mimosa']);
    expect(refreshes).toBe(1);
  });

  test('gives way to a later file of its source, held or published', async () => {
    const older = await hold(MIMOSA);
    const later = await hold(MIMOSA, LILAS);
    expect(await publish(older)).toEqual({ ok: false, refusal: { kind: 'out-of-date', laterId: later } });
    expect(await correct(older, {})).toMatchObject({ ok: false, refusal: { kind: 'out-of-date' } });
    await cancelImport(later, deps());
    expect(await publish(older)).toMatchObject({ ok: true });
  });

  test('is checked again with each correction of its mapping, kept as a version of its author', async () => {
    const id = await hold(LILAS, MIMOSA, TILLEULS);
    expect(await readRun(db, id)).toMatchObject({ refusedRecords: 1 });
    const issues = await countIssues(db, id);
    const corrected = await correct(id, { uses: [{ column: 'telephone', use: { fields: [] } }] });
    expect(corrected).toEqual({ ok: true, value: id });
    expect(await countIssues(db, id)).toBe(issues - 1);
    expect((await readMapping(db, 'lieux'))?.content.unmapped).toContain('telephone');
    const authors = (await listMappingVersions(db, 'lieux')).map(({ author }) => author);
    expect(authors).toEqual(['coordination', 'proposition']);
  });

  test('agreed to twice as it is keeps one version, and the next file uses it', async () => {
    const id = await hold(LILAS);
    await correct(id, {});
    await correct(id, {});
    expect(await listMappingVersions(db, 'lieux')).toHaveLength(2);
    await publish(id);
    expect(await readRun(db, await hold(LILAS, MIMOSA))).toMatchObject({ mappingVersion: 2 });
  });

  test('publishes the values that a person chose for the texts of a column', async () => {
    const id = await hold(MIMOSA, TILLEULS);
    const value = 'Aide aux démarches administratives';
    await correct(id, { uses: [{ column: 'aides', use: { fields: ['services'] } }] });
    const text = { column: 'aides', field: 'services' as const, text: 'demarches maison', values: [value] };
    await correct(id, { texts: [text] });
    await publish(id);
    const mimosa = (await readDirectoryRecords(db)).find(({ fields }) => fields.name === 'Espace Mimosa');
    expect(mimosa?.fields.services).toEqual([value]);
  });

  test('refuses a correction made on an older version of its mapping', async () => {
    const id = await hold(LILAS);
    await correct(id, { uses: [{ column: 'telephone', use: { fields: [] } }] });
    expect(await correct(id, { version: 1 })).toEqual({ ok: false, refusal: { kind: 'mapping-changed' } });
  });

  test('may lack a column of names until a person chooses one, but is not published without', async () => {
    day += 1;
    const bytes = new TextEncoder().encode('a;b\nEspace Mimosa;69100 Villeurbanne\nMaison Lilas;69500 Bron');
    const origin = { kind: 'upload' as const, file: { fileName: 'x.csv', bytes } };
    const held = await readSource({ card: cardOf('x'), origin }, deps(), silent);
    const id = held.ok ? held.value : 0;
    await correct(id, { uses: [{ column: 'a', use: { fields: [] } }] });
    expect(await publish(id)).toMatchObject({ ok: false, refusal: { kind: 'no-name-column' } });
    await correct(id, {
      uses: [
        { column: 'a', use: { fields: ['nom'] } },
        { column: 'b', use: { fields: ['code_postal', 'commune'] } },
      ],
    });
    expect(await publish(id)).toMatchObject({ ok: true });
    expect(await names()).toEqual(['Espace Mimosa', 'Maison Lilas']);
  });

  test('published is the same as imported: the same file from the command line then changes nothing', async () => {
    const id = await hold(MIMOSA);
    await publish(id);
    const bytes = new TextEncoder().encode([HEADER, MIMOSA].join('\n'));
    const again = await importFile(
      { source: cardOf('lieux'), file: { fileName: 'lieux.csv', bytes }, author: 'test', mode: 'publish' },
      deps(),
    );
    expect(again).toMatchObject({ ok: true, value: { isUnchanged: true } });
    expect(await listSources(db)).toMatchObject([
      { records: 1, missing: 0, lastImportId: id, heldImportId: null },
    ]);
  });
});
