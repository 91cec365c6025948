import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from './project.ts';

const FILES = ['metropole-lieux-numeriques.csv', 'hub-reseau.geojson', 'departement-annuaire.xlsx'];

/** Ranges that ARCEP keeps for works of fiction (decision 2018-0881), without their first zero. */
const FICTION = /^(1 ?99 ?00|2 ?61 ?91|3 ?53 ?01|4 ?65 ?71|5 ?36 ?49|6 ?39 ?98)/;
const RESERVED_DOMAIN = /(^|[.])(example|example[.](org|com|net))$/;

const SIRET = /(?<!\d)\d{3} ?\d{3} ?\d{3} ?\d{5}(?!\d)/g;

interface Verdict {
  pattern: number;
  verdict: 'same' | 'linked' | 'distinct';
  pairs: [string, string][];
}

const windows1252 = (path: string): string => new TextDecoder('windows-1252').decode(readFileSync(path));
const cellsOfSheet = async (path: string) =>
  (await readXlsx(new Uint8Array(readFileSync(path)))).sheets[0]!.rows.map((row) => row.map(String));

describe('the demonstration files', () => {
  const demo = join(PROJECT, 'demo');
  let metropole: string[][] = [];
  let hub: { properties: Record<string, unknown> & { identifiant: string } }[] = [];
  let departement: string[][] = [];

  beforeAll(async () => {
    metropole = Papa.parse<string[]>(windows1252(join(demo, FILES[0]!)), {
      delimiter: ';',
      skipEmptyLines: true,
    }).data;
    hub = JSON.parse(readFileSync(join(demo, FILES[1]!), 'utf8')).features;
    departement = await cellsOfSheet(join(demo, FILES[2]!));
  });

  const identifiers = () => [
    ...metropole.slice(1).map(([id]) => id!),
    ...hub.map(({ properties }) => properties.identifiant),
    ...departement.slice(4).map(([id]) => id!),
  ];
  const allTexts = () => [...metropole.flat(), JSON.stringify(hub), ...departement.flat()];

  test('hold 183 records, each with an identifier of its own', () => {
    expect([metropole.length - 1, hub.length, departement.length - 4]).toEqual([79, 57, 47]);
    expect(new Set(identifiers()).size).toBe(183);
  });

  test('say on every record that they are fictitious', () => {
    const sources = [
      ...metropole.slice(1).map((row) => row.at(-1)),
      ...hub.map(({ properties }) => properties.source),
      ...departement.slice(4).map((row) => row.at(-1)),
    ];
    expect(sources.filter((source) => !/fictives/.test(String(source)))).toEqual([]);
  });

  test('hold no telephone number that could be someone’s', () => {
    const numbers = allTexts().flatMap((text) =>
      [...text.replace(SIRET, '').matchAll(/(?:(?:\+33 ?|\(?0\)?))([1-9](?:[ .-]?\d{2}){4})(?!\d)/g)].map(
        ([, digits]) => digits!,
      ),
    );
    // A spreadsheet may have dropped the first zero.
    const bare = departement
      .slice(4)
      .map((row) => row[8]!)
      .filter((cell) => /^\d{9}$/.test(cell));
    expect(numbers.length).toBeGreaterThan(150);
    expect(bare.length).toBeGreaterThan(5);
    expect([...numbers, ...bare].filter((digits) => !FICTION.test(digits.replace(/[ .-]/g, '')))).toEqual([]);
  });

  test('hold no e-mail or web address that could lead anywhere', () => {
    const domains = allTexts().flatMap((text) =>
      [...text.matchAll(/(?:@|https?:\/\/|www[.])([\w.-]+)/gi)].map(([, domain]) => domain!.toLowerCase()),
    );
    expect(domains.length).toBeGreaterThan(300);
    expect(domains.filter((domain) => !RESERVED_DOMAIN.test(domain))).toEqual([]);
  });

  test('hold no SIRET that could be an establishment’s', () => {
    const sirets = allTexts().flatMap((text) => text.match(SIRET) ?? []);
    expect(sirets.length).toBeGreaterThan(150);
    expect(sirets.filter((siret) => !siret.startsWith('000'))).toEqual([]);
  });

  describe('and the duplicates planted in them', () => {
    const verdicts = JSON.parse(
      readFileSync(join(PROJECT, 'test/support/demo-verdicts.json'), 'utf8'),
    ) as Verdict[];

    test('show the fourteen patterns', () => {
      expect(verdicts.map(({ pattern }) => pattern)).toEqual(
        Array.from({ length: 14 }, (_, rank) => rank + 1),
      );
      expect(verdicts.filter(({ pairs }) => pairs.length === 0)).toEqual([]);
    });

    test('name records that exist', () => {
      expect(identifiers()).toEqual(expect.arrayContaining(verdicts.flatMap(({ pairs }) => pairs.flat())));
    });

    test('are all listed in the README', () => {
      const readme = readFileSync(join(demo, 'README.md'), 'utf8');
      const missing = verdicts.filter(
        ({ pattern, verdict, pairs }) =>
          !readme.includes(`| ${verdict} | ${pairs[0]![0]} – ${pairs[0]![1]}`) ||
          !readme.includes(`| ${pattern} |`),
      );
      expect(missing).toEqual([]);
    });
  });

  describe('written again', () => {
    let again = '';
    beforeAll(() => {
      again = mkdtempSync(join(tmpdir(), 'maillon-demo-'));
      const args = ['scripts/make-demo.mjs', '--out', again, '--verdicts', join(again, 'demo-verdicts.json')];
      execFileSync(process.execPath, args, { cwd: PROJECT, stdio: 'pipe' });
    });
    afterAll(() => rmSync(again, { recursive: true, force: true }));

    test.each(FILES.slice(0, 2))('%s is the same to the byte', (file) => {
      expect(readFileSync(join(again, file)).equals(readFileSync(join(demo, file)))).toBe(true);
    });

    test('the workbook has the same cells, and the verdicts are the same', async () => {
      expect(await cellsOfSheet(join(again, FILES[2]!))).toEqual(departement);
      const kept = readFileSync(join(PROJECT, 'test/support/demo-verdicts.json'), 'utf8');
      expect(readFileSync(join(again, 'demo-verdicts.json'), 'utf8')).toBe(kept);
    });
  });
});
