import { Button, ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { formatPhone } from '../../../standard/index.ts';
import { AGENDA } from '../../agenda-messages.ts';
import { comingOpenings } from '../../domain/coming-openings.ts';
import { PLACE } from '../../place-messages.ts';
import { SmsLink } from './place-care.tsx';

/** What one can do from here: only what the place's data allows. The first one is filled, the others outlined. */
export function PlaceActions({ view, place }: { view: View; place: PublishedPlace }) {
  const words = PLACE[view.publicLang];
  const { id, fields } = place;
  const links = [
    ...(fields.phones ?? []).slice(0, 2).map((phone) => ({
      href: `tel:${phone}`,
      icon: 'phone' as const,
      label: words.call(formatPhone(phone)),
    })),
    ...(fields.bookingUrl ? [{ href: fields.bookingUrl, icon: 'calendar' as const, label: words.book }] : []),
    ...(fields.emails ?? []).slice(0, 1).map((email) => ({
      href: `mailto:${email}`,
      icon: 'mail' as const,
      label: words.write,
    })),
    ...(fields.websites ?? []).slice(0, 1).map((href) => ({
      href,
      icon: 'world' as const,
      label: words.website,
    })),
  ];
  return (
    <aside class="m-aside" aria-labelledby="actions">
      <h2 id="actions">{nb(words.actions)}</h2>
      <div class="m-actions">
        {links.map(({ href, icon, label }, rank) => (
          <ButtonLink key={href} href={href} icon={icon} {...(rank > 0 && { variant: 'secondary' as const })}>
            {label}
          </ButtonLink>
        ))}
        <SmsLink view={view} place={place} />
        <Button type="button" variant="secondary" icon="printer" hidden data-print>
          {words.print}
        </Button>
        {comingOpenings(fields, view.now, 1).length > 0 && (
          <ButtonLink variant="secondary" icon="calendar-plus" href={`/lieux/${id}/agenda`}>
            {AGENDA[view.publicLang].add}
          </ButtonLink>
        )}
      </div>
    </aside>
  );
}
