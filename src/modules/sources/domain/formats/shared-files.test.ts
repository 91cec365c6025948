import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../../test/support/shared-data.ts';
import { readTable } from './read-table.ts';

interface SharedFile {
  path: string;
  bytes: Uint8Array;
}

function sharedFiles(isWanted: (fileName: string) => boolean): SharedFile[] {
  const folder = sharedPath('places');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.](csv|json)$/.test(path) && isWanted(path))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(`${folder}/${path}`)) }));
}

const isMapping = (path: string): boolean => path.endsWith('reference-mapping.json');

/** Records and their keys, by other means than ours. */
function independentReading({ path, bytes }: SharedFile): {
  records: Record<string, unknown>[];
  columns: string[];
} {
  const text = new TextDecoder().decode(bytes);
  if (path.endsWith('.json')) {
    const records = JSON.parse(text) as Record<string, unknown>[];
    return { records, columns: [...new Set(records.flatMap((record) => Object.keys(record)))] };
  }
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  return { records: data, columns: meta.fields! };
}

describeWithSharedData('real files of public sources', () => {
  const files = sharedFiles((path) => !isMapping(path));

  test('the 22 sources, and the older standard file of one of them, are here', () => {
    expect(files.length).toBe(23);
  });

  test.each(files)('$path gives all its records, in order, each with its texts', async (file) => {
    const table = await readTable(file.bytes);
    const { records, columns } = independentReading(file);
    if (!table.ok) throw new Error(`refused: ${table.refusal.kind}`);
    expect(table.value.rows.length).toBe(records.length);
    expect(table.value.rows.map(({ raw }) => JSON.stringify(raw))).toEqual(
      records.map((record) => JSON.stringify(record)),
    );
    const flat = columns.filter((name) => !records.some((record) => isNested(record[name])));
    const differences = table.value.rows.flatMap(({ cells }, index) =>
      flat.filter((name) => cells[name] !== asText(records[index]![name])).map((name) => `${index} ${name}`),
    );
    expect(differences).toEqual([]);
    expect(flat.filter((name) => !table.value.columns.includes(name))).toEqual([]);
  });

  test.each(files)('$path is read without any decision to report', async ({ bytes }) => {
    const table = await readTable(bytes);
    expect(table.ok && table.value.notices).toEqual([]);
  });

  test('the published vocabulary of a file is recognised by its columns', async () => {
    const formats = await Promise.all(
      files.map(async ({ path, bytes }) => {
        const table = await readTable(bytes);
        return [path, table.ok && table.value.format];
      }),
    );
    expect(formats.filter(([, format]) => format !== 'csv' && format !== 'json')).toEqual([
      ['data-inclusion/data-inclusion.json', 'standard-v0'],
      ['hinaura/expected-standardised.json', 'standard-v0'],
      ['le-havre/le-havre.json', 'standard-v0'],
    ]);
  });

  test.each(sharedFiles(isMapping))('$path is not a list of places', async ({ bytes }) => {
    expect(await readTable(bytes)).toEqual({ ok: false, refusal: { kind: 'no-table' } });
  });

  test('the official example of the national standard is recognised', async () => {
    const table = await readTable(new Uint8Array(readFileSync(sharedPath('standard/valid-example.csv'))));
    expect(table.ok && [table.value.format, table.value.rows.length]).toEqual(['standard-v1', 1]);
  });

  test('contours of communes become points in their middle', async () => {
    const table = await readTable(
      new Uint8Array(readFileSync(sharedPath('communes/communes-23-creuse.geojson'))),
    );
    if (!table.ok) throw new Error(table.refusal.kind);
    const gueret = table.value.rows.find(({ cells }) => cells['properties.nom'] === 'Guéret')!;
    expect(Number(gueret.cells['geometry.lon'])).toBeCloseTo(1.87, 1);
    expect(Number(gueret.cells['geometry.lat'])).toBeCloseTo(46.17, 1);
  });
});

const isNested = (value: unknown): boolean => value !== null && typeof value === 'object';

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
