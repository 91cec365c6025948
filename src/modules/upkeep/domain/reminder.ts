import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import type { PlaceFields } from '../../standard/index.ts';

interface RemindedPlace {
  id: string;
  fields: PlaceFields;
}

/** One letter to one address, about all its places whose information is old. */
export interface Reminder {
  email: string;
  places: RemindedPlace[];
}

/** Longer letters are not read; the places left out come with the next run. */
const MOST_PLACES = 10;

/** The day on which information that is `months` old was said. */
export function monthsBefore(now: Date, months: number): LocalDate {
  const day = new Date(`${localDateAt(now)}T12:00:00Z`);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(Number(localDateAt(now).slice(8)), lastDay));
  return day.toISOString().slice(0, 10) as LocalDate;
}

/**
 * Places whose information is older than `since`, by the first address they publish: one letter per address, none to
 * whoever said no, and at most one per place and period. The oldest first, so that a limited run helps most.
 */
export function remindersDue(
  places: readonly RemindedPlace[],
  rules: {
    since: LocalDate;
    /** Already reminded during the period. */
    reminded: ReadonlySet<string>;
    hasOptedOut: (email: string) => boolean;
  },
): Reminder[] {
  const due = places
    .filter(({ id, fields }) => (fields.updatedOn ?? '') < rules.since && !rules.reminded.has(id))
    .sort((a, b) => ((a.fields.updatedOn ?? '') < (b.fields.updatedOn ?? '') ? -1 : 1));
  const letters = new Map<string, RemindedPlace[]>();
  for (const place of due) {
    const email = place.fields.emails?.[0];
    if (email === undefined || rules.hasOptedOut(email)) continue;
    const letter = letters.get(email) ?? [];
    if (letter.length < MOST_PLACES) letter.push(place);
    letters.set(email, letter);
  }
  return [...letters].map(([email, about]) => ({ email, places: about }));
}
