import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, must, REGION } from '../../../test/support/scheme.ts';
import type { Database } from '../../platform/db/database.ts';
import { exportJournal } from './actions/export-journal.ts';
import { readJournalFile, UnreadableJournal } from './actions/read-journal-file.ts';
import { cancelBooklet } from './actions/return-value.ts';
import { verifyJournal } from './actions/verify-journal.ts';

describe('an exported journal', () => {
  let db: Database;
  let folder: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'maillon-journal-'));
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });

  const exported = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of exportJournal(db, new Date('2026-11-24T09:00:00Z'))) lines.push(line);
    return lines;
  };
  const verified = async (lines: readonly string[], end = '\n') => {
    const path = join(folder, 'journal.ndjson');
    await writeFile(path, lines.map((line) => `${line}${end}`).join(''));
    return (await verifyJournal(readJournalFile(path))).faults;
  };

  test('L10 can be verified whatever a reason holds, and wherever its lines were written again', async () => {
    const scheme = await createScheme(db);
    const { booklet } = await scheme.give();
    const reason = 'Collé d’un traitement de texte\u2028deuxième ligne\u2029\u0085« "\\ » \u{1f600}';
    must(await cancelBooklet({ booklet: booklet.id, reason }, REGION, scheme.deps));
    const lines = await exported();
    expect(lines.join('')).toContain('\u2028');
    expect(await verified(lines)).toEqual([]);
    expect(await verified(lines, '\r\n')).toEqual([]);
  });

  const WRITTEN_OTHERWISE: [string, (line: string) => string][] = [
    ['a key given twice', (line) => line.replace('"actor":', '"actor":"personne","actor":')],
    ['two parts in one', (line) => line.replace('{', '{"account":{"id":"x"},')],
    ['a field more', (line) => line.replace('"actor":', '"note":"","actor":')],
    ['a field less', (line) => line.replace(/"actor":"[^"]*",/, '')],
    ['no legs', (line) => line.replace(/"legs":\[.*?\]/, '"legs":null')],
    ['an amount as a number', (line) => line.replace(/"postedCents":"(-?\d+)"/, '"postedCents":$1')],
    ['an amount with an exponent', (line) => line.replace(/"postedCents":"(-?\d+)"/, '"postedCents":"$1e0"')],
    ['a zero before', (line) => line.replace(/"number":"/, '"number":"0')],
    ['not an object', () => 'null'],
  ];
  test.each(WRITTEN_OTHERWISE)('L10 is refused when one of its lines holds %s', async (_, change) => {
    await createScheme(db, { places: [] });
    const lines = await exported();
    const changed = lines.with(1, change(lines[1]!));
    expect(changed[1]).not.toBe(lines[1]);
    await expect(verified(changed)).rejects.toThrow(UnreadableJournal);
  });
});
