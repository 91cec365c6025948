import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import { AGENDA } from '../../agenda-messages.ts';
import { comingOpenings, type Opening } from '../../domain/coming-openings.ts';
import { OPENING } from '../../opening-messages.ts';
import { clockWords, dayWords, momentAt } from './opening-words.ts';

/** The day of an opening and its hours: « vendredi 27 novembre » and « 9 h – 12 h ». */
function openingParts(
  { from, until }: Opening,
  fields: PlaceFields,
  view: View,
): { day: string; hours: string } {
  const moment = momentAt(fields, view);
  return {
    day: dayWords(from, { ...moment, withDate: true }),
    hours: OPENING[moment.lang].range(clockWords(from, moment), clockWords(until, moment)),
  };
}

export function openingWords(opening: Opening, fields: PlaceFields, view: View): string {
  const { day, hours } = openingParts(opening, fields, view);
  return nb(`${day}, ${hours}`);
}

/** Where a service that moves comes next, when its hours say so. */
export const nextStop = (fields: PlaceFields, now: Date): Opening | null =>
  (fields.mobility?.includes('Itinérant') && comingOpenings(fields, now, 1)[0]) || null;

/** « Vient vendredi 27 novembre, 9 h – 12 h », of a service that moves and gives its dates. */
export function stopWords(fields: PlaceFields, view: View): string | null {
  const stop = nextStop(fields, view.now);
  if (!stop) return null;
  const { day, hours } = openingParts(stop, fields, view);
  return nb(AGENDA[view.publicLang].comes(day, hours));
}
