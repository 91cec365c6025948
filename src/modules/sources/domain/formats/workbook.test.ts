import { writeOds } from 'hucre/ods';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../../../../test/support/zip.ts';
import type { SourceRow } from '../table.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';
import { readWorkbook } from './workbook.ts';

const read = (bytes: Uint8Array, limits = {}) => readWorkbook(bytes, { ...DEFAULT_READ_LIMITS, ...limits });

async function table(bytes: Uint8Array) {
  const result = await read(bytes);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value;
}

const cellsOf = (rows: readonly SourceRow[]) => rows.map(({ cells }) => cells);

const HEADER = ['nom', 'commune', 'maj', 'places', 'ouvert'];
const ROWS: CellValue[][] = [
  HEADER,
  ['Espace A', 'Ville', new Date('2024-05-17T00:00:00Z'), 12.5, true],
  ['Espace & B', 'L’Île\nligne 2', null, 35600000063516, false],
];
const RECORDS = [
  { nom: 'Espace A', commune: 'Ville', maj: '2024-05-17', places: '12.5', ouvert: 'true' },
  { nom: 'Espace & B', commune: 'L’Île\nligne 2', maj: '', places: '35600000063516', ouvert: 'false' },
];

describe.each([
  ['xlsx', writeXlsx],
  ['ods', writeOds],
] as const)('%s', (format, write) => {
  test('texts, numbers, dates and booleans become texts', async () => {
    const {
      rows,
      columns,
      format: found,
    } = await table(await write({ sheets: [{ name: 'Lieux', rows: ROWS }] }));
    expect(cellsOf(rows)).toEqual(RECORDS);
    expect([found, columns]).toEqual([format, HEADER]);
  });

  test('titles and blank rows above the header are passed over, and rows keep their numbers', async () => {
    const rows = [['Liste des lieux 2024'], [], ...ROWS.slice(0, 2), [], ROWS[2]!];
    const read = await table(await write({ sheets: [{ name: 'Lieux', rows }] }));
    expect(cellsOf(read.rows)).toEqual(RECORDS);
    expect(read.rows.map(({ position }) => position)).toEqual([4, 6]);
    expect(read.notices).toEqual([{ kind: 'rows-above-header', detail: 'Liste des lieux 2024' }]);
  });

  test('the first sheet with data wins over a cover, and the others are said', async () => {
    const cover = {
      name: 'Lisez-moi',
      rows: [
        ['Contact', 'le service'],
        ['Date', 'mai'],
        ['Version', '2'],
      ],
    };
    const sheets = [
      cover,
      { name: 'Vide', rows: [] },
      { name: 'Nord', rows: ROWS },
      { name: 'Sud', rows: ROWS },
    ];
    const { rows, notices } = await table(await write({ sheets }));
    expect(cellsOf(rows)).toEqual(RECORDS);
    expect(notices).toEqual([
      { kind: 'skipped-sheet', detail: 'Lisez-moi (2)' },
      { kind: 'skipped-sheet', detail: 'Sud (2)' },
    ]);
  });

  test('an empty workbook and a workbook of notes are refused', async () => {
    expect(await read(await write({ sheets: [{ name: 'A', rows: [] }] }))).toEqual({
      ok: false,
      refusal: { kind: 'empty' },
    });
    const notes = await write({ sheets: [{ name: 'A', rows: [['Bonjour'], ['à tous']] }] });
    expect(await read(notes)).toEqual({ ok: false, refusal: { kind: 'no-table' } });
  });

  test('too many rows or columns are refused', async () => {
    const bytes = await write({ sheets: [{ name: 'A', rows: ROWS }] });
    expect(await read(bytes, { maxRows: 1 })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-rows', limit: 1 },
    });
    expect(await read(bytes, { maxColumns: 3 })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-columns', limit: 3 },
    });
  });

  test('a workbook cut short is refused', async () => {
    const bytes = await write({ sheets: [{ name: 'A', rows: ROWS }] });
    const result = await read(bytes.subarray(0, bytes.length - 30));
    expect(result).toEqual({ ok: false, refusal: { kind: 'truncated', detail: 'zip' } });
  });
});

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const ods = (tables: string, manifest = ''): Uint8Array =>
  makeZip([
    { name: 'mimetype', content: MIMETYPE },
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest>${manifest}</manifest:manifest>` },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);

const cell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (...texts: string[]): string => `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
const sheet = (rows: string): string => `<table:table table:name="Lieux">${rows}</table:table>`;

describe('OpenDocument as people and programs write it', () => {
  test('rows inside groups and repeated headings are read', async () => {
    const rows = `<table:table-header-rows>${row('nom', 'commune')}</table:table-header-rows><table:table-row-group>${row('A', 'Ville')}<table:table-row-group>${row('B', 'Ville')}</table:table-row-group></table:table-row-group>`;
    expect(cellsOf((await table(ods(sheet(rows)))).rows).map(({ nom }) => nom)).toEqual(['A', 'B']);
  });

  test('paragraphs, line breaks, tabs and runs of spaces are kept; comments are not values', async () => {
    const rich = `<table:table-cell office:value-type="string">
      <office:annotation><text:p>à vérifier</text:p></office:annotation>
      <text:p>Lundi<text:s text:c="2"/>9h</text:p> <text:p>Mardi<text:tab/><text:span>10h</text:span><text:line-break/>fin</text:p></table:table-cell>`;
    const rows = `${row('nom', 'horaires')}<table:table-row>${cell('A')}${rich}</table:table-row>`;
    expect(cellsOf((await table(ods(sheet(rows)))).rows)).toEqual([
      { nom: 'A', horaires: 'Lundi  9h\nMardi\t10h\nfin' },
    ]);
  });

  test('dates, hours and numbers keep their meaning, and the zeros of a postal code', async () => {
    const typed = `<table:table-cell office:value-type="date" office:date-value="2024-05-17"><text:p>17 mai</text:p></table:table-cell>
      <table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>09:30</text:p></table:table-cell>
      <table:table-cell office:value-type="float" office:value="1000"><text:p>01000</text:p></table:table-cell>
      <table:table-cell office:value-type="float" office:value="45.123456"><text:p>45,12</text:p></table:table-cell>`;
    const rows = `${row('date', 'heure', 'code_postal', 'lat')}<table:table-row>${typed}</table:table-row>`;
    expect(cellsOf((await table(ods(sheet(rows)))).rows)).toEqual([
      { date: '2024-05-17', heure: '09:30', code_postal: '01000', lat: '45.123456' },
    ]);
  });

  test('repeated cells and rows are repeated; the empty rest of the sheet is not', async () => {
    const rest = '<table:table-cell table:style-name="jaune" table:number-columns-repeated="16380"/>';
    const repeated = `<table:table-row table:number-rows-repeated="2">${cell('A')}<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>${rest}</table:table-row>`;
    const blank = `<table:table-row table:number-rows-repeated="1048000">${rest}</table:table-row>`;
    const { rows } = await table(
      ods(sheet(row('nom', 'a', 'b') + repeated + blank + row('B', 'y', 'z') + blank)),
    );
    expect(rows.map(({ position, cells }) => [position, cells.nom, cells.b])).toEqual([
      [2, 'A', 'x'],
      [3, 'A', 'x'],
      [1_048_004, 'B', 'z'],
    ]);
  });

  test('a few bytes that claim millions of cells are refused', async () => {
    const wide = `<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`;
    expect(await read(ods(sheet(row('nom', 'a') + wide)))).toEqual({
      ok: false,
      refusal: { kind: 'too-many-columns', limit: 1_000 },
    });
    const tall = `<table:table-row table:number-rows-repeated="999999999">${cell('x')}${cell('y')}</table:table-row>`;
    expect(await read(ods(sheet(row('nom', 'a') + tall)), { maxRows: 1_000 })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-rows', limit: 1_000 },
    });
  });

  test('an encrypted document is refused as such', async () => {
    const encrypted = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(await read(ods(sheet(row('nom', 'a')), encrypted))).toEqual({
      ok: false,
      refusal: { kind: 'encrypted' },
    });
  });
});

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook that Excel opens; style 1 is a date, style 2 an hour. Without data, the part of the sheet is missing. */
function xlsx(sheets: { name: string; data: string | null; state?: string }[]): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${NAMESPACE}/${type}" Target="${target}"/>`;
  const list = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${NAMESPACE}"><sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relations.join('')}${relation('rId99', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content:
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>',
    },
    ...sheets.flatMap(({ data }, index) =>
      data === null
        ? []
        : [
            {
              name: `xl/worksheets/sheet${index + 1}.xml`,
              content: `<worksheet><sheetData>${data}</sheetData></worksheet>`,
            },
          ],
    ),
  ]);
}

const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const styled = (reference: string, style: number, value: number): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const NAMES = `<row r="1">${text('A1', 'nom')}${text('B1', 'maj')}${text('C1', 'ouverture')}</row>`;

describe('Excel as people and programs write it', () => {
  test('dates, instants and hours are told apart', async () => {
    const data = `${NAMES}<row r="2">${text('A2', 'A')}${styled('B2', 1, 45429)}${styled('C2', 2, 0.375)}</row><row r="3">${text('A3', 'B')}${styled('B3', 1, 45429.5)}</row>`;
    expect(cellsOf((await table(xlsx([{ name: 'A', data }]))).rows)).toEqual([
      { nom: 'A', maj: '2024-05-17', ouverture: '09:00' },
      { nom: 'B', maj: '2024-05-17T12:00:00', ouverture: '' },
    ]);
  });

  test('a hidden sheet is read only when nothing else can be', async () => {
    const old = `${NAMES}<row r="2">${text('A2', 'ancien')}</row>`;
    const current = `${NAMES}<row r="2">${text('A2', 'actuel')}</row>`;
    const hidden = { name: 'Ancien', data: old, state: 'hidden' };
    expect(cellsOf((await table(xlsx([hidden, { name: 'Actuel', data: current }]))).rows)[0]!.nom).toBe(
      'actuel',
    );
    expect(cellsOf((await table(xlsx([hidden]))).rows)[0]!.nom).toBe('ancien');
  });

  test('a sheet that cannot be read does not hide the others', async () => {
    const broken = { name: 'Graphique', data: null };
    const { rows, notices } = await table(
      xlsx([broken, { name: 'Lieux', data: `${NAMES}<row r="2">${text('A2', 'A')}</row>` }]),
    );
    expect(rows.length).toBe(1);
    expect(notices).toEqual([{ kind: 'skipped-sheet', detail: 'Graphique' }]);
    expect(await read(xlsx([broken]))).toEqual({
      ok: false,
      refusal: { kind: 'malformed', detail: 'Graphique' },
    });
  });

  test('a cell in the last corner of the sheet does not fill the memory', async () => {
    const corner = `${NAMES}<row r="1048576">${text('XFD1048576', 'x')}</row>`;
    expect(await read(xlsx([{ name: 'A', data: corner }]))).toEqual({
      ok: false,
      refusal: { kind: 'too-many-columns', limit: 1_000 },
    });
  });
});

test('a binary workbook and an archive of something else are refused', async () => {
  expect(await read(makeZip([{ name: 'xl/workbook.bin', content: 'x' }]))).toEqual({
    ok: false,
    refusal: { kind: 'legacy-spreadsheet' },
  });
  expect(await read(makeZip([{ name: 'word/document.xml', content: '<x/>' }]))).toEqual({
    ok: false,
    refusal: { kind: 'binary' },
  });
});
