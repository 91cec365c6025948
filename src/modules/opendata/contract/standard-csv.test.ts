import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { STANDARD_FIELDS } from '../../standard/index.ts';
import { csvHeader, csvLine } from './standard-csv.ts';
import type { StandardRecord } from './standard-record.ts';

const RECORD: StandardRecord = {
  id: 'pl1',
  pivot: '00000000000000',
  nom: 'Espace fictif',
  commune: 'Clairval',
  code_postal: '69991',
  adresse: '1 rue Inventée',
  date_maj: '2026-10-01',
};

const read = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, delimiter: ',' });

test('the header names the fields of the standard, in its order, and lines end with CR LF', () => {
  expect(csvHeader()).toBe(`${STANDARD_FIELDS.join(',')}\r\n`);
  expect(csvLine(RECORD)).toMatch(/^pl1,00000000000000,Espace fictif,.*\r\n$/);
});

test('quotes, commas and line ends stay inside their cell', () => {
  const name = 'Le « "petit" », lieu\r\nfictif';
  const { data, errors } = read(csvHeader() + csvLine({ ...RECORD, nom: name }));
  expect(errors.filter(({ type }) => type !== 'FieldMismatch')).toEqual([]);
  expect(data[0]?.nom).toBe(name);
});

test('any text comes back from the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const nom = `x${text}`;
      return read(csvHeader() + csvLine({ ...RECORD, nom })).data[0]?.nom === nom;
    }),
  );
});

test.each(['=HYPERLINK("http://piege.test")', '+1+1', '-1+1', '@SUM(A1)'])(
  'a spreadsheet reads %s as text, and trimming gives it back',
  (text) => {
    const cell = read(csvHeader() + csvLine({ ...RECORD, nom: text })).data[0]?.nom;
    expect(cell).toBe(` ${text}`);
  },
);

test('a phone and a southern or western coordinate are written as the standard wants them', () => {
  const line = csvLine({ ...RECORD, telephone: '+33199000001', longitude: -1.5, latitude: 1e-7 });
  const row = read(csvHeader() + line).data[0];
  expect(row).toMatchObject({ telephone: '+33199000001', longitude: '-1.5', latitude: '0.0000001' });
});
