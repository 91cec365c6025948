import { hoursKey, type PlaceFields } from '../../../standard/index.ts';
import { receivesVisitors } from '../openness.ts';
import { calendarOf } from '../time-zone.ts';

/** Hours that several places share: the same text, by the same clock, with the same holidays. */
export interface ScheduleKey {
  openingHours: string;
  timeZone: string;
  departement: string;
}

/** Numbers each distinct schedule once: 7,500 places with hours share 4,500 of them. */
export class ScheduleKeys {
  readonly keys: ScheduleKey[] = [];
  readonly #numbers = new Map<string, number>();

  /** From 1; 0 when nobody can say when the place is open. */
  numberOf(fields: PlaceFields): number {
    const { openingHours } = fields;
    if (openingHours === undefined || !receivesVisitors(fields)) return 0;
    const { timeZone, departement } = calendarOf(fields);
    const key = `${timeZone}|${hoursKey(openingHours, departement)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push({ openingHours, timeZone, departement });
    this.#numbers.set(key, number);
    return number;
  }
}
