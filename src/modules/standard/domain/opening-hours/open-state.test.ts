import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openState } from '../../index.ts';

const HOURS = 'Mo-Fr 09:00-12:00,14:00-17:00; PH off';
const at = (instant: string, timeZone = 'Europe/Paris', osm = HOURS) =>
  openState(osm, new Date(instant), { timeZone, departement: '69' });

describe('the clock of the place decides, not that of the machine', () => {
  test('at the same instant a place is open in Lyon and closed in Cayenne', () => {
    expect(at('2026-11-25T08:30:00Z')).toEqual({
      isOpen: true,
      until: new Date('2026-11-25T11:00:00Z'),
    });
    expect(at('2026-11-25T08:30:00Z', 'America/Cayenne')).toMatchObject({
      isOpen: false,
      nextOpening: new Date('2026-11-25T12:00:00Z'),
    });
  });

  test('summer time counts', () => {
    expect(at('2026-07-01T07:30:00Z')?.until).toEqual(new Date('2026-07-01T10:00:00Z'));
    expect(at('2026-03-27T18:00:00Z')?.nextOpening).toEqual(new Date('2026-03-30T07:00:00Z'));
  });
});

test('a public holiday closes when the hours say so', () => {
  expect(at('2026-07-14T08:00:00Z')).toMatchObject({
    isOpen: false,
    nextOpening: new Date('2026-07-15T07:00:00Z'),
  });
  expect(at('2026-07-14T08:00:00Z', 'Europe/Paris', 'Tu 09:00-12:00')).toMatchObject({
    isOpen: true,
  });
});

describe('holidays are those of the place', () => {
  const isOpenIn = (departement: string, instant: string, osm: string) =>
    openState(osm, new Date(instant), { timeZone: 'Europe/Paris', departement })?.isOpen;

  test('26 December is a holiday in Alsace and Moselle only, the abolition of slavery overseas', () => {
    const hours = 'Mo-Su 09:00-17:00; PH off';
    expect(isOpenIn('67', '2026-12-26T10:00:00Z', hours)).toBe(false);
    expect(isOpenIn('69', '2026-12-26T10:00:00Z', hours)).toBe(true);
    expect(isOpenIn('974', '2026-12-20T10:00:00Z', hours)).toBe(false);
  });

  test('school holidays are those of the zone: A in Lyon, B in Rennes, C in Paris', () => {
    const hours = 'Mo-Fr 09:00-12:00; SH off';
    const openOn = (day: string) =>
      ['69', '35', '75'].map((departement) => isOpenIn(departement, `${day}T09:00:00Z`, hours));
    expect(openOn('2027-02-08')).toEqual([true, true, false]);
    expect(openOn('2027-02-26')).toEqual([false, false, true]);
    expect(openOn('2027-03-04')).toEqual([true, false, true]);
  });
});

test('a place that never closes has no closing time', () => {
  expect(at('2026-11-25T08:30:00Z', 'Europe/Paris', '24/7')).toEqual({
    isOpen: true,
  });
});

test('days of the month and seasons are evaluated', () => {
  expect(at('2026-11-25T08:30:00Z', 'Europe/Paris', 'We[2] 14:00-17:00')?.nextOpening).toEqual(
    new Date('2026-12-09T13:00:00Z'),
  );
  expect(at('2026-11-25T08:30:00Z', 'Europe/Paris', 'Apr-Oct Mo 09:00-12:00')?.nextOpening).toEqual(
    new Date('2027-04-05T07:00:00Z'),
  );
});

test('what was asked before, earlier or later, changes no answer', () => {
  const schedules = [
    'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
    'Mo-Fr 08:00-18:00; SH off',
    'We[2] 14:00-17:00; Sa 10:00-12:00 unknown',
    'Fr-Sa 20:00-02:00; PH off',
  ];
  // From the Monday before 11 November, a holiday, on: one step back for two forward.
  const monday = Date.parse('2026-11-09T00:00:00Z');
  const moments = Array.from(
    { length: 100 },
    (_, rank) => monday + (rank + (rank % 3 === 2 ? -2 : 0)) * 95 * 60_000,
  );
  let asked = 0;
  // A text that was never read before has no answer behind it: the same hours, then blanks that count in binary.
  const afresh = (osm: string) => {
    asked += 1;
    return osm + asked.toString(2).replaceAll('0', ' ').replaceAll('1', '\t');
  };
  const ask = (osm: string, moment: number) =>
    openState(osm, new Date(moment), { timeZone: 'Europe/Paris', departement: '69' });
  for (const osm of schedules)
    expect(moments.map((moment) => ask(osm, moment))).toEqual(
      moments.map((moment) => ask(afresh(osm), moment)),
    );
});

test('hours that cannot be told are not guessed', () => {
  expect(at('2026-11-25T08:30:00Z', 'Europe/Paris', 'lundi 9h')).toBeNull();
  const nowhere = { timeZone: 'Europe/Paris', departement: '' };
  expect(openState('Mo-Fr 09:00-12:00; SH off', new Date('2026-11-25T08:30:00Z'), nowhere)).toBeNull();
  expect(at('2026-11-25T08:30:00Z', 'Europe/Paris', 'Mo-Fr 09:00-12:00 "sur rendez-vous"')).toBeNull();
});

test('any text and any instant get an answer', () => {
  const scraps = fc
    .array(
      fc.constantFrom(
        'Mo',
        '-',
        'Fr',
        ' ',
        '09:00',
        '12:00',
        ',',
        ';',
        'PH',
        'SH',
        'off',
        'week',
        '1',
        'Apr',
        '[',
        ']',
        '"',
        'easter',
        '+',
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      fc.oneof(scraps, fc.string()),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01') }),
      fc.constantFrom('', '67', '69', '974'),
      (osm, now, departement) => {
        const state = openState(osm, now, { timeZone: 'Europe/Paris', departement });
        return state === null || !(state.until && state.nextOpening);
      },
    ),
    { numRuns: 400 },
  );
});
