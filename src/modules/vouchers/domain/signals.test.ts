import { expect, test } from 'vitest';
import { findSignals, type SeenRedemption } from './signals.ts';

/** Ordinary help, on a Tuesday morning. */
const seen = (changes: Partial<SeenRedemption> = {}, rank = 0): SeenRedemption => ({
  id: `R-${rank}`,
  booklet: `C-${rank}`,
  structure: 'o-mimosa',
  mediator: 'p-1',
  prescriber: `o-accueil-${rank % 3}`,
  passCount: 1,
  minutes: 60,
  at: new Date('2026-11-24T09:00:00Z'),
  hasAttended: true,
  ...changes,
});

const many = (count: number, changes: (rank: number) => Partial<SeenRedemption>) =>
  Array.from({ length: count }, (_, rank) => seen(changes(rank), rank));

const neverClosed = () => false;
const minutesLater = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9, minutes));
const kinds = (redemptions: readonly SeenRedemption[]) =>
  findSignals(redemptions, neverClosed).map(({ kind }) => kind);

test('V17 ordinary help raises nothing', () => {
  expect(kinds(many(9, (rank) => ({ at: minutesLater(rank) })))).toEqual([]);
});

test.each([
  ['2026-11-24T05:59:59Z', ['outside-hours']],
  ['2026-11-24T06:00:00Z', []],
  ['2026-11-24T20:59:59Z', []],
  ['2026-11-24T21:00:00Z', ['outside-hours']],
  // By the clock of Paris: in summer, seven o’clock comes an hour earlier.
  ['2026-07-14T05:00:00Z', []],
])('V17 help at %s: %j', (at, expected) => {
  expect(kinds([seen({ at: new Date(at) })])).toEqual(expected);
});

test('V17 ten people in a quarter of an hour is faster than help can be given', () => {
  const [burst, ...others] = findSignals(
    many(10, (rank) => ({ at: minutesLater(rank) })),
    neverClosed,
  );
  expect(burst).toEqual({ kind: 'burst', structure: 'o-mimosa', from: minutesLater(0), count: 10 });
  expect(others).toEqual([]);
  // The same person ten times is a long visit, and ten people in an hour a workshop.
  expect(kinds(many(10, (rank) => ({ at: minutesLater(rank), booklet: 'C-0' })))).toEqual([]);
  expect(kinds(many(10, (rank) => ({ at: minutesLater(rank * 6) })))).toEqual([]);
});

test('V17 each crowd is told once, and again when it comes back', () => {
  const crowd = (start: number) =>
    many(10, (rank) => ({ at: minutesLater(start + rank), booklet: `C-${start}-${rank}`, minutes: 30 }));
  expect(kinds([...crowd(0), ...crowd(60)])).toEqual(['burst', 'burst']);
});

test('V17 a place that lives on one partner alone, once there is enough to judge', () => {
  const alone = (count: number, theirs: number) =>
    many(count, (rank) => ({
      prescriber: rank < theirs ? 'o-accueil' : 'o-autre',
      at: new Date(Date.UTC(2026, 10, 1 + rank, 9)),
    }));
  expect(findSignals(alone(20, 18), neverClosed)).toEqual([
    { kind: 'same-pair', structure: 'o-mimosa', prescriber: 'o-accueil', share: 18, of: 20 },
  ]);
  expect(kinds(alone(20, 17))).toEqual([]);
  expect(kinds(alone(19, 19))).toEqual([]);
});

test('V17 more than twelve hours of help by one person in one day', () => {
  const day = (passes: number, more: Partial<SeenRedemption> = {}) =>
    many(passes, (rank) => ({ at: new Date(Date.UTC(2026, 10, 24, 7, rank * 55)), ...more }));
  expect(kinds(day(12))).toEqual([]);
  expect(findSignals(day(13), neverClosed)).toEqual([
    { kind: 'long-day', mediator: 'p-1', structure: 'o-mimosa', day: '2026-11-24', minutes: 780 },
  ]);
  // Nobody knows how long a voucher in euros lasts.
  expect(kinds(day(13, { minutes: null }))).toEqual([]);
});

test('V17 help that nobody confirmed is told; nothing is ever refused here', () => {
  expect(findSignals([seen({ hasAttended: false })], neverClosed)).toEqual([
    { kind: 'not-attended', redemption: 'R-0', structure: 'o-mimosa' },
  ]);
});

test('V17 help while the place is closed is told once for each place, with its two numbers', () => {
  const help = many(4, (rank) => ({ at: minutesLater(rank), structure: rank < 3 ? 'o-mimosa' : 'o-tulipe' }));
  const isClosedAt = (structure: string, at: Date) =>
    structure === 'o-mimosa' && at.getTime() >= minutesLater(1).getTime();
  expect(findSignals(help, isClosedAt)).toEqual([
    { kind: 'closed-place', structure: 'o-mimosa', count: 2, of: 3, last: 'R-2' },
  ]);
  // At five in the morning every place is closed: told as such, not twice.
  expect(findSignals([seen({ at: new Date('2026-11-24T04:00:00Z') })], () => true)).toMatchObject([
    { kind: 'outside-hours' },
  ]);
});
