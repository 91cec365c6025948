import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/db/database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { openTestDatabase } from '../support/database.ts';
import { importFiles } from '../support/imports.ts';

const PROJECT = findProjectFolder();
const FILES = ['metropole-lieux-numeriques.csv', 'hub-reseau.geojson', 'departement-annuaire.xlsx'];
const PLACES = 150;

interface PlantedPattern {
  pattern: number;
  title: string;
  verdict: 'same' | 'linked' | 'distinct';
  pairs: [string, string][];
}

const PATTERNS = JSON.parse(
  readFileSync(join(PROJECT, 'test/support/demo-verdicts.json'), 'utf8'),
) as PlantedPattern[];

/** A record as its producer wrote it: each producer keeps its identifier elsewhere. */
type RawRecord = { 'N°'?: string; 'Réf.'?: string; properties?: { identifiant: string } };
const identifierIn = (raw: RawRecord): string =>
  raw['N°'] ?? raw['Réf.'] ?? raw.properties?.identifiant ?? '';

describe('the demonstration, imported as any user would', () => {
  let db: Database;
  let accepted = 0;
  let rejected = 0;
  const placeOf = new Map<string, string>();

  beforeAll(async () => {
    db = await openTestDatabase();
    const outcome = await importFiles(db, FILES, {
      folder: join(PROJECT, 'demo'),
      clock: () => new Date('2026-11-23T09:00:00Z'),
    });
    if (outcome.refused.length > 0) throw new Error(JSON.stringify(outcome.refused));
    for (const source of outcome.sources) {
      accepted += source.accepted;
      rejected += source.rejected;
    }
    const rows = await db.rows<{ raw: RawRecord; place_id: string }>(sql`
      select raw_record.raw, place_record.place_id from directory.place_record
      join sources.raw_record using (source, record_key)`);
    for (const { raw, place_id } of rows) placeOf.set(identifierIn(raw), place_id);
  });
  afterAll(() => db.close());

  test('every record but the nameless one gives a place', () => {
    expect({ accepted, rejected }).toEqual({ accepted: 182, rejected: 1 });
  });

  test('every pair names two records of the directory', () => {
    const named = PATTERNS.flatMap(({ pairs }) => pairs.flat());
    expect(named.filter((id) => !placeOf.has(id))).toEqual([]);
  });

  test('182 records describe 150 places', () => {
    expect(new Set(placeOf.values()).size).toBe(PLACES);
  });

  test.each(PATTERNS)('$title: $verdict', ({ verdict, pairs }) => {
    const told = pairs.map(([a, b]) => [a, b, placeOf.get(a) === placeOf.get(b)]);
    expect(told).toEqual(pairs.map(([a, b]) => [a, b, verdict === 'same']));
  });
});
