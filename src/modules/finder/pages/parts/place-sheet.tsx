import type { ComponentChildren } from 'preact';
import { Icon, type IconName, Logo } from '../../../../platform/html/icon.tsx';
import { Published } from '../../../../platform/html/parts.tsx';
import { QrCode } from '../../../../platform/html/qr-code.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import {
  DAY_LABELS,
  DAYS,
  type DayHours,
  formatPhone,
  type PlaceFields,
  weekOf,
} from '../../../standard/index.ts';
import { arrival } from '../../domain/openness.ts';
import { OPENING } from '../../opening-messages.ts';
import { PLACE } from '../../place-messages.ts';
import { SHEET } from '../../sheet-messages.ts';
import { costWords } from './cost-words.ts';
import { freshness } from './freshness.ts';
import { rangesOf, rangeWords } from './hours-table.tsx';
import { longDate, momentAt } from './opening-words.ts';
import { PlaceName } from './place-name.tsx';

/** What comes out of the printer: one A4 side that a person can pin up, with room for an appointment. */
export function PlaceSheet({ view, place }: { view: View; place: PublishedPlace }) {
  const words = SHEET[view.publicLang];
  const { fields } = place;
  const phone = fields.phones?.[0];
  const coming = arrival(fields);
  const address = `${view.publicUrl}/lieux/${place.id}`;
  return (
    <article class="m-sheet">
      <div class="m-sheet-top">
        <span class="m-logo">
          <Logo />
          <span>Maillon</span>
        </span>
        <span>{nb(words.printed(longDate(view.now, momentAt(fields, view))))}</span>
      </div>
      <div class="m-sheet-main">
        <p class="m-sheet-name">
          <PlaceName view={view} fields={fields} />
        </p>
        <p class="m-sheet-where">
          <Published view={view}>{unbroken(where(fields))}</Published>
        </p>
        {phone && (
          <Block icon="phone" title={words.call}>
            <p class="m-sheet-phone">{formatPhone(phone)}</p>
          </Block>
        )}
        <Block icon="clock" title={words.hours}>
          <SheetHours view={view} fields={fields} />
        </Block>
        {fields.addressDetail && (
          <Block icon="map-pin" title={words.come}>
            <p class="m-sheet-clamp">
              <Published view={view}>{fields.addressDetail}</Published>
            </p>
          </Block>
        )}
        <Block icon="coin-euro" title={words.cost}>
          <p class="m-sheet-clamp">
            {nb(`${costWords(fields, view.publicLang)} ${coming ? PLACE[view.publicLang][coming] : ''}`)}
          </p>
        </Block>
      </div>
      <div class="m-sheet-end">
        <Appointment view={view} />
        <QrCode text={address} label={words.link} />
      </div>
      <p class="m-sheet-link">{address.replace(/^https?:\/\//, '')}</p>
      <div class="m-sheet-foot">
        <span>{nb(freshness(place, view.publicLang))}</span>
        <span>{LANGUAGE_FACTS[view.publicLang].notReviewed ?? words.one}</span>
      </div>
    </article>
  );
}

const where = ({ address, postalCode, commune }: PlaceFields): string =>
  [address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');

function Block({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <div class="m-sheet-block">
      <Icon name={icon} isLarge />
      <div>
        <p class="m-sheet-title">{nb(title)}</p>
        {children}
      </div>
    </div>
  );
}

function SheetHours({ view, fields }: { view: View; fields: PlaceFields }) {
  const week = fields.openingHours ? weekOf(fields.openingHours) : null;
  if (!week) {
    const ask = fields.phones?.length ? PLACE[view.publicLang].callFirst : PLACE[view.publicLang].writeFirst;
    return <p>{nb(`${SHEET[view.publicLang].askHours} ${ask}`)}</p>;
  }
  const words = OPENING[view.publicLang];
  // Three openings in a day do not fit one line of the usual size.
  const isDense = week.some(({ ranges }) => ranges.length > 2);
  return (
    <table class={isDense ? 'm-sheet-hours m-sheet-dense' : 'm-sheet-hours'}>
      <tbody>
        {DAYS.map((day) => (
          <tr key={day} class={rangesOf(week, day).length > 0 ? 'm-sheet-open' : undefined}>
            <th scope="row">{DAY_LABELS[day][view.publicLang]}</th>
            <td>{nb(dayLine(week, day, view) || words.closedDay)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayLine = (week: readonly DayHours[], day: DayHours['day'], { publicLang }: View): string =>
  rangesOf(week, day)
    .map((range) => rangeWords(range, publicLang))
    .join(LANGUAGE_FACTS[publicLang].comma);

/** Blank lines, filled by hand at the desk. */
function Appointment({ view }: { view: View }) {
  const words = SHEET[view.publicLang];
  const dots = (count: number) => '.'.repeat(count);
  return (
    <div class="m-sheet-appointment">
      <p class="m-sheet-title">{words.appointment}</p>
      <p>{nb(`${words.day} ${dots(24)} ${words.time} ${dots(12)}`)}</p>
      <p>{nb(`${words.with} ${dots(44)}`)}</p>
    </div>
  );
}
