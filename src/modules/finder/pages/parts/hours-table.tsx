import { localDateAt } from '../../../../kernel/dates.ts';
import { TABLE_ROLES } from '../../../../platform/html/parts.tsx';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../../../../platform/i18n/public-languages.ts';
import { DAY_LABELS, DAYS, type Day, type DayHours } from '../../../standard/index.ts';
import { OPENING } from '../../opening-messages.ts';
import { type Moment, minutesWords } from './opening-words.ts';

export const rangesOf = (week: readonly DayHours[], day: Day): readonly [number, number][] =>
  week.find((one) => one.day === day)?.ranges ?? [];

export const rangeWords = ([from, to]: readonly [number, number], lang: PublicLang): string =>
  OPENING[lang].range(minutesWords(from, lang), minutesWords(to, lang));

/** The week in words; bars from 8 h to 20 h only decorate. */
export function HoursTable({
  week,
  moment,
  caption,
}: {
  week: readonly DayHours[];
  moment: Moment;
  caption: string;
}) {
  const { lang } = moment;
  const today = dayOf(moment);
  const words = OPENING[lang];
  return (
    <table class="m-hours" {...TABLE_ROLES.table}>
      <caption class="ds-sr-only">{caption}</caption>
      <tbody {...TABLE_ROLES.rowgroup}>
        {DAYS.map((day) => {
          const ranges = rangesOf(week, day);
          return (
            <tr key={day} class={day === today ? 'm-today' : undefined} {...TABLE_ROLES.row}>
              <th scope="row" {...TABLE_ROLES.rowheader}>
                {DAY_LABELS[day][lang]} {day === today && <small>{words.isToday}</small>}
              </th>
              <td {...TABLE_ROLES.cell}>
                {ranges.length === 0
                  ? words.closedDay
                  : ranges.map((range, rank) => (
                      <span key={range[0]}>
                        {nb(rangeWords(range, lang))}
                        {rank < ranges.length - 1 && LANGUAGE_FACTS[lang].comma}
                      </span>
                    ))}
              </td>
              <td class="m-hours-bar" {...TABLE_ROLES.cell}>
                <Bar ranges={ranges} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const BAR = { from: 8 * 60, to: 20 * 60 };

function Bar({ ranges }: { ranges: readonly (readonly [number, number])[] }) {
  const clip = (minutes: number) => Math.min(Math.max(minutes, BAR.from), BAR.to) - BAR.from;
  return (
    <svg viewBox={`0 0 ${BAR.to - BAR.from} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="m-bar-day" width={BAR.to - BAR.from} height="10" />
      {ranges.map(([from, to]) => (
        <rect key={from} class="m-bar-open" x={clip(from)} width={clip(to) - clip(from)} height="10" />
      ))}
    </svg>
  );
}

function dayOf({ now, timeZone }: Moment): Day {
  const noon = new Date(`${localDateAt(now, timeZone)}T12:00:00Z`);
  return DAYS[(noon.getUTCDay() + 6) % 7]!;
}
