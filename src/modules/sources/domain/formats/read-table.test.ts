import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { ReadRefusal } from '../table.ts';
import { readTable } from './read-table.ts';
import { refusalWording } from './wording.ts';

const bytesOf = (content: string | readonly number[]): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);

async function refusal(content: string | readonly number[], limits = {}): Promise<ReadRefusal | null> {
  const table = await readTable(bytesOf(content), { limits });
  return table.ok ? null : table.refusal;
}

async function table(content: string | object) {
  const read = await readTable(bytesOf(typeof content === 'string' ? content : JSON.stringify(content)));
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return read.value;
}

const PLACE = { id: 7, nom: 'Espace A', commune: 'Ville', adresse: '1 rue Fictive' };
const OTHER = { id: 8, nom: 'Espace B', commune: 'Ville', adresse: '2 rue Fictive' };

test('a list of objects is a table, whatever keys each one has', async () => {
  const { format, columns, rows } = await table([
    { nom: 'A', tel: 1 },
    { nom: 'B', mail: null },
  ]);
  expect([format, columns]).toEqual(['json', ['nom', 'tel', 'mail']]);
  expect(rows).toEqual([
    { position: 1, cells: { nom: 'A', tel: '1', mail: '' }, raw: { nom: 'A', tel: 1 } },
    { position: 2, cells: { nom: 'B', tel: '', mail: '' }, raw: { nom: 'B', mail: null } },
  ]);
});

test.each([
  ['values', { values: [PLACE, OTHER] }],
  ['data', { licence: 'libre', ontology: 'x', data: [PLACE, OTHER] }],
  ['results', { total_count: 2, results: [PLACE, OTHER] }],
  [
    'records',
    { nhits: 2, parameters: { rows: 10, start: 0 }, records: [{ fields: PLACE }, { fields: OTHER }] },
  ],
  ['result.records', { help: 'x', success: true, result: { records: [PLACE, OTHER] } }],
])('the list is found under « %s »', async (path, document) => {
  const { rows, notices } = await table(document);
  expect(rows.length).toBe(2);
  expect(notices).toEqual([{ kind: 'inner-list', detail: path }]);
});

test('records under `fields` have dotted columns', async () => {
  const { columns } = await table({ records: [{ recordid: 'x', fields: PLACE }] });
  expect(columns).toEqual(['recordid', 'fields.id', 'fields.nom', 'fields.commune', 'fields.adresse']);
});

test('records given under their identifiers keep them in a column', async () => {
  const { rows } = await table({ 'espace-a': PLACE, 'espace-b': OTHER });
  expect(rows.map(({ cells }) => [cells.clé, cells.nom])).toEqual([
    ['espace-a', 'Espace A'],
    ['espace-b', 'Espace B'],
  ]);
});

test('one page of a longer list is said', async () => {
  const { notices } = await table({ total_count: 250, results: [PLACE, OTHER] });
  expect(notices).toContainEqual({ kind: 'partial-list', detail: '2/250' });
});

test('another list of records is said', async () => {
  const { rows, notices } = await table({
    lieux: [PLACE, OTHER, PLACE, OTHER, PLACE],
    anciens: [{ ...PLACE, contacts: [OTHER] }],
  });
  expect(rows.length).toBe(5);
  expect(notices).toEqual([
    { kind: 'inner-list', detail: 'lieux' },
    { kind: 'skipped-list', detail: 'anciens (1)' },
  ]);
});

test('a settings file is not a list of places, even when it holds lists', async () => {
  const settings = {
    nom: { colonne: 'Nom' },
    commune: { colonne: 'Ville' },
    services: Array.from({ length: 9 }, (_, index) => ({
      colonnes: ['a', 'b', 'c'],
      termes: ['x', 'y'],
      cible: `s${index}`,
    })),
  };
  for (const document of [
    settings,
    { name: 'maillon', version: '1', scripts: { start: 'x', test: 'y' } },
    {},
    12,
    'a',
    null,
  ]) {
    const text = JSON.stringify(document);
    if (/^[{[]/.test(text)) expect(await refusal(text)).toEqual({ kind: 'no-table' });
  }
});

test('items that are not records are counted, not lost in silence', async () => {
  const { rows, notices } = await table([PLACE, null, 'x', [1], {}, OTHER]);
  expect(rows.map(({ position }) => position)).toEqual([1, 6]);
  expect(notices).toEqual([{ kind: 'skipped-item', detail: '2, 3, 4' }]);
});

test('GeoJSON gives properties and a point', async () => {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [4.85, 45.75] },
    properties: { nom: 'A' },
  };
  const cells = { 'geometry.lon': '4.85', 'geometry.lat': '45.75', 'properties.nom': 'A' };
  for (const document of [{ type: 'FeatureCollection', features: [feature] }, feature, [feature]]) {
    expect(await table(document)).toMatchObject({
      format: 'geojson',
      rows: [{ cells, raw: feature }],
      notices: [],
    });
  }
});

test('one document per line is a table', async () => {
  const { format, rows } = await table(`${JSON.stringify(PLACE)}\n\n${JSON.stringify(OTHER)}\n`);
  expect([format, rows.map(({ position }) => position)]).toEqual(['ndjson', [1, 3]]);
});

test('lists of lists are a table whose first list names the columns', async () => {
  const { rows } = await table([
    ['nom', 'commune'],
    ['A', 'Ville'],
    ['B', null],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    { nom: 'A', commune: 'Ville' },
    { nom: 'B', commune: '' },
  ]);
});

test('services of data·inclusion are put under their structure', async () => {
  const structure = {
    source: 's',
    id: 'a',
    nom: 'A',
    date_maj: '2024-01-01',
    reseaux_porteurs: ['ccas-cias'],
  };
  const service = (id: string, structure_id: string, thematiques: string[]) => ({
    source: 's',
    structure_id,
    id,
    thematiques,
  });
  const document = {
    structures: [structure, { ...structure, id: 'b', nom: 'B' }],
    services: [service('1', 'a', ['x', 'y']), service('2', 'a', ['y', 'z']), service('3', 'absente', ['x'])],
  };
  const { format, rows, notices } = await table(document);
  expect(format).toBe('data-inclusion-v1');
  expect(rows.map(({ cells }) => [cells.nom, cells['services.id'], cells['services.thematiques']])).toEqual([
    ['A', '1|2', 'x|y|z'],
    ['B', '', ''],
  ]);
  expect(rows[0]!.raw).toEqual({ ...structure, services: document.services.slice(0, 2) });
  expect(notices).toEqual([{ kind: 'orphan-service', detail: '1' }]);
});

test('a spreadsheet in the national standard is recognised as such', async () => {
  const header = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj', 'courriels'];
  const bytes = await writeXlsx({
    sheets: [{ name: 'Lieux', rows: [header, header.map((name) => `${name} 1`)] }],
  });
  const read = await readTable(bytes);
  expect(read.ok && read.value.format).toBe('standard-v1');
});

test('the encoding is said with the other notices', async () => {
  const read = await readTable(
    Uint8Array.from('nom|ville\nCaf\u00e9|Gu\u00e9ret', (letter) => letter.charCodeAt(0)),
  );
  expect(read.ok && read.value.rows[0]!.cells).toEqual({ nom: 'Café', ville: 'Guéret' });
  expect(read.ok && read.value.notices.map(({ kind }) => kind)).toEqual(['encoding', 'delimiter']);
});

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16Name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

test.each<[string, string | number[], ReadRefusal]>([
  ['no byte', '', { kind: 'empty' }],
  ['blank lines', ' \n\t\n', { kind: 'empty' }],
  ['an empty list', '[]', { kind: 'empty' }],
  ['a list of empty objects', '[{},{"a":""}]', { kind: 'empty' }],
  ['a list of texts', '["a","b"]', { kind: 'no-table' }],
  ['a web page', '\n<!DOCTYPE html>\n<html><body>Connexion</body></html>', { kind: 'html' }],
  ['a web page without declaration', '<head><title>Erreur</title></head>', { kind: 'html' }],
  ['XML', '<?xml version="1.0"?><lieux><lieu/></lieux>', { kind: 'no-table' }],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], { kind: 'binary' }],
  ['a PDF', '%PDF-1.7\nnom;commune\nA;Ville', { kind: 'binary' }],
  ['a program', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0], { kind: 'binary' }],
  ['a compressed file', [0x1f, 0x8b, 8, 0], { kind: 'binary' }],
  ['an old spreadsheet', [...OLE, 0, 0, 0], { kind: 'legacy-spreadsheet' }],
  ['a spreadsheet with a password', [...OLE, 0, 0, ...utf16Name], { kind: 'encrypted' }],
  ['a JSON cut short', '[{"nom":"A"},{"no', { kind: 'truncated', detail: '1:18', character: 18 }],
  ['a JSON too deep', `[{"a":${'['.repeat(99)}${']'.repeat(99)}}]`, { kind: 'malformed', detail: '1' }],
  ['a sentence', 'Fichier introuvable', { kind: 'no-table' }],
])('%s is refused for what it is', async (_name, content, expected) => {
  expect(await refusal(content)).toEqual(expected);
});

test('a file, a line or a list past the limits is refused', async () => {
  expect(await refusal('nom;commune\nA;Ville', { maxBytes: 5 })).toEqual({
    kind: 'too-large',
    limitBytes: 5,
  });
  expect(await refusal('x'.repeat(99), { maxLineBytes: 50 })).toEqual({
    kind: 'line-too-long',
    position: 1,
    limitBytes: 50,
  });
  const records = JSON.stringify(Array(9).fill(PLACE));
  expect(await refusal(records, { maxRows: 5 })).toEqual({ kind: 'too-many-rows', limit: 5 });
  expect(await refusal(records, { maxColumns: 3 })).toEqual({ kind: 'too-many-columns', limit: 3 });
  expect(await refusal(records, { maxCells: 20 })).toEqual({ kind: 'too-many-rows', limit: 5 });
  expect(await refusal(records, { maxLineBytes: 20 })).toEqual({
    kind: 'line-too-long',
    position: 1,
    limitBytes: 20,
  });
});

test('a million rows are read', async () => {
  const rows = 1_000_000;
  const read = await readTable(bytesOf(`nom;commune\n${'Lieu;Ville\n'.repeat(rows)}`));
  expect(read.ok && [read.value.rows.length, read.value.rows.at(-1)!.position]).toEqual([rows, rows + 1]);
});

test('a line without end is refused at once', async () => {
  expect(await refusal('a'.repeat(60_000_000))).toEqual({
    kind: 'line-too-long',
    position: 1,
    limitBytes: 5_242_880,
  });
});

test('every refusal can be said to a person, in French and in English', async () => {
  const refused = await Promise.all(['', '[{"a":', '<html>', 'x'].map((content) => refusal(content)));
  for (const reason of refused) {
    const { fr, en } = refusalWording(reason!);
    expect(fr).toMatch(/^[A-ZÀÉL].*\.$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
  expect(refusalWording({ kind: 'truncated', detail: '1:7', character: 7 }).fr).toBe(
    'Le fichier est incomplet : il s’arrête trop tôt (ligne 1, colonne 7, caractère 7).',
  );
});
