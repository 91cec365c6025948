import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { mutate, seededRandom } from '../../../../../test/support/mutations.ts';
import type { SourceRow, SourceTable } from '../table.ts';
import { readTable } from './read-table.ts';
import { decodeText } from './text-encoding.ts';

/*
 * Thousands of damaged files, the same at every run. Each one must be refused, or give a table that accounts for
 * everything the damaged file still says:
 * - delimited text: every word of the file is in a column name, in a raw record or in a notice, as often as in the file;
 * - JSON: every item of the list is a row, an item that has no text, or an item counted in a notice, and raw records
 *   are the items themselves;
 * - workbooks, whose parts carry checksums: the rows of the sound file, all of them.
 */
const MUTATIONS_PER_SAMPLE = 1_500;

const PLACES = [
  {
    id: 'lieu-1',
    nom: 'Médiathèque de l’Île',
    commune: 'Villefictive',
    code_postal: '01000',
    adresse: '1 rue du Puits',
    date_maj: '2024-05-17',
  },
  {
    id: 'lieu-2',
    nom: 'Espace "numérique", étage 2',
    commune: 'Bourgfictif',
    code_postal: '69003',
    adresse: '2 bis allée A',
    date_maj: '2024-05-18',
  },
  {
    id: 'lieu-3',
    nom: 'Tiers-lieu\n« la Ruche »',
    commune: 'Villefictive',
    code_postal: '01000',
    adresse: '',
    date_maj: '2024-06-01',
  },
];
const COLUMNS = Object.keys(PLACES[0]!) as (keyof (typeof PLACES)[number])[];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = (delimiter: string, quote: (text: string) => string): string =>
  [COLUMNS, ...PLACES.map((place) => COLUMNS.map((name) => place[name]))]
    .map((cells) => cells.map(quote).join(delimiter))
    .join('\n');
const plain = (text: string): string => text.replace(/["\n]/g, ' ');

const feature = (properties: object, index: number): object => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [4.8 + index, 45.7] },
  properties,
});

const TEXTS: Record<string, string> = {
  'CSV with quotes': csv(';', quoted),
  'CSV without quotes': csv('\t', plain),
  'JSON list': JSON.stringify(PLACES, null, 1),
  'JSON inside': JSON.stringify({ total_count: 3, results: PLACES.map((fields) => ({ fields })) }),
  GeoJSON: JSON.stringify({ type: 'FeatureCollection', features: PLACES.map(feature) }),
  NDJSON: PLACES.map((place) => JSON.stringify(place)).join('\n'),
  data·inclusion: JSON.stringify({
    structures: PLACES.map((place) => ({ ...place, source: 's', reseaux_porteurs: ['ccas-cias'] })),
    services: PLACES.map(({ id }) => ({
      id: `service-${id}`,
      source: 's',
      structure_id: id,
      thematiques: ['a', 'b'],
    })),
  }),
};

const samples = new Map(Object.entries(TEXTS).map(([name, text]) => [name, new TextEncoder().encode(text)]));
const WORKBOOKS = ['XLSX', 'ODS'];

beforeAll(async () => {
  const rows = [COLUMNS, ...PLACES.map((place) => COLUMNS.map((name) => place[name]))];
  samples.set('XLSX', new Uint8Array(await writeXlsx({ sheets: [{ name: 'Lieux', rows }] })));
  samples.set('ODS', new Uint8Array(await writeOds({ sheets: [{ name: 'Lieux', rows }] })));
});

describe('damaged files', () => {
  test.each([...Object.keys(TEXTS), ...WORKBOOKS])('%s: refused or wholly accounted for', async (name) => {
    const sample = samples.get(name)!;
    const others = [...samples.values()];
    const sound = await readTable(sample);
    const random = seededRandom(name.length * 7_919 + name.charCodeAt(0));
    const seen = { read: 0, refused: 0 };
    for (let turn = 0; turn < MUTATIONS_PER_SAMPLE; turn += 1) {
      const bytes = mutate(sample, others, random);
      const result = await readTable(bytes, { fileName: 'lieux.csv' });
      seen[result.ok ? 'read' : 'refused'] += 1;
      if (!result.ok) continue;
      const table = result.value;
      const fault = shapeFault(table) ?? lossFault(bytes, table, sound.ok ? sound.value : null);
      if (fault)
        throw new Error(`${fault}\n${JSON.stringify(decodeText(bytes).text)}\n${JSON.stringify(table)}`);
    }
    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });
});

function shapeFault({ columns, rows }: SourceTable): string | null {
  if (new Set(columns).size !== columns.length) return 'two columns with one name';
  if (rows.length === 0) return 'no row';
  for (const [index, { cells, position }] of rows.entries()) {
    if (position <= (rows[index - 1]?.position ?? 0)) return 'positions out of order';
    if (columns.some((name) => typeof cells[name] !== 'string')) return 'a cell without text';
    if (Object.values(cells).some((text) => text.includes('\u0000'))) return 'a null character';
  }
  return null;
}

function lossFault(bytes: Uint8Array, table: SourceTable, sound: SourceTable | null): string | null {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004') {
    const isSame = JSON.stringify(table.rows) === JSON.stringify(sound?.rows);
    return isSame ? null : 'a damaged workbook gives other rows';
  }
  const { text } = decodeText(bytes);
  return /^\s*[[{]/.test(text) ? itemFault(text, table) : wordFault(text, table);
}

const words = (texts: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.match(/[a-z0-9]+/gi) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

function wordFault(text: string, { columns, rows, notices }: SourceTable): string | null {
  const above = notices.filter(({ kind }) => kind === 'rows-above-header').map(({ detail }) => detail);
  const kept = words([...columns, ...rows.flatMap(rawTexts), ...above]);
  for (const [word, count] of words([text.replace(/^sep=./, '')])) {
    if ((kept.get(word) ?? 0) < count) return `lost: ${word}`;
  }
  return null;
}

const rawTexts = ({ raw }: SourceRow): string[] =>
  Object.values(raw as Record<string, string | string[]>).flat();

function itemFault(text: string, table: SourceTable): string | null {
  const lists = listsOf(text);
  if (lists === null) return 'read although it is not JSON';
  const chosen = lists.find((items) => holdsRows(items, table));
  if (!chosen) return 'rows that are the records of no list';
  const isCounted = chosen.every(isRecord) || says(table, 'skipped-item');
  if (!isCounted) return 'items lost in silence';
  const others = lists.filter((items) => items !== chosen && isLikeRecords(items));
  const isSaid = (items: unknown[]) => says(table, 'skipped-list') || items.length === servicesOf(table);
  return others.every(isSaid) ? null : 'a list lost in silence';
}

/** Services put under their structures, and those whose structure is unknown. */
function servicesOf({ rows, notices }: SourceTable): number {
  const orphans = notices.find(({ kind }) => kind === 'orphan-service');
  const joined = rows.map(({ raw }) => (raw as { services?: unknown[] }).services?.length ?? 0);
  return joined.reduce((sum, count) => sum + count, Number(orphans?.detail ?? 0));
}

const says = ({ notices }: SourceTable, kind: string): boolean =>
  notices.some((notice) => notice.kind === kind);

const isLikeRecords = (items: unknown[]): boolean =>
  items.length > 0 && items.every((item) => scalars(item).length > 5);

function holdsRows(items: unknown[], { rows }: SourceTable): boolean {
  const records = items.filter((item) => isRecord(item) && hasText(item));
  if (rows.length !== records.length) return false;
  return rows.every(({ raw }, index) => {
    const { services: _joined, ...record } = raw as Record<string, unknown>;
    const { services: _own, ...item } = records[index] as Record<string, unknown>;
    return JSON.stringify(record) === JSON.stringify(item);
  });
}

/** The lists of a document, or its lines, found by other means than ours. */
function listsOf(text: string): unknown[][] | null {
  const document = parsed(text);
  if (document === undefined) {
    const values = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parsed);
    return values.includes(undefined) ? null : [values];
  }
  if (Array.isArray(document)) return [document];
  const lists = Object.values(document as object).filter(Array.isArray);
  return lists.length > 0 ? lists : [[document]];
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (item: unknown): item is object =>
  item !== null && typeof item === 'object' && !Array.isArray(item);

const hasText = (item: object): boolean => /[^\s]/.test(scalars(item).join(''));

const scalars = (value: unknown): string[] =>
  value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(scalars)
    : [value === null ? '' : String(value)];
