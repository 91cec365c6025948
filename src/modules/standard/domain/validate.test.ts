import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { ENUMERATIONS, STANDARD_CONSTRAINTS, STANDARD_FIELDS, standardViolations } from '../index.ts';

const valid = {
  id: 'lieu-1',
  pivot: '43493312300029',
  nom: 'Anonymal',
  commune: 'Reims',
  code_postal: '51100',
  adresse: '12 bis rue de Leclercq',
  date_maj: '2024-04-02',
};
const kindsOf = (changes: Record<string, unknown>) =>
  standardViolations({ ...valid, ...changes }).map(({ field, kind }) => `${field} ${kind}`);

test('a record with the seven required fields breaks nothing', () => {
  expect(standardViolations(valid)).toEqual([]);
});

test('each required field is missed', () => {
  for (const field of Object.keys(valid)) {
    expect(kindsOf({ [field]: undefined })).toEqual([`${field} missing`]);
    expect(kindsOf({ [field]: '' })).toEqual([`${field} missing`]);
  }
});

describe('patterns are anchored at both ends', () => {
  test('a foreign value before a right one is refused', () => {
    expect(kindsOf({ publics_specifiquement_adresses: 'foo|Jeunes' })).toEqual([
      'publics_specifiquement_adresses pattern',
    ]);
    expect(kindsOf({ publics_specifiquement_adresses: 'Jeunes|Femmes' })).toEqual([]);
  });

  test('a point is a point', () => {
    expect(kindsOf({ formations_labels: 'ORDI 3.0' })).toEqual([]);
    expect(kindsOf({ formations_labels: 'ORDI 3x0' })).toEqual(['formations_labels pattern']);
  });
});

test('types, lengths, ranges and calendar are checked', () => {
  expect(kindsOf({ code_postal: '5110' })).toEqual(['code_postal pattern']);
  expect(kindsOf({ code_insee: '2C004' })).toEqual(['code_insee pattern']);
  expect(kindsOf({ telephone: '+3318005988|+33180059880' })).toEqual(['telephone pattern']);
  expect(kindsOf({ latitude: '48,85' })).toEqual(['latitude wrong-type']);
  expect(kindsOf({ latitude: 148.85 })).toEqual(['latitude out-of-range']);
  expect(kindsOf({ date_maj: '2024-02-30' })).toEqual(['date_maj no-such-date']);
  expect(kindsOf({ nom: 3 })).toEqual(['nom wrong-type']);
  expect(kindsOf({ presentation_resume: 'a'.repeat(281) })).toEqual(['presentation_resume too-long']);
});

describeWithSharedData('the published schema', () => {
  interface SchemaField {
    name: string;
    constraints?: { required?: boolean; pattern?: string; maxLength?: number };
  }
  const schema = JSON.parse(
    readFileSync(sharedPath('standard/lieux-mediation-numerique-1.0.2.schema.json'), 'utf8'),
  ) as { fields: SchemaField[] };

  test('has these fields in this order, with these requirements', () => {
    expect(schema.fields.map(({ name }) => name)).toEqual([...STANDARD_FIELDS]);
    for (const { name, constraints } of schema.fields) {
      const ours = STANDARD_CONSTRAINTS[name as (typeof STANDARD_FIELDS)[number]];
      expect([name, ours.isRequired]).toEqual([name, constraints?.required ?? false]);
      expect([name, ours.maxLength]).toEqual([name, constraints?.maxLength]);
    }
  });

  test('accepts every value of our closed lists', () => {
    for (const [field, values] of Object.entries(ENUMERATIONS)) {
      const pattern = schema.fields.find(({ name }) => name === field)?.constraints?.pattern;
      if (!pattern) continue;
      for (const value of values)
        expect([value, new RegExp(`^${pattern}`).test(value)]).toEqual([value, true]);
      expect(pattern.split('|').length).toBeGreaterThanOrEqual(values.length);
    }
  });

  test('comes with an example that breaks nothing', () => {
    const csv = readFileSync(sharedPath('standard/valid-example.csv'), 'utf8');
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(1);
    expect(rows.flatMap(standardViolations)).toEqual([]);
  });
});
