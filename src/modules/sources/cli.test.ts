import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../test/support/communes.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { EXIT } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import type { Database } from '../../platform/db/database.ts';
import { createHttpClient } from '../../platform/http-client.ts';
import { createLogger } from '../../platform/log.ts';
import { findProjectFolder } from '../../platform/project-folder.ts';
import { loadCommunes } from './actions/load-communes.ts';
import { commands } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillon-sources-'));
const write = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return name;
};

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Runs a command as a terminal would; a world without a database when none is to be opened. */
async function run(
  name: string,
  input: { words?: string[]; from?: string; json?: boolean; isOffline?: boolean },
) {
  const printed: string[] = [];
  const terminal = {
    lang: 'fr' as const,
    folder,
    print: (line: string) => printed.push(line),
    note: () => undefined,
    isInteractive: false,
    input: Readable.from([]),
  };
  const context = {
    db,
    clock: () => new Date('2026-11-24T10:00:00Z'),
    http: createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 }),
    log: createLogger('silent'),
    randomBytes: (count: number) => new Uint8Array(count),
    config: { geoApiUrl: 'http://127.0.0.1:9' } as Context['config'],
  };
  const world = {
    communes: async () => SMALL_REFERENCE,
    openContext: () =>
      input.isOffline ? Promise.reject(new Error('no database here')) : Promise.resolve(context),
  };
  const code = await commands
    .find((command) => command.name === name)!
    .run(
      {
        words: input.words ?? [],
        flags: new Set(input.json ? ['json'] : []),
        texts: new Map(input.from ? [['from', input.from]] : []),
        numbers: new Map(),
        terminal,
      },
      world,
    );
  return { code, printed };
}

const CSV = ['nom;adresse;code_postal;ville', 'Espace Mimosa;1 rue des Essais;69100;Villeurbanne'];

test('a mapping is proposed as one line of JSON, without any database', async () => {
  const path = write('lieux.csv', ...CSV);
  const { code, printed } = await run('mapping propose', { words: [path], json: true, isOffline: true });
  expect(code).toBe(EXIT.done);
  expect(printed).toHaveLength(1);
  const proposal = JSON.parse(printed[0]!);
  expect(Object.keys(proposal)).toEqual(['format', 'records', 'fields', 'values', 'unmapped']);
  expect(proposal).toMatchObject({ format: 'csv', records: 1, fields: { nom: { columns: ['nom'] } } });
});

test('the same proposal reads as a table for a person', async () => {
  const { printed } = await run('mapping propose', { words: [write('lieux.csv', ...CSV)], isOffline: true });
  expect(printed.join('\n')).toMatch(/Nom du lieu +\d+ % {2}nom/);
});

test('a file that is absent or no table stops the command with one readable sentence', async () => {
  const absent = run('mapping propose', { words: ['absent.csv'], isOffline: true });
  await expect(absent).rejects.toMatchObject({
    exitCode: EXIT.usage,
    message: expect.stringContaining('absent.csv'),
  });
  const page = run('mapping propose', {
    words: [write('page.csv', '<!doctype html><html></html>')],
    isOffline: true,
  });
  await expect(page).rejects.toMatchObject({
    exitCode: EXIT.usage,
    message: expect.stringContaining('page web'),
  });
  await expect(run('mapping propose', { isOffline: true })).rejects.toMatchObject({ exitCode: EXIT.usage });
});

test('communes learnt from a file complete the reference of the program, new ones included', async () => {
  const list = write(
    'communes.csv',
    'code_insee,nom,codes_postaux,lat,lon,population',
    '69029,Bron,69500,45.7333,4.9111,41000',
    '69998,Neuville-Fictive,69998,45.5,4.5,12',
  );
  const { code, printed } = await run('communes update', { from: list, json: true });
  expect(code).toBe(EXIT.done);
  expect(JSON.parse(printed[0]!)).toEqual({ communes: 2, located: 2 });
  const reference = await loadCommunes(findProjectFolder(), db);
  expect(reference.byInsee('69029')?.centre).toEqual({ latitude: 45.7333, longitude: 4.9111 });
  expect(reference.byInsee('69998')).toMatchObject({ name: 'Neuville-Fictive', departement: '69' });
});

test('a list that names no commune changes nothing, and says what it needs', async () => {
  const list = write('autre.csv', 'a;b', '1;2', '3;4');
  await expect(run('communes update', { from: list })).rejects.toMatchObject({
    exitCode: EXIT.usage,
    message: expect.stringContaining('code_insee'),
  });
});

test('a service that does not answer is told apart from a wrong file', async () => {
  await expect(run('communes update', {})).rejects.toMatchObject({ exitCode: EXIT.unreachable });
});
