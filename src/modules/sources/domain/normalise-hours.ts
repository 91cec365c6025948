import { parseOpeningHours } from '../../standard/index.ts';
import { cellText, type MappedText } from './apply-mapping.ts';
import type { Weekday } from './mapping.ts';
import { type Draft, joinedText, refuseValue, repairValue } from './normalise-draft.ts';

type Days = Partial<Record<Weekday, string[]>>;
type Reading = ReturnType<typeof parseOpeningHours>;

export function normaliseHours(draft: Draft): void {
  const transform = draft.mapping.fields.horaires?.transform;
  if (transform?.kind === 'weekdays') normaliseWeek(draft, transform.days);
  else normaliseText(draft);
}

/** Offices keep the same hours as their neighbours: the same week comes back on many rows. */
const MEMORY = new Map<string, Reading>();
const MEMORY_LIMIT = 20_000;

function readHours(input: string | { days: Days }): Reading {
  const key = typeof input === 'string' ? input : JSON.stringify(input.days);
  const known = MEMORY.get(key);
  if (known) return known;
  if (MEMORY.size >= MEMORY_LIMIT) MEMORY.clear();
  const reading = parseOpeningHours(input);
  MEMORY.set(key, reading);
  return reading;
}

function normaliseText(draft: Draft): void {
  const said = joinedText(draft, 'horaires', '\n');
  if (!said) return;
  const hours = readHours(said.text);
  if (!hours.ok) {
    refuseHours(draft, said, hours);
    return;
  }
  const { osm: repair, partial } = hours.value;
  draft.fields.openingHours = repair;
  if (partial) repairValue(draft, said, { reason: 'hours-partly-read', repair });
  else if (isOsm(said.text) && repair !== said.text)
    repairValue(draft, said, { reason: 'hours-reformatted', repair });
}

const refuseHours = (draft: Draft, said: MappedText, { refusal }: Extract<Reading, { ok: false }>): void =>
  refuseValue(draft, said, refusal.kind === 'empty' ? 'hours-closed' : 'hours-unreadable');

/** Hours already written in the syntax of OpenStreetMap: changing them is a repair; reading French is not. */
const isOsm = (text: string): boolean => /\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b.*\d{2}:\d{2}/.test(text);

type DayText = MappedText & { day: Weekday };

function normaliseWeek(draft: Draft, days: Days): void {
  const present = Object.entries(days).flatMap(([day, columns]) =>
    columns.flatMap((column): DayText[] => {
      const text = cellText(draft.row, column);
      return text === '' ? [] : [{ day: day as Weekday, field: 'horaires', column, text }];
    }),
  );
  if (present.length === 0) return;
  const hours = readHours({ days: toDays(present) });
  if (hours.ok) draft.fields.openingHours = hours.value.osm;
  if (!hours.ok || hours.value.partial) reportDays(draft, present, hours);
}

function toDays(present: readonly DayText[]): Days {
  const days: Days = {};
  for (const { day, text } of present) days[day] = [...(days[day] ?? []), text];
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
function reportDays(draft: Draft, present: readonly DayText[], week: Reading): void {
  const before = draft.issues.length;
  for (const said of present) {
    const alone = readHours({ days: { [said.day]: [said.text] } });
    if (alone.ok && alone.value.partial)
      repairValue(draft, said, { reason: 'hours-partly-read', repair: alone.value.osm });
    // A day without hours is closed: nothing is wrong with it.
    if (!alone.ok && alone.refusal.kind !== 'empty') refuseValue(draft, said, 'hours-unreadable');
  }
  const [first] = present;
  if (draft.issues.length > before || !first) return;
  const whole = { ...first, text: present.map(({ text }) => text).join(' | ') };
  if (week.ok) repairValue(draft, whole, { reason: 'hours-partly-read', repair: week.value.osm });
  else refuseHours(draft, whole, week);
}
