import { expect, test } from 'vitest';
import { leftOutCount, startTally } from './loss-report.ts';

const losses = { dropped: [], unwritten: [], repaired: [] };

test('exported and left out add up to all the places, each left-out place counting once', () => {
  const tally = startTally('standard-json');
  tally.countExported(losses);
  tally.countLeftOut(['adresse']);
  tally.countLeftOut(['adresse', 'date_maj']);
  const report = tally.report();
  expect(report).toMatchObject({ places: 3, exported: 1, leftOut: { adresse: 1, 'adresse|date_maj': 1 } });
  expect(leftOutCount(report)).toBe(2);
});

test('lost values are counted by field, most frequent first; fields without a home are named once', () => {
  const tally = startTally('standard-json');
  tally.countExported({ dropped: ['telephone'], unwritten: ['itinerance'], repaired: ['code_postal'] });
  tally.countExported({ dropped: ['courriels', 'courriels'], unwritten: ['itinerance'], repaired: [] });
  expect(tally.report()).toMatchObject({
    droppedValues: { courriels: 2, telephone: 1 },
    lossyFields: ['itinerance'],
    repairedValues: { code_postal: 1 },
  });
  expect(Object.keys(tally.report().droppedValues)).toEqual(['courriels', 'telephone']);
});
