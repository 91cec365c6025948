import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { type SourceRecord, surviving } from './survivorship.ts';

const record = (source: string, fields: PlaceFields, extra: Partial<SourceRecord> = {}): SourceRecord => ({
  source,
  recordKey: '1',
  fields,
  missingSince: null,
  seenAt: new Date(0),
  ...extra,
});
const on = (text: string) => text as LocalDate;

test('the freshest record gives the name, the phone and the hours', () => {
  const old = record('ancien', {
    name: 'Espace Mimosa',
    phones: ['+33199000001'],
    updatedOn: on('2022-01-01'),
  });
  const fresh = record('recent', { name: 'Espace Lilas', updatedOn: on('2026-01-01') });
  const { fields, provenance } = surviving([old, fresh]);
  expect(fields).toMatchObject({ name: 'Espace Lilas', phones: ['+33199000001'] });
  expect(provenance.name).toEqual([{ source: 'recent', recordKey: '1', date: '2026-01-01' }]);
  expect(provenance.phones?.[0]?.source).toBe('ancien');
});

test('an address is never assembled from two sources', () => {
  const whole = record('a', {
    address: '1 rue des Essais',
    postalCode: '69001',
    commune: 'Lyon',
    updatedOn: on('2020-01-01'),
  });
  const part = record('b', { commune: 'Villeurbanne', updatedOn: on('2026-01-01') });
  expect(surviving([part, whole]).fields).toMatchObject({ address: '1 rue des Essais', commune: 'Lyon' });
});

test('services known to different sources are all kept, with every source that gave some', () => {
  const { fields, provenance } = surviving([
    record('a', { services: ['x', 'y'] }),
    record('b', { services: ['y', 'z'] }),
  ]);
  expect([...(fields.services ?? [])].sort()).toEqual(['x', 'y', 'z']);
  expect(provenance.services?.map(({ source }) => source)).toEqual(['a', 'b']);
});

test('values of a closed list stand in the order of the standard, whatever the order of the sources', () => {
  const { fields } = surviving([
    record('a', { audiences: ['Seniors'], otherLabels: ['B'] }),
    record('b', { audiences: ['Jeunes', 'Femmes'], otherLabels: ['A'] }),
  ]);
  expect(fields.audiences).toEqual(['Jeunes', 'Seniors', 'Femmes']);
  expect(fields.otherLabels).toEqual(['B', 'A']);
});

test('without any date, the day of reading stands in, and its origin says that the source gave none', () => {
  const { fields, provenance } = surviving([
    record('a', { name: 'A' }, { seenAt: new Date('2026-11-20T10:00:00Z') }),
  ]);
  expect(fields.updatedOn).toBe('2026-11-20');
  expect(provenance.updatedOn).toEqual([{ source: 'a', recordKey: '1' }]);
});

test('a record that left its source speaks last', () => {
  const gone = record('a', { name: 'Parti', updatedOn: on('2026-06-01') }, { missingSince: new Date(1) });
  expect(surviving([gone, record('b', { name: 'Présent' })]).fields.name).toBe('Présent');
});

const anyRecord = fc.record({
  source: fc.constantFrom('a', 'b', 'c', 'd'),
  recordKey: fc.string(),
  fields: fc.record(
    {
      name: fc.string(),
      services: fc.array(fc.constantFrom('x', 'y')),
      updatedOn: fc.constantFrom(on('2024-01-01'), on('2025-01-01')),
    },
    { requiredKeys: [] },
  ),
  missingSince: fc.constantFrom(null, new Date(5)),
  seenAt: fc.constant(new Date(0)),
});

test('the order in which records come never matters', () => {
  const records = fc.uniqueArray(anyRecord, {
    minLength: 1,
    maxLength: 5,
    selector: (one) => `${one.source} ${one.recordKey}`,
  });
  fc.assert(
    fc.property(records, (some) => {
      const there = JSON.stringify(surviving(some as SourceRecord[]));
      return there === JSON.stringify(surviving([...some].reverse() as SourceRecord[]));
    }),
  );
});

test('every kept field has an origin, and no other field has one', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (some) => {
      const { fields, provenance } = surviving(some as SourceRecord[]);
      return Object.keys(fields).sort().join() === Object.keys(provenance).sort().join();
    }),
  );
});
