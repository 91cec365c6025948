import type { Commune } from './communes.ts';

/** Decodes `dist/reference/communes.json`; rows that are not communes are left out. */
export function readCommunes(json: unknown): Commune[] {
  const rows = isRecord(json) && Array.isArray(json.communes) ? json.communes : [];
  return rows.filter((row): row is Commune => isRecord(row) && typeof row.codeInsee === 'string');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
