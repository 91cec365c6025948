import type { ColumnProfile } from './column-profile.ts';
import type { FieldMapping, Weekday } from './mapping.ts';

const DAYS: Record<string, Weekday> = {
  lundi: 'Mo',
  lun: 'Mo',
  monday: 'Mo',
  mon: 'Mo',
  mardi: 'Tu',
  mar: 'Tu',
  tuesday: 'Tu',
  mercredi: 'We',
  mer: 'We',
  wednesday: 'We',
  jeudi: 'Th',
  jeu: 'Th',
  thursday: 'Th',
  vendredi: 'Fr',
  ven: 'Fr',
  friday: 'Fr',
  samedi: 'Sa',
  sam: 'Sa',
  saturday: 'Sa',
  dimanche: 'Su',
  dim: 'Su',
  sunday: 'Su',
};
/** Days as OpenStreetMap writes them, too short to be read alone. */
const OSM_DAYS: Record<string, Weekday> = {
  mo: 'Mo',
  tu: 'Tu',
  we: 'We',
  th: 'Th',
  fr: 'Fr',
  sa: 'Sa',
  su: 'Su',
};
const HOURS_WORDS = ['horaire', 'hour', 'opening', 'ouverture'];
const HALF_DAYS = new Set(
  'matin matinee apre midi apm aprem apremidi soir am pm ap journee debut fin start end 1 2 3 4 ouverture fermeture'.split(
    ' ',
  ),
);

/** One column alone, read for its times: « 9h », « 09:00 », « 9h-12h ». */
const CLOCK = /\d{1,2} ?(?:h|:)|^ferme|^\d{1,2} ?- ?\d{1,2}$/;

interface DayColumn {
  day: Weekday;
  profile: ColumnProfile;
  /** What the name says besides the day: columns of one week say the same. */
  group: string;
}

/** One column per weekday or half-day: at least three days of one week. */
export function proposeWeekdays(profiles: readonly ColumnProfile[]): FieldMapping | null {
  const groups = new Map<string, DayColumn[]>();
  for (const column of profiles.flatMap(dayColumn)) {
    groups.set(column.group, [...(groups.get(column.group) ?? []), column]);
  }
  const weeks = [...groups.values()]
    .filter((columns) => new Set(columns.map(({ day }) => day)).size >= 3)
    .sort((a, b) => fillOf(b) - fillOf(a));
  const [best] = weeks;
  if (!best) return null;
  const days: Partial<Record<Weekday, string[]>> = {};
  for (const { day, profile } of best) days[day] = [...(days[day] ?? []), profile.column];
  const columns = best.map(({ profile }) => profile.column);
  return { columns, confidence: 0, transform: { kind: 'weekdays', days } };
}

function dayColumn(profile: ColumnProfile): DayColumn[] {
  const words = [...profile.name.parents, ...profile.name.leaf];
  const known = words.some((word) => HOURS_WORDS.includes(word)) ? { ...DAYS, ...OSM_DAYS } : DAYS;
  const days = new Set(words.flatMap((word) => known[word] ?? []));
  const [day] = days;
  if (days.size !== 1 || !day || !holdsTimes(profile)) return [];
  const group = words.filter((word) => !(word in known) && !HALF_DAYS.has(word)).join(' ');
  return [{ day, profile, group }];
}

const holdsTimes = ({ cells }: ColumnProfile): boolean =>
  cells.length === 0 || cells.filter(({ folded }) => CLOCK.test(folded)).length >= 0.3 * cells.length;

const fillOf = (columns: readonly DayColumn[]): number =>
  columns.reduce((sum, { profile }) => sum + profile.filled, 0);
