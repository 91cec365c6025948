import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { MatchRecord } from '../../src/modules/matching/index.ts';

export interface GoldPair {
  pid: string;
  pair: readonly [string, string];
  label: string;
}

export function readGoldRecords(path: string): MatchRecord[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { name, postal_code, insee, lat, lon, updated, ...same } = JSON.parse(line);
    return {
      ...same,
      name: name ?? '',
      postalCode: postal_code,
      codeInsee: insee,
      latitude: lat,
      longitude: lon,
      updatedOn: updated,
    };
  });
}

export function readGoldPairs(path: string): GoldPair[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trimEnd(), { header: true });
  return data.map(({ pid = '', a = '', b = '', label = '' }) => ({ pid, pair: [a, b], label }));
}
