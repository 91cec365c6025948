import { isEnumeratedField } from './enumerations.ts';
import { DAY_LABELS, labelForValue, type PublicWords } from './labels.ts';
import { type Day, type DayHours, weekOf } from './opening-hours.ts';
import { formatPhone } from './phone.ts';
import { FIELD_KEYS, type PlaceFields, type StandardField } from './place-fields.ts';

/** The value of one field in plain words; empty when there is none. */
export function wordsOfField(field: StandardField, fields: PlaceFields, lang: keyof PublicWords): string {
  const value = fields[FIELD_KEYS[field]];
  if (value === undefined) return '';
  const { comma } = MARKS[lang] ?? USUAL_MARKS;
  if (field === 'telephone') return (fields.phones ?? []).map(formatPhone).join(comma);
  if (field === 'horaires') return plainWeek(String(value), lang);
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item) => (isEnumeratedField(field) ? labelForValue(field, item)[lang] : item))
    .join(comma);
}

/** Between items, and between groups of items. */
const USUAL_MARKS = { comma: ', ', semicolon: '; ' };
const FRENCH_MARKS = { comma: ', ', semicolon: ' ; ' };
const MARKS: Partial<Record<keyof PublicWords, typeof USUAL_MARKS>> = {
  fr: FRENCH_MARKS,
  falc: FRENCH_MARKS,
  ar: { comma: '، ', semicolon: '؛ ' },
};

/** English alone writes days with a capital inside a sentence. */
const dayInSentence = (day: Day, lang: keyof PublicWords): string =>
  lang === 'en' ? DAY_LABELS[day].en : DAY_LABELS[day][lang].toLowerCase();

/** « lundi 9h-12h, 14h-18h ; mardi 9h-12h »; the text itself when weeks differ. */
function plainWeek(osm: string, lang: keyof PublicWords): string {
  const week = weekOf(osm);
  if (week === null) return osm;
  return week
    .flatMap(({ day, ranges }) =>
      ranges.length === 0 ? [] : [`${dayInSentence(day, lang)} ${plainRanges(ranges)}`],
    )
    .join((MARKS[lang] ?? USUAL_MARKS).semicolon);
}

/** « 9h-12h30, 14h-18h »: what people type, and what is read back as the same hours. */
export const plainRanges = (ranges: DayHours['ranges']): string =>
  ranges.map(([from, to]) => `${plainTime(from)}-${plainTime(to)}`).join(', ');

function plainTime(minutes: number): string {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes;
  const rest = inDay % 60;
  return `${Math.floor(inDay / 60)}h${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}
