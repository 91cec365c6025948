import { parseOpeningHours } from '../../standard/index.ts';
import { cellText, type MappedText } from './apply-mapping.ts';
import type { Weekday } from './mapping.ts';
import { type Draft, joinedText, refuseValue, repairValue } from './normalise-draft.ts';

type Days = Partial<Record<Weekday, string[]>>;

export function normaliseHours(draft: Draft): void {
  const transform = draft.mapping.fields.horaires?.transform;
  if (transform?.kind === 'weekdays') normaliseWeek(draft, transform.days);
  else normaliseText(draft);
}

function normaliseText(draft: Draft): void {
  const said = joinedText(draft, 'horaires', '\n');
  if (!said) return;
  const hours = parseOpeningHours(said.text);
  if (!hours.ok) {
    refuseValue(draft, said, 'hours-unreadable');
    return;
  }
  draft.fields.openingHours = hours.value.osm;
  const repair = hours.value.osm;
  if (hours.value.partial) repairValue(draft, said, { reason: 'hours-partly-read', repair });
  else if (isOsm(said.text) && repair !== said.text)
    repairValue(draft, said, { reason: 'hours-reformatted', repair });
}

/** Hours already written in the syntax of OpenStreetMap: changing them is a repair; reading French is not. */
const isOsm = (text: string): boolean => /\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b.*\d{2}:\d{2}/.test(text);

function normaliseWeek(draft: Draft, days: Days): void {
  const said = Object.entries(days).flatMap(([day, columns]) =>
    columns.map((column) => ({
      day: day as Weekday,
      field: 'horaires' as const,
      column,
      text: cellText(draft.row, column),
    })),
  );
  const present = said.filter(({ text }) => text !== '');
  if (present.length === 0) return;
  const hours = parseOpeningHours({ days: toDays(said) });
  if (hours.ok) draft.fields.openingHours = hours.value.osm;
  if (!hours.ok || hours.value.partial) reportDays(draft, present, hours.ok ? hours.value.osm : null);
}

function toDays(said: readonly { day: Weekday; text: string }[]): Days {
  const days: Days = {};
  for (const { day, text } of said) if (text !== '') days[day] = [...(days[day] ?? []), text];
  for (const [day, texts] of Object.entries(days)) days[day as Weekday] = pairClocks(texts);
  return days;
}

const LONE_CLOCK = /^\d{1,2} ?(?:h|:) ?(?:\d{2})?(?::00)?$/i;

/** Opening and closing times in columns of their own are read two by two. */
function pairClocks(texts: string[]): string[] {
  if (texts.length % 2 === 1 || !texts.every((text) => LONE_CLOCK.test(text))) return texts;
  return texts.flatMap((text, rank) => (rank % 2 === 0 ? [`${text}-${texts[rank + 1]}`] : []));
}

/** The whole week says only that something was not understood: each day is read alone to name the column. */
function reportDays(
  draft: Draft,
  present: readonly (MappedText & { day: Weekday })[],
  week: string | null,
): void {
  const before = draft.issues.length;
  for (const { day, ...said } of present) {
    const alone = parseOpeningHours({ days: { [day]: [said.text] } });
    if (!alone.ok) refuseValue(draft, said, 'hours-unreadable');
    else if (alone.value.partial)
      repairValue(draft, said, { reason: 'hours-partly-read', repair: alone.value.osm });
  }
  const [first] = present;
  if (draft.issues.length > before || !first) return;
  const whole = { ...first, text: present.map(({ text }) => text).join(' | ') };
  if (week === null) refuseValue(draft, whole, 'hours-unreadable');
  else repairValue(draft, whole, { reason: 'hours-partly-read', repair: week });
}
