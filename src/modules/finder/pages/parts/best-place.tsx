import { Button, ButtonLink, Icon, type IconName } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { formatPhone } from '../../../standard/index.ts';
import type { RankedPlace } from '../../domain/best-places.ts';
import { openingKey } from '../../domain/coming-openings.ts';
import type { Sign } from '../../domain/place-criteria.ts';
import type { Public } from '../../domain/wish.ts';
import { PLACE } from '../../place-messages.ts';
import { PRO } from '../../pro-messages.ts';
import { nextStop, openingWords } from './opening-range.ts';
import { reasonWords } from './reason-words.ts';

const SIGN_ICONS: Record<Sign, IconName> = { for: 'check', against: 'alert-triangle', unknown: 'minus' };

interface Shown {
  view: View;
  ranked: RankedPlace<PublishedPlace>;
}

/** One of the three: its name, why it is here, what one can do with it at once. */
export function BestPlace({ view, ranked, rank, whom }: Shown & { rank: number; whom: Public | undefined }) {
  const words = PRO[view.lang];
  const { id, fields } = ranked.found.place;
  const where = [fields.address, fields.commune].filter(Boolean).join(', ');
  return (
    <li class={rank === 1 ? 'm-best-first' : undefined}>
      <h3>
        {rank}. <a href={`/lieux/${id}`}>{nb(fields.name ?? PLACE[view.lang].unnamed)}</a>
      </h3>
      <p class="m-subtle">{nb(unbroken(where))}</p>
      <ul class="m-reasons">
        {ranked.reasons.map((reason) => (
          <li key={reason.criterion} class={`m-it m-reason-${reason.sign}`}>
            <Icon name={SIGN_ICONS[reason.sign]} />
            <span>
              <span class="ds-sr-only">{nb(words[reason.sign])} </span>
              {nb(reasonWords(reason, ranked.found, { view, whom }))}
            </span>
          </li>
        ))}
      </ul>
      <Actions view={view} ranked={ranked} />
    </li>
  );
}

function Actions({ view, ranked }: Shown) {
  const words = PRO[view.lang];
  const { id, fields } = ranked.found.place;
  const name = fields.name ?? PLACE[view.lang].unnamed;
  const phone = fields.phones?.[0];
  const link = `${view.publicUrl}/lieux/${id}`;
  const message = [name, fields.address, fields.commune, phone && formatPhone(phone), link]
    .filter(Boolean)
    .join('\n');
  const subject = encodeURIComponent(words.mailSubject(name));
  const body = encodeURIComponent(message);
  return (
    <div class="m-actions">
      {phone && (
        <ButtonLink variant="secondary" icon="phone" href={`tel:${phone}`}>
          {words.call(formatPhone(phone))}
        </ButtonLink>
      )}
      {fields.bookingUrl && (
        <ButtonLink variant="secondary" icon="calendar" href={fields.bookingUrl}>
          {words.book}
        </ButtonLink>
      )}
      <NextStop view={view} ranked={ranked} />
      <div class="m-row m-links">
        <a class="m-it" href={`/lieux/${id}#imprimer`}>
          <Icon name="printer" />
          <Named label={words.print} name={name} />
        </a>
        <a class="m-it" href={`sms:?&body=${body}`}>
          <Icon name="message" />
          <Named label={words.sms} name={name} />
        </a>
        <a class="m-it" href={`mailto:?subject=${subject}&body=${body}`}>
          <Icon name="mail" />
          <Named label={words.email} name={name} />
        </a>
        <Button
          type="button"
          variant="tertiary"
          icon="copy"
          hidden
          data-copy={link}
          data-copied={words.copied}
        >
          {words.copy}
        </Button>
      </div>
    </div>
  );
}

/** A service that moves is met where it stops: the date goes to the calendar of the person, or of the referrer. */
function NextStop({ view, ranked }: Shown) {
  const { id, fields } = ranked.found.place;
  const stop = nextStop(fields, view.now);
  if (!stop) return null;
  const when = openingWords(stop, fields, { ...view, publicLang: view.lang });
  return (
    <ButtonLink
      variant="secondary"
      icon="calendar-plus"
      href={`/lieux/${id}/agenda.ics?le=${openingKey(stop, fields)}`}
    >
      {PRO[view.lang].stop(when)}
    </ButtonLink>
  );
}

/** Three places, three times the same words: screen readers hear which one each belongs to. */
function Named({ label, name }: { label: string; name: string }) {
  return (
    <span>
      {label}
      <span class="ds-sr-only">{nb(` : ${name}`)}</span>
    </span>
  );
}
