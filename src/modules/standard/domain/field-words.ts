import { isEnumeratedField } from './enumerations.ts';
import { labelForValue, type Words } from './labels.ts';
import { type DayHours, weekOf } from './opening-hours.ts';
import { formatPhone } from './phone.ts';
import { FIELD_KEYS, type PlaceFields, type StandardField } from './place-fields.ts';

/** The value of one field in plain words; empty when there is none. */
export function wordsOfField(field: StandardField, fields: PlaceFields, lang: keyof Words): string {
  const value = fields[FIELD_KEYS[field]];
  if (value === undefined) return '';
  if (field === 'telephone') return (fields.phones ?? []).map(formatPhone).join(', ');
  if (field === 'horaires') return plainWeek(String(value), lang);
  if (!Array.isArray(value)) return String(value);
  return value.map((item) => (isEnumeratedField(field) ? labelForValue(field, item)[lang] : item)).join(', ');
}

const DAY_NAMES: Record<keyof Words, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** « lundi 9h-12h, 14h-18h ; mardi 9h-12h »; the text itself when weeks differ. */
function plainWeek(osm: string, lang: keyof Words): string {
  const week = weekOf(osm);
  if (week === null) return osm;
  return week
    .flatMap(({ ranges }, rank) =>
      ranges.length === 0 ? [] : [`${DAY_NAMES[lang][rank]} ${plainRanges(ranges)}`],
    )
    .join(' ; ');
}

/** « 9h-12h30, 14h-18h »: what people type, and what is read back as the same hours. */
export const plainRanges = (ranges: DayHours['ranges']): string =>
  ranges.map(([from, to]) => `${plainTime(from)}-${plainTime(to)}`).join(', ');

function plainTime(minutes: number): string {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes;
  const rest = inDay % 60;
  return `${Math.floor(inDay / 60)}h${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}
