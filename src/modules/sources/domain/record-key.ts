import { foldKey } from '../../../kernel/text.ts';

export interface KeyedRow {
  /** What the source calls the record, when the mapping found such a column. */
  sourceId: string | undefined;
  name: string;
  address: string;
  postalCode: string;
  commune: string;
  /** Hash of the raw record. */
  hash: string;
}

/**
 * A key by which the same record is known again when its source is imported again, reordered or completed. The
 * source's own identifier when it is unique in the file; else name and address. Records that share a key are told
 * apart by the rank of their contents, never by their line.
 */
export function recordKeys(rows: readonly KeyedRow[]): string[] {
  const seen = new Map<string, number>();
  for (const { sourceId } of rows) if (sourceId) seen.set(sourceId, (seen.get(sourceId) ?? 0) + 1);
  const keys = rows.map((row) =>
    row.sourceId && seen.get(row.sourceId) === 1 ? `id:${row.sourceId}` : contentKey(row),
  );
  return tellApart(keys, rows);
}

const contentKey = ({ name, address, postalCode, commune }: KeyedRow): string =>
  `lieu:${[name, address, postalCode, commune].map(foldKey).join('|')}`;

function tellApart(keys: readonly string[], rows: readonly KeyedRow[]): string[] {
  const sharers = new Map<string, number[]>();
  for (const [rank, key] of keys.entries()) sharers.set(key, [...(sharers.get(key) ?? []), rank]);
  const result = [...keys];
  for (const [key, ranks] of sharers) {
    if (ranks.length === 1) continue;
    const ordered = [...ranks].sort((a, b) => (rows[a]!.hash < rows[b]!.hash ? -1 : 1));
    for (const [order, rank] of ordered.entries()) if (order > 0) result[rank] = `${key}#${order + 1}`;
  }
  return result;
}
