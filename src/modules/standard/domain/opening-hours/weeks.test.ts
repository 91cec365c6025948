import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLOCK_CHANGES, compareHours } from '../../../../../test/benchmarks/search-hours.ts';
import { describeWithSharedData, sharedPath } from '../../../../../test/support/shared-data.ts';
import { openWeeks, parseOpeningHours } from '../../index.ts';

/** Monday 21 December 2026. */
const CHRISTMAS = { mondayMs: Date.UTC(2026, 11, 21), count: 2 };
const hour = (day: number, clock: number): number => day * 1440 + clock * 60;
const weeksOf = (osm: string, departement = '69') =>
  openWeeks(osm, departement, CHRISTMAS).map((times) => [...times]);

describe('the coming weeks of a place', () => {
  test('hours that are the same every week make one week', () => {
    expect(weeksOf('Mo 09:00-12:00; Su 20:00-24:00')).toEqual([
      [hour(0, 9), hour(0, 12), hour(6, 20), hour(7, 0)],
    ]);
  });

  test('holidays close the days that the hours say, those of the area included', () => {
    const [christmas, newYear] = weeksOf('We,Fr,Sa 09:00-12:00; PH off');
    expect(christmas).toEqual([hour(2, 9), hour(2, 12), hour(5, 9), hour(5, 12)]);
    expect(newYear).toEqual([hour(2, 9), hour(2, 12), hour(5, 9), hour(5, 12)]);
    expect(weeksOf('We,Fr,Sa 09:00-12:00; PH off', '68')[0]).toEqual([hour(2, 9), hour(2, 12)]);
  });

  test('school holidays follow the zone; nowhere, nothing can be told', () => {
    const [during, after] = openWeeks('Mo 09:00-12:00; SH off', '69', {
      mondayMs: Date.UTC(2026, 11, 28),
      count: 2,
    });
    expect([during?.length, after?.length]).toEqual([0, 2]);
    expect(weeksOf('Mo 09:00-12:00; SH off', '')).toEqual([[], []]);
  });

  test('an opening across Sunday midnight is cut between its two weeks', () => {
    const [first, second] = weeksOf('Su 20:00-02:00');
    expect(first?.slice(-2)).toEqual([hour(6, 20), hour(7, 0)]);
    expect(second?.slice(0, 2)).toEqual([0, hour(0, 2)]);
  });
});

describeWithSharedData('real hours', () => {
  test('of one text in a hundred and twenty, at every quarter of eight weeks with a change of the clocks, are those of opening_hours', () => {
    const records = JSON.parse(
      readFileSync(sharedPath('places/conseillers-numeriques/cnfs.json'), 'utf8'),
    ) as {
      horaires?: string;
    }[];
    const texts = [...new Set(records.map(({ horaires }) => horaires ?? ''))].flatMap((text) => {
      const parsed = parseOpeningHours(text);
      return parsed.ok ? [parsed.value.osm] : [];
    });
    const sample = [...new Set(texts)].sort().filter((_, rank) => rank % 120 === 0);
    expect(sample.length).toBeGreaterThan(10);
    for (const mondayMs of CLOCK_CHANGES) expect(compareHours(sample, mondayMs).different).toEqual([]);
  });
});
