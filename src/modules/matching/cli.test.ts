import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXIT, parseArguments, type Terminal } from '../../platform/cli.ts';
import { Stop } from '../../platform/stop.ts';
import { commands } from './index.ts';

const [resolveCommand] = commands;
let folder: string;
let printed: string[];
let noted: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillon-resolve-'));
  printed = [];
  noted = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const read = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

function run(...args: string[]): Promise<number> {
  const terminal: Terminal = {
    lang: 'fr',
    folder,
    print: (line) => printed.push(line),
    note: (line) => noted.push(line),
    isInteractive: false,
    input: Readable.from([]),
  };
  const parsed = parseArguments(args, { ...resolveCommand.options, json: { kind: 'flag' } });
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return resolveCommand.run({ ...parsed.value, terminal }, undefined);
}

const RECORDS = [
  {
    rid: 'b:1',
    source: 'b',
    name: 'LES PASSERELLES',
    address: '12 RUE DU LAVOIR',
    city: 'BRUMEVAL',
    postal_code: '00120',
  },
  {
    rid: 'a:1',
    source: 'a',
    name: 'Association Les Passerelles',
    address: '12, rue du Lavoir',
    city: 'Brumeval',
    postal_code: '00120',
  },
  {
    rid: 'a:2',
    source: 'a',
    name: 'Mairie de Brumeval',
    address: 'place des Halles',
    city: 'Brumeval',
    postal_code: '00120',
  },
].map((record) => JSON.stringify(record));

test('records are grouped, pairs are judged, and the last line is one JSON object', async () => {
  write('records.jsonl', RECORDS);
  write('pairs.csv', ['pid,a,b,label', 'P1,a:1,b:1,same', 'P2,a:1,a:2,distinct']);
  const exit = await run(
    'records.jsonl',
    '--out',
    'groups.csv',
    '--score',
    'pairs.csv',
    '--verdicts',
    'verdicts.csv',
    '--json',
  );
  expect(exit).toBe(EXIT.done);
  expect(read('groups.csv')).toEqual(['rid,cluster', 'a:1,a:1', 'a:2,a:2', 'b:1,a:1']);
  expect(read('verdicts.csv').map((line) => line.split(',').slice(0, 2))).toEqual([
    ['pid', 'verdict'],
    ['P1', 'same'],
    ['P2', 'distinct'],
  ]);
  expect(JSON.parse(printed.at(-1)!)).toMatchObject({ records: 3, clusters: 2, pairCompleteness: 1 });
});

test('a file written on Windows, with blank lines and unknown fields, is read like any other', async () => {
  const windows = RECORDS.map((line) => `${line.slice(0, -1)},"horaires":{"lundi":null}}`).join('\r\n\r\n');
  writeFileSync(join(folder, 'windows.jsonl'), `\ufeff${windows}\r\n`);
  writeFileSync(join(folder, 'pairs.csv'), '\ufeffpid,a,b\r\nP1,a:1,b:1\r\n');
  const args = ['--score', 'pairs.csv', '--verdicts', 'verdicts.csv'];
  expect(await run('windows.jsonl', '--out', 'groups.csv', ...args)).toBe(EXIT.done);
  expect(read('groups.csv')).toHaveLength(4);
  expect(read('verdicts.csv')[1]).toMatch(/^P1,same,/);
});

test('a pair that names an unknown record has a line of its own, and is told', async () => {
  write('records.jsonl', RECORDS);
  write('pairs.csv', ['pid,a,b', 'P1,a:1,nobody', 'P2,a:1,a:2', 'P3,a:1,a:1']);
  await run('records.jsonl', '--out', 'g.csv', '--score', 'pairs.csv', '--verdicts', 'v.csv');
  expect(read('v.csv').map((line) => line.split(',').slice(0, 2).join())).toEqual([
    'pid,verdict',
    'P1,distinct',
    'P2,distinct',
    'P3,same',
  ]);
  expect(noted.join()).toContain('fiche inconnue : 1');
});

test('labels make another model, named after how many they are', async () => {
  write('records.jsonl', RECORDS);
  write('labels.csv', ['a,b,label', 'a:1,b:1,linked']);
  await run('records.jsonl', '--out', 'groups.csv', '--labels', 'labels.csv', '--json');
  expect(JSON.parse(printed.at(-1)!).model).toMatch(/\+1$/);
});

test.each([
  [['records.jsonl'], /--out/],
  [['absent.jsonl', '--out', 'g.csv'], /absent\.jsonl/],
  [['records.jsonl', '--out', 'g.csv', '--score', 'pairs.csv'], /--verdicts/],
  [['records.jsonl', '--out', 'g.csv', '--labels', 'unlabelled.csv'], /« label »/],
  [['truncated.jsonl', '--out', 'g.csv'], /ligne 2/],
  [['twice.jsonl', '--out', 'g.csv'], /plusieurs fiches/],
])('wrong input %j ends with one readable sentence', async (args, sentence) => {
  write('records.jsonl', RECORDS);
  write('unlabelled.csv', ['a,b', 'a:1,b:1']);
  write('truncated.jsonl', [RECORDS[0]!, RECORDS[1]!.slice(0, 20)]);
  write('twice.jsonl', [RECORDS[0]!, RECORDS[0]!]);
  const stop = await run(...args).catch((error: unknown) => error);
  expect(stop).toBeInstanceOf(Stop);
  expect((stop as Stop).exitCode).toBe(EXIT.usage);
  expect((stop as Stop).message).toMatch(sentence);
});
