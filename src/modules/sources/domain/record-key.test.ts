import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeyedRow, recordKeys } from './record-key.ts';

const row = (extra: Partial<KeyedRow>): KeyedRow => ({
  sourceId: undefined,
  name: 'Espace Mimosa',
  address: '1 rue des Essais',
  postalCode: '69001',
  commune: 'Lyon',
  hash: 'h',
  ...extra,
});

test("the source's own identifier is the key, while it is unique", () => {
  expect(recordKeys([row({ sourceId: '7' }), row({ sourceId: '8' })])).toEqual(['id:7', 'id:8']);
});

test('an identifier given twice identifies nothing: name and address do', () => {
  const keys = recordKeys([row({ sourceId: '7', name: 'A' }), row({ sourceId: '7', name: 'B' })]);
  expect(keys.every((key) => key.startsWith('lieu:'))).toBe(true);
});

test('accents and case of the name do not make another record', () => {
  expect(recordKeys([row({ name: 'Médiathèque' })])).toEqual(recordKeys([row({ name: 'MEDIATHEQUE' })]));
});

test('keys are unique, and do not depend on the order of the lines', () => {
  const anyRow = fc.record({
    sourceId: fc.constantFrom(undefined, '1', '2'),
    name: fc.constantFrom('A', 'B'),
    address: fc.constant(''),
    postalCode: fc.constant(''),
    commune: fc.constant(''),
    hash: fc.uuid(),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      const keys = recordKeys(rows);
      const reversed = recordKeys([...rows].reverse()).reverse();
      return new Set(keys).size === keys.length && keys.every((key, rank) => key === reversed[rank]);
    }),
  );
});
