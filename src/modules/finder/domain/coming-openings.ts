import { openState, type PlaceFields } from '../../standard/index.ts';
import { receivesVisitors } from './openness.ts';
import { calendarOf, timeZoneOf } from './time-zone.ts';

export interface Opening {
  from: Date;
  until: Date;
}

/** The next times a place opens, after the present opening if it is open; none when its hours do not say. */
export function comingOpenings(fields: PlaceFields, now: Date, count: number): Opening[] {
  const { openingHours } = fields;
  if (!openingHours || !receivesVisitors(fields)) return [];
  const calendar = calendarOf(fields);
  const openings: Opening[] = [];
  let at = openState(openingHours, now, calendar)?.until ?? now;
  while (openings.length < count) {
    const from = openState(openingHours, at, calendar)?.nextOpening;
    const until = from && openState(openingHours, from, calendar)?.until;
    if (!from || !until) break;
    openings.push({ from, until });
    at = until;
  }
  return openings;
}

/** « 2026-11-27T09:00 » by the clock of the place: how an address names an opening. */
export function openingKey({ from }: Opening, fields: PlaceFields): string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: timeZoneOf(fields),
  });
  return format.format(from).replace(' ', 'T');
}
