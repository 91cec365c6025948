import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NormalisedRow, planImport } from './plan-import.ts';
import { compareWithSource } from './record-changes.ts';

const row = fc.record({
  decisions: fc.array(fc.constantFrom('refused' as const, 'repaired' as const), { maxLength: 4 }),
  isRejected: fc.boolean(),
});
const rows = fc.array(row).map((all) => all.map(toRow));

function toRow(
  { decisions, isRejected }: { decisions: ('refused' | 'repaired')[]; isRejected: boolean },
  rank: number,
): NormalisedRow {
  const issues = decisions.map((decision) => ({
    position: rank,
    column: 'tel',
    field: 'telephone' as const,
    value: 'x',
    decision,
    reason: 'phone-invalid' as const,
  }));
  return {
    row: { position: rank, cells: {}, raw: { rank } },
    hash: `h${rank}`,
    fields: { name: `Lieu ${rank}` },
    issues,
    rejected: isRejected ? 'no-location' : null,
  };
}

test('the figures of a reading add up: every row is untouched, repaired, with a refused value, or rejected', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { records, accepted, rejected, repairedRecords, refusedRecords } = planImport(all).counts;
      const untouched = all.filter(({ issues, rejected }) => issues.length === 0 && rejected === null).length;
      return (
        records === all.length &&
        records === accepted + rejected &&
        accepted === untouched + repairedRecords + refusedRecords
      );
    }),
  );
});

test('a row of which a value was repaired and another refused counts once, as refused', () => {
  const both = toRow({ decisions: ['repaired', 'refused'], isRejected: false }, 1);
  expect(planImport([both]).counts).toMatchObject({
    repairedRecords: 0,
    refusedRecords: 1,
    repaired: 1,
    refused: 1,
  });
});

test('publishing tells new places from those that changed, and says nothing of the others', () => {
  const { records } = planImport([1, 2, 3].map((rank) => toRow({ decisions: [], isRejected: false }, rank)));
  const [first, second] = records;
  const before = new Map([
    [first!.recordKey, { hash: first!.hash, isPlace: true }],
    [second!.recordKey, { hash: 'before', isPlace: true }],
  ]);
  expect(compareWithSource(before, records)).toEqual({ added: 1, updated: 1 });
});

test('a place that comes back after it had left its source is new again', () => {
  const { records } = planImport([toRow({ decisions: [], isRejected: false }, 1)]);
  const before = new Map([[records[0]!.recordKey, { hash: records[0]!.hash, isPlace: false }]]);
  expect(compareWithSource(before, records)).toEqual({ added: 1, updated: 0 });
});
