import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCatalogue } from '../../../test/support/catalogue.ts';
import { FICTITIOUS_COMMUNES, fictitiousPlace } from '../../../test/support/open-data.ts';
import { EXIT, parseArguments, type Terminal } from '../../platform/cli.ts';
import { Stop } from '../../platform/stop.ts';
import { exportCommand } from './cli.ts';

const CATALOGUE = aCatalogue([
  fictitiousPlace({ name: 'Lieu entier', phones: ['+33199000001', '+33199000002'] }, { id: 'a' }),
  fictitiousPlace({ name: 'Lieu sans adresse', address: undefined }, { id: 'b' }),
]);

let folder = '';
let printed: string[] = [];
let noted: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillon-export-'));
  printed = [];
  noted = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function runExport(...args: string[]) {
  const terminal: Terminal = {
    lang: 'fr',
    folder,
    print: (line) => printed.push(line),
    note: (line) => noted.push(line),
    isInteractive: false,
    input: Readable.from([]),
  };
  const parsed = parseArguments(args, exportCommand.options);
  if (!parsed.ok) throw new Error(`arguments refused: ${parsed.refusal.argument}`);
  return exportCommand.run(
    { ...parsed.value, terminal },
    {
      config: { publicUrl: undefined },
      catalogue: async () => CATALOGUE,
      communes: async () => FICTITIOUS_COMMUNES,
    },
  );
}

test('the standard JSON is one array on the output, and nothing else is there', async () => {
  expect(await runExport('--format', 'standard-json')).toBe(EXIT.done);
  const records = JSON.parse(printed.join('\n'));
  expect(records.map(({ nom }: { nom: string }) => nom)).toEqual(['Lieu entier']);
});

test('what was left out and lost is said in plain French beside the result', async () => {
  await runExport('--format', 'standard-json');
  const said = noted.join('\n');
  expect(said).toContain('Lieux exportés : 1 sur 2.');
  expect(said).toContain('- Lieux sans adresse : 1.');
  expect(said).toContain('téléphone (1)');
});

test('with --out the file holds the result, the output nothing, and no draft stays behind', async () => {
  await runExport('--format', 'standard-csv', '--out', 'lieux.csv');
  expect(printed).toEqual([]);
  expect(readFileSync(join(folder, 'lieux.csv'), 'utf8')).toMatch(
    /^id,pivot,nom,[\s\S]*\r\na,0+,Lieu entier,/,
  );
  expect(existsSync(join(folder, 'lieux.csv.part'))).toBe(false);
});

test('the CSV on the output keeps its line ends', async () => {
  await runExport('--format', 'standard-csv');
  expect(`${printed.join('\n')}\n`).toMatch(/prise_rdv\r\na,.*\r\n$/);
});

test('--report writes the losses for a program', async () => {
  await runExport('--format', 'geojson', '--out', 'l.geojson', '--report', 'pertes.json');
  expect(JSON.parse(readFileSync(join(folder, 'pertes.json'), 'utf8'))).toMatchObject({
    format: 'geojson',
    places: 2,
    exported: 1,
    leftOut: { adresse: 1 },
    droppedValues: { telephone: 1 },
  });
});

test.each([
  [[], /--format/],
  [['--format', 'xml'], /« xml » n’existe pas/],
  [['--format', 'ndjson', 'lieux.json'], /--out/],
  [['--format', 'ndjson', '--out', 'absent/lieux.json'], /absent\/lieux\.json/],
])('export %j is refused with one sentence and exit code 2', async (args, sentence) => {
  const stop = await runExport(...args).catch((error: unknown) => error);
  expect(stop).toBeInstanceOf(Stop);
  expect(stop).toMatchObject({ exitCode: EXIT.usage, message: expect.stringMatching(sentence) });
});
