import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { MatchRecord } from './match-record.ts';

export type LineRefusal = { kind: 'not-an-object' } | { kind: 'without-rid' };

/** One line of a file of records: JSON with the names used between tools (`postal_code`, `insee`, `lat`, `updated`…). */
export function parseRecordLine(line: string): Result<MatchRecord, LineRefusal> {
  const fields = parseObject(line);
  if (!fields) return refuse({ kind: 'not-an-object' });
  const rid = text(fields.rid);
  if (!rid) return refuse({ kind: 'without-rid' });
  return ok({
    rid,
    source: text(fields.source) ?? '',
    name: text(fields.name) ?? '',
    address: text(fields.address),
    postalCode: code(fields.postal_code),
    city: text(fields.city),
    codeInsee: code(fields.insee),
    latitude: degrees(fields.lat),
    longitude: degrees(fields.lon),
    phone: text(fields.phone),
    email: text(fields.email),
    website: text(fields.website),
    siret: text(fields.siret),
    typology: text(fields.typology),
    services: text(fields.services),
    updatedOn: text(fields.updated),
  });
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Several values stand in one text. */
function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value.flatMap((one) => text(one) ?? []).join(' | '));
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}

/** Five figures; a spreadsheet drops the zero that begins the codes of nine départements. */
function code(value: unknown): string | null {
  const written = text(value)?.trim() ?? null;
  return written !== null && /^\d{4}$/.test(written) ? `0${written}` : written;
}

/** « 46,1 » as people write it. */
function degrees(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
