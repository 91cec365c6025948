import { openState, type PlaceFields } from '../../standard/index.ts';
import { calendarOf } from './time-zone.ts';

/** The answer to « Puis-je y aller maintenant ? ». */
export type Openness =
  | { kind: 'open'; until?: Date }
  | { kind: 'closed'; nextOpening?: Date }
  | { kind: 'moves' }
  | { kind: 'no-visitors' }
  | { kind: 'unknown' };

const NO_VISITORS = "Ce lieu n'accueille pas de public";

export const receivesVisitors = ({ accessModes }: PlaceFields): boolean =>
  !accessModes?.includes(NO_VISITORS);

const MINUTE_MS = 60_000;

/** Hours are written in minutes, and a list asks three times about each place: the answer of the minute is remembered. */
const ANSWERS = new WeakMap<PlaceFields, { minute: number; openness: Openness }>();

export function openness(fields: PlaceFields, now: Date): Openness {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const known = ANSWERS.get(fields);
  if (known?.minute === minute) return known.openness;
  const answer = { minute, openness: evaluate(fields, now) };
  ANSWERS.set(fields, answer);
  return answer.openness;
}

function evaluate(fields: PlaceFields, now: Date): Openness {
  if (!receivesVisitors(fields)) return { kind: 'no-visitors' };
  const state = fields.openingHours ? openState(fields.openingHours, now, calendarOf(fields)) : null;
  if (state?.isOpen) return state.until ? { kind: 'open', until: state.until } : { kind: 'open' };
  if (state)
    return state.nextOpening ? { kind: 'closed', nextOpening: state.nextOpening } : { kind: 'closed' };
  return { kind: fields.mobility?.includes('Itinérant') ? 'moves' : 'unknown' };
}

export type Arrival = 'walk-in' | 'appointment' | 'phone-first';

/** How one may come, from the access modes of the standard; null when the place does not say. */
export function arrival(fields: PlaceFields): Arrival | null {
  const modes = fields.accessModes ?? [];
  if (!receivesVisitors(fields)) return null;
  if (modes.includes('Se présenter')) return 'walk-in';
  if (modes.includes('Prendre un RDV en ligne') || fields.bookingUrl) return 'appointment';
  return modes.includes('Téléphoner') ? 'phone-first' : null;
}

export type Price = 'Gratuit' | 'Gratuit sous condition' | 'Payant' | 'mixed';

/** One word for the price: a place that is free for some only is never called free. */
export function priceOf({ fees = [] }: PlaceFields): Price | null {
  if (fees.length === 0) return null;
  if (fees.includes('Payant')) return fees.length === 1 ? 'Payant' : 'mixed';
  return fees.includes('Gratuit sous condition') ? 'Gratuit sous condition' : 'Gratuit';
}

/** Metres per minute on foot: 4.5 km/h, a slow walker's pace. */
const WALKING_PACE = 75;
/** Beyond half an hour on foot, a walking time helps nobody. */
export const LONGEST_WALK_METRES = 2_500;

export const walkingMinutes = (distanceMetres: number): number | null =>
  distanceMetres <= LONGEST_WALK_METRES ? Math.max(1, Math.round(distanceMetres / WALKING_PACE)) : null;
