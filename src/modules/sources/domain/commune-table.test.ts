import { expect, test } from 'vitest';
import { readCommuneTable } from './commune-table.ts';
import type { SourceTable } from './table.ts';

const table = (...rows: Record<string, string>[]): SourceTable => ({
  format: 'csv',
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((cells, rank) => ({ position: rank + 1, cells, raw: cells })),
  notices: [],
});

test('a list of communes is read under the names of ours and of geo.api.gouv.fr', () => {
  const ours = {
    code_insee: '69901',
    nom: 'Clairval',
    codes_postaux: '69991',
    lat: '45.7',
    lon: '4.5',
    population: '860',
  };
  const theirs = {
    code: '69901',
    nom: 'Clairval',
    codesPostaux: '69991',
    'centre.lat': '45.7',
    'centre.lon': '4.5',
    population: '860',
  };
  expect(readCommuneTable(table(ours))).toEqual(readCommuneTable(table(theirs)));
  expect(readCommuneTable(table(ours))).toMatchObject([
    {
      codeInsee: '69901',
      postalCodes: ['69991'],
      departement: '69',
      centre: { latitude: 45.7, longitude: 4.5 },
    },
  ]);
});

test('a spreadsheet that ate the first zero of a code loses no commune', () => {
  expect(readCommuneTable(table({ code: '1901', nom: 'Valfictif' }))).toMatchObject([
    { codeInsee: '01901', departement: '01' },
  ]);
});

test('overseas communes belong to a département of three digits', () => {
  expect(readCommuneTable(table({ code: '97999', nom: 'Île-Fictive' }))[0]?.departement).toBe('979');
});

test('a commune without coordinates has no centre, and a row without a code is no commune', () => {
  const communes = readCommuneTable(
    table({ code: '69901', nom: 'Clairval', lat: '', lon: '' }, { code: '', nom: 'Total' }),
  );
  expect(communes).toHaveLength(1);
  expect(communes[0]).not.toHaveProperty('centre');
});
