import { expect, test } from 'vitest';
import type { Mapping } from './mapping.ts';
import { reviewTable, textsOfColumn } from './review.ts';
import type { SourceTable } from './table.ts';

const table = (...rows: Record<string, string>[]): SourceTable => ({
  format: 'csv',
  columns: ['nom', 'aides'],
  rows: rows.map((cells, rank) => ({
    position: rank + 2,
    cells: { nom: '', aides: '', ...cells },
    raw: cells,
  })),
  notices: [],
});
const mapping: Mapping = {
  fields: { nom: { columns: ['nom'], confidence: 1 }, services: { columns: ['aides'], confidence: 1 } },
  values: {},
  unmapped: [],
};

test('samples are different texts of the column, cut short when they are prose', () => {
  const { columns } = reviewTable(
    table({ nom: 'A' }, { nom: 'A' }, { nom: 'b'.repeat(300) }),
    mapping,
    undefined,
  );
  expect(columns[0]?.samples).toEqual(['A', expect.stringMatching(/^b{79}…$/)]);
});

test('the share of filled rows counts only cells that say something', () => {
  const { columns } = reviewTable(table({ nom: 'A' }, { nom: '-' }, {}, {}), mapping, undefined);
  expect(columns[0]?.filled).toBe(0.25);
});

test('items of a list are texts of their own, folded, the most frequent first', () => {
  const said = table({ aides: 'Wifi ; Impression' }, { aides: 'WIFI' });
  expect(textsOfColumn(said, 'aides')).toEqual([
    { text: 'wifi', count: 2 },
    { text: 'impression', count: 1 },
  ]);
});

test('texts are listed for columns of closed lists only, and what does not fit is counted', () => {
  const rows = Array.from({ length: 45 }, (_, rank) => ({ nom: `Lieu ${rank}`, aides: `aide ${rank}` }));
  const [name, services] = reviewTable(table(...rows), mapping, undefined).columns;
  expect(name).toMatchObject({ texts: [], otherTexts: 0 });
  expect(services?.texts).toHaveLength(40);
  expect(services?.otherTexts).toBe(5);
});
