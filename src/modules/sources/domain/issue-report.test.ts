import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { issueReport } from './issue-report.ts';
import type { ValueIssue } from './value-issue.ts';

const WORDS = {
  line: 'Ligne',
  column: 'Colonne',
  field: 'Information',
  value: 'Valeur lue',
  decision: 'Décision',
  repair: 'Valeur gardée',
  done: 'Ce que nous avons fait',
  refused: 'Refusée',
  repaired: 'Réparée',
};

const issue = (facts: Partial<ValueIssue> = {}): ValueIssue => ({
  position: 18,
  column: 'tel',
  field: 'telephone',
  value: '0465710',
  decision: 'refused',
  reason: 'phone-invalid',
  ...facts,
});

const read = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace('\ufeff', ''), { delimiter: ';', skipEmptyLines: true }).data;

test('French spreadsheets open the report as it is: byte order mark, semicolons, heads in French', () => {
  const text = issueReport([issue()], WORDS, 'fr');
  expect(text.startsWith('\ufeffLigne;Colonne;')).toBe(true);
  expect(read(text)[1]?.slice(0, 5)).toEqual(['18', 'tel', 'Téléphone', '0465710', 'Refusée']);
});

test('no value of a file can start a formula in the spreadsheet of the producer', () => {
  const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r');
  fc.assert(
    fc.property(starts, fc.string(), (start, rest) => {
      const [, row = []] = read(
        issueReport([issue({ value: start + rest, column: start + rest })], WORDS, 'fr'),
      );
      return row.every((cell) => !/^[=+\-@\t\r]/.test(cell));
    }),
  );
});

test('a separator, a quote or a line break in a value breaks no row', () => {
  const value = 'lundi ; "mardi"\nmercredi';
  const rows = read(issueReport([issue({ value }), issue()], WORDS, 'fr'));
  expect(rows).toHaveLength(3);
  expect(rows[1]?.[3]).toBe(value);
});
