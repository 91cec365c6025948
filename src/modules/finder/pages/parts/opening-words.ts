import { toWallMs } from '../../../../kernel/wall-clock.ts';
import { nb, writeDate } from '../../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import type { Openness } from '../../domain/openness.ts';
import { timeZoneOf } from '../../domain/time-zone.ts';
import { OPENING } from '../../opening-messages.ts';

export interface Moment {
  now: Date;
  lang: PublicLang;
  timeZone: string;
}

export const momentAt = (
  fields: PlaceFields,
  { now, publicLang }: { now: Date; publicLang: PublicLang },
): Moment => ({
  now,
  lang: publicLang,
  timeZone: timeZoneOf(fields),
});

/** « 9 h », « 14 h 30 » from minutes since midnight; the end of a day is 24 h. */
export function minutesWords(minutes: number, lang: PublicLang): string {
  const ofDay = minutes > 1440 ? minutes - 1440 : minutes;
  return nb(OPENING[lang].clock(Math.floor(ofDay / 60), ofDay % 60));
}

export function clockWords(instant: Date, { lang, timeZone }: Moment): string {
  const minutes = Math.floor(toWallMs(instant.getTime(), timeZone) / MINUTE_MS) % DAY_MINUTES;
  return minutesWords(minutes, lang);
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** « à 14 h », « demain à 9 h », « lundi à 9 h », « lundi 7 décembre à 9 h ». */
export function whenWords(instant: Date, moment: Moment): string {
  const { now, lang, timeZone } = moment;
  const words = OPENING[lang];
  const clock = clockWords(instant, moment);
  const days = dayNumber(instant, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return nb(words.today(clock));
  if (days === 1) return nb(words.tomorrow(clock));
  const isThisWeek = instant.getTime() - now.getTime() < 6 * DAY_MS;
  return nb(words.on(dayWords(instant, { lang, timeZone, withDate: !isThisWeek }), clock));
}

/** Days since 1970 by the clock of the place. */
const dayNumber = (instant: Date, timeZone: string): number =>
  Math.floor(toWallMs(instant.getTime(), timeZone) / DAY_MS);

/** « mardi », or « mardi 24 novembre ». */
export function dayWords(
  instant: Date,
  { lang, timeZone, withDate }: { lang: PublicLang; timeZone: string; withDate: boolean },
): string {
  const date = withDate ? ({ day: 'numeric', month: 'long' } as const) : {};
  return writeDate(instant, lang, { weekday: 'long', ...date, timeZone });
}

/** Closing within the next 20 hours is worth saying; later, the place is simply open. */
const SOON_MS = 20 * 3600 * 1000;

export const closingWords = (openness: Openness, moment: Moment): string | null =>
  openness.kind === 'open' && openness.until && openness.until.getTime() - moment.now.getTime() < SOON_MS
    ? clockWords(openness.until, moment)
    : null;

/** « mardi 24 novembre 2026 », for paper. */
export const longDate = (instant: Date, { lang, timeZone }: Moment): string =>
  writeDate(instant, lang, { dateStyle: 'full', timeZone });
