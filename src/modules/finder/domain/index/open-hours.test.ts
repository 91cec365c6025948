import { expect, test } from 'vitest';
import { TUESDAY } from '../../../../../test/support/catalogue.ts';
import { toWallMs } from '../../../../kernel/wall-clock.ts';
import { hasBit } from './bits.ts';
import { buildCalendar, mondayBefore } from './build-calendar.ts';
import { openHours } from './open-hours.ts';
import { finish } from './slices.ts';

test('places asked about one by one are open when the set of all says so, in every zone', () => {
  const texts = ['Mo-Fr 09:00-12:00,14:00-17:00', '24/7', 'Sa 10:00-12:00', 'Mo-Su 18:00-26:00'];
  const keys = ['Europe/Paris', 'America/Cayenne', 'Indian/Reunion'].flatMap((timeZone) =>
    texts.map((openingHours) => ({ openingHours, timeZone, departement: '69' })),
  );
  // The first place has no hours.
  const schedules = Uint32Array.from({ length: keys.length + 1 }, (_, rank) => rank);
  const hours = openHours(finish(buildCalendar(keys, mondayBefore(TUESDAY.getTime()))), schedules, toWallMs);
  for (let hour = 0; hour < 7 * 24; hour += 1) {
    const now = hours.at(new Date(TUESDAY.getTime() + hour * 3_600_000));
    const isOpen = now.test(schedules.length);
    const oneByOne = [...schedules.keys()].filter(isOpen);
    expect(oneByOne).toEqual([...schedules.keys()].filter((rank) => hasBit(now.all(), rank)));
    expect(oneByOne).toEqual([...schedules.keys()].filter(now.test(1_000_000)));
  }
});
