import { expect, test } from 'vitest';
import { parseRecordLine } from './record-line.ts';

const read = (fields: Record<string, unknown>) => {
  const record = parseRecordLine(JSON.stringify({ rid: 'r1', ...fields }));
  if (!record.ok) throw new Error(record.refusal.kind);
  return record.value;
};

test('the zero that a spreadsheet drops from a code comes back, numbers and texts alike', () => {
  expect(read({ postal_code: 1200, insee: '1033' })).toMatchObject({
    postalCode: '01200',
    codeInsee: '01033',
  });
  expect(read({ postal_code: '97400', insee: '2A004' })).toMatchObject({
    postalCode: '97400',
    codeInsee: '2A004',
  });
});

test('several values in a list stand in one text; numbers are read as texts', () => {
  expect(read({ phone: ['01 99 00 11 22', 199001123, null], siret: 21010033500017 })).toMatchObject({
    phone: '01 99 00 11 22 | 199001123',
    siret: '21010033500017',
  });
});

test.each([
  [{ lat: '46,1', lon: '5.8' }, [46.1, 5.8]],
  [{ lat: '46.1, 5.8', lon: 'n/a' }, [null, null]],
  [{ lat: [46.1], lon: {} }, [null, null]],
])('coordinates %j are read as %j', (fields, [latitude, longitude]) => {
  expect(read(fields)).toMatchObject({ latitude, longitude });
});

test('blank texts and nested objects are unknown, other fields are passed over', () => {
  expect(read({ name: '  ', city: {}, address: [], extra: 1 })).toMatchObject({
    name: '',
    city: null,
    address: null,
  });
});

test.each(['{"rid": "r1"', '["r1"]', 'null', '"r1"'])('%s is no record', (line) => {
  expect(parseRecordLine(line)).toEqual({ ok: false, refusal: { kind: 'not-an-object' } });
});
