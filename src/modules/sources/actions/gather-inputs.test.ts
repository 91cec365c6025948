import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherInputs } from './gather-inputs.ts';

function folderOf(...paths: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-gather-'));
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), 'nom;commune\nEspace Mimosa;Lyon\n');
  }
  return folder;
}

async function names(typed: string[], folder = tmpdir()): Promise<string[]> {
  const gathered = await gatherInputs(typed, { folder });
  if (!gathered.ok) throw new Error(gathered.refusal.kind);
  return gathered.value.map(({ card }) => card.name);
}

test('a file gives its name to its source', async () => {
  expect(await names(['lieux.csv'], folderOf('lieux.csv'))).toEqual(['lieux']);
});

test('files of one name in different folders, or of different kinds in one folder, are different sources', async () => {
  const folder = folderOf(
    'a/lieux.csv',
    'b/lieux.csv',
    'b/lieux.json',
    '2025/c/lieux.csv',
    '2026/c/lieux.csv',
    'rdv.csv',
  );
  expect(await names(['.'], folder)).toEqual([
    '2025-c-lieux-csv',
    '2026-c-lieux-csv',
    'a-lieux',
    'b-lieux-csv',
    'b-lieux-json',
    'rdv',
  ]);
});

test('a file named twice is imported once', async () => {
  expect(await names(['lieux.csv', '.', './lieux.csv'], folderOf('lieux.csv'))).toEqual(['lieux']);
});

test('addresses that differ by their question only are different sources', async () => {
  const gathered = await names(['https://donnees.example/?liste=8', 'https://donnees.example/?liste=9']);
  expect(gathered).toEqual(['donnees-example-liste-8', 'donnees-example-liste-9']);
});

test('addresses that differ by signs or by their far end only are different sources', async () => {
  const far = `https://donnees.example/${'tres-long-chemin/'.repeat(8)}`;
  const gathered = await names([
    `${far}8`,
    `${far}9`,
    'https://donnees.example/a-b',
    'https://donnees.example/a/b',
  ]);
  expect(new Set(gathered).size).toBe(4);
  for (const name of gathered) expect(name.length).toBeLessThanOrEqual(80);
});

test('what looks like an address and is none is not found', async () => {
  expect(await gatherInputs(['https://[piege'], { folder: tmpdir() })).toEqual({
    ok: false,
    refusal: { kind: 'not-found', word: 'https://[piege' },
  });
});
