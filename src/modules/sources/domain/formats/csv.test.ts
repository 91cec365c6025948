import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';

const read = (text: string, limits = {}) => readCsv(text, { ...DEFAULT_READ_LIMITS, ...limits });

function table(text: string) {
  const result = read(text);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value;
}

const cells = (text: string) => table(text).rows.map((row) => row.cells);
const notices = (text: string) => table(text).notices;

const LINES = ['nom;commune;adresse', 'Espace A;Ville;1, rue X', 'Espace B;Ville;2, rue Y'];
const RECORDS = [
  { nom: 'Espace A', commune: 'Ville', adresse: '1, rue X' },
  { nom: 'Espace B', commune: 'Ville', adresse: '2, rue Y' },
];

test('semicolons, commas, tabs and bars are recognised', () => {
  expect(cells(LINES.join('\n'))).toEqual(RECORDS);
  for (const delimiter of ['\t', '|'])
    expect(cells(LINES.join('\n').replaceAll(';', delimiter))).toEqual(RECORDS);
  expect(cells('nom,commune,services\nA,Ville,x;y;z\nB,Ville,x;y;z')).toEqual([
    { nom: 'A', commune: 'Ville', services: 'x;y;z' },
    { nom: 'B', commune: 'Ville', services: 'x;y;z' },
  ]);
});

test('any ending of lines will do, even mixed', () => {
  for (const end of ['\r\n', '\r']) expect(cells(LINES.join(end))).toEqual(RECORDS);
  expect(cells(`${LINES[0]}\r\n${LINES[1]}\n${LINES[2]}\r\n`)).toEqual(RECORDS);
});

test('the separator that Excel declares is obeyed, and lines keep their numbers', () => {
  const { rows } = table(`sep=;\nnom;commune\nA, B, C;Ville`);
  expect(rows).toMatchObject([{ position: 3, cells: { nom: 'A, B, C', commune: 'Ville' } }]);
});

test('quoted cells hold delimiters, quotes and line breaks', () => {
  expect(cells('nom;horaires\n"Chez ""Paul""";"Lundi ; mardi\nMercredi"\n  "B"  ; "x"')).toEqual([
    { nom: 'Chez "Paul"', horaires: 'Lundi ; mardi\nMercredi' },
    { nom: 'B', horaires: 'x' },
  ]);
});

test('rows are numbered by the line on which they start', () => {
  const { rows } = table('nom;horaires\nA;"1\n2\n3"\n\nB;x');
  expect(rows.map(({ position }) => position)).toEqual([2, 6]);
});

test('blank lines are skipped', () => {
  expect(cells('\n\nnom;commune\n\nA;Ville\n;\n  ;  \nB;Ville\n\n')).toEqual([
    { nom: 'A', commune: 'Ville' },
    { nom: 'B', commune: 'Ville' },
  ]);
});

test('a quote that opens a cell by mistake does not swallow the lines that follow', () => {
  const text = 'nom;commune\n"Le Lab" de Paul;Ville\n"B";"Ville"\n"C;Ville\nD;Ville';
  expect(cells(text).map(({ nom }) => nom)).toEqual(['"Le Lab" de Paul', 'B', '"C', 'D']);
  expect(notices(text)).toEqual([{ kind: 'stray-quote', detail: '2, 4' }]);
});

test('quotes that were not doubled inside a quoted cell stay in it', () => {
  const text = 'nom;commune\n"Chez "Paul" café";"Ville"\n"B";"Ville"';
  expect(cells(text)[0]).toEqual({ nom: 'Chez "Paul" café', commune: 'Ville' });
  expect(notices(text)).toEqual([{ kind: 'stray-quote', detail: '2' }]);
});

test('a quote in the middle of a cell is an ordinary character', () => {
  expect(cells('nom;taille\nÉcran 12";5"\nB;x')[0]).toEqual({ nom: 'Écran 12"', taille: '5"' });
});

test('a file cut inside a quoted cell is refused, with the line where the cell opens', () => {
  const refusal = { kind: 'truncated', detail: '3:1' };
  expect(read('nom;horaires\nA;"Lundi\nmardi;"\nB;"Lundi\nmardi')).toEqual({
    ok: false,
    refusal: { ...refusal, detail: '4:1' },
  });
  expect(read('nom;horaires;commune\nA;x;Ville\nB;"Lun')).toEqual({ ok: false, refusal });
});

test('titles above the header are said, not read', () => {
  const text =
    'Liste des lieux;;;\nMise à jour : mai;;;\n;;;\nnom;commune;adresse;téléphone\nA;Ville;1 rue;\nB;Ville;2 rue;';
  expect(cells(text).map(({ nom }) => nom)).toEqual(['A', 'B']);
  expect(notices(text)).toEqual([
    { kind: 'rows-above-header', detail: 'Liste des lieux\nMise à jour : mai' },
  ]);
});

test('a file without a header loses no row', () => {
  const text = 'A;69003;a@exemple.fr\nB;69004;b@exemple.fr';
  expect(cells(text)).toEqual([
    { 'colonne 1': 'A', 'colonne 2': '69003', 'colonne 3': 'a@exemple.fr' },
    { 'colonne 1': 'B', 'colonne 2': '69004', 'colonne 3': 'b@exemple.fr' },
  ]);
  expect(notices(text).map(({ kind }) => kind)).toEqual(['no-header', 'unnamed-column']);
});

test('columns with the same name are told apart', () => {
  const text = 'nom;nom;nom (2);nom\na;b;c;d';
  expect(cells(text)).toEqual([{ nom: 'a', 'nom (2)': 'b', 'nom (2) (2)': 'c', 'nom (3)': 'd' }]);
  expect(notices(text)).toEqual([{ kind: 'duplicate-header', detail: 'nom (2), nom (2) (2), nom (3)' }]);
});

test('a column without a name is kept when it holds something', () => {
  expect(table('nom;;commune;\nA;x;Ville;\nB;;Ville;').columns).toEqual(['nom', 'colonne 2', 'commune']);
  expect(cells('nom;;commune;\nA;x;Ville;\nB;;Ville;')[1]).toEqual({
    nom: 'B',
    'colonne 2': '',
    commune: 'Ville',
  });
});

test('cells beyond the header are kept in the raw record', () => {
  const text = 'nom;commune\nA;Ville;x;y\nB;Ville\nC\nD;Ville\nE;Ville;;';
  expect(table(text).rows[0]!.raw).toEqual({ nom: 'A', commune: 'Ville', extraCells: ['x', 'y'] });
  expect(cells(text)[2]).toEqual({ nom: 'C', commune: '' });
  expect(notices(text)).toEqual([{ kind: 'ragged-row', detail: '2, 4' }]);
});

test('a column called __proto__ is only a column', () => {
  expect(cells('nom;__proto__\nA;x')).toEqual([{ nom: 'A', _proto_: 'x' }]);
});

test('prose is not a table, nor a single column unless its name says so', () => {
  const prose = 'Bonjour à toutes et à tous.\n\nVoici, comme promis, la liste.\nCordialement, le service';
  expect(read(prose)).toEqual({ ok: false, refusal: { kind: 'no-table' } });
  expect(read('nom\nA\nB')).toEqual({ ok: false, refusal: { kind: 'no-table' } });
  const named = readCsv('nom\nA\nB', DEFAULT_READ_LIMITS, { isNamedCsv: true });
  expect(named.ok && named.value.rows.map((row) => row.cells)).toEqual([{ nom: 'A' }, { nom: 'B' }]);
});

test('a header without rows is an empty file', () => {
  expect(read('nom;commune\n')).toEqual({ ok: false, refusal: { kind: 'empty' } });
});

test('what exceeds the limits is refused before it exhausts the machine', () => {
  const limits = { maxRows: 5, maxColumns: 4, maxLineBytes: 50, maxCells: 12 };
  const refusal = (text: string) => {
    const result = read(text, limits);
    return result.ok ? null : result.refusal;
  };
  expect(refusal(`a;b\n${'x;y\n'.repeat(9)}`)).toEqual({ kind: 'too-many-rows', limit: 5 });
  expect(refusal('\n'.repeat(99))).toEqual({ kind: 'too-many-rows', limit: 5 });
  expect(refusal('a;b;c;d;e\n1;2;3;4;5')).toEqual({ kind: 'too-many-columns', limit: 4 });
  expect(refusal(`a;b\n${'x'.repeat(99)};y`)).toEqual({ kind: 'line-too-long', position: 2, limitBytes: 50 });
});

test('whatever a serious writer produces is read back the same', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ';', ',', '"', '\n', '|', '0'),
    maxLength: 8,
  });
  const filled = cell.map((text) => `x${text}`);
  const rows = fc.array(fc.tuple(filled, cell, cell), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom(';', ',', '\t'), (data, delimiter) => {
      const text = Papa.unparse({ fields: ['nom', 'commune', 'adresse'], data }, { delimiter, quotes: true });
      const expected = data.map(([nom, commune, adresse]) => ({ nom, commune, adresse }));
      expect(cells(text)).toEqual(expected);
    }),
  );
});
