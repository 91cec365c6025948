import { ButtonLink, Icon, type IconName, Published } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { FieldOrigin, PublishedPlace } from '../../../directory/index.ts';
import { CARE } from '../../care-messages.ts';

/** For whoever saw a mistake, and for whoever answers for the place. */
export function PlaceCare({ view, place }: { view: View; place: PublishedPlace }) {
  const words = CARE[view.publicLang];
  const links: readonly (readonly [IconName, string, string])[] = [
    ['flag', 'signaler', words.report],
    ['tool', 'corriger', words.correct],
  ];
  return (
    <ul class="m-list">
      {links.map(([icon, last, label]) => (
        <li key={last}>
          <a class="m-it" href={`/lieux/${place.id}/${last}`}>
            <Icon name={icon} />
            <span>{nb(label)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The place on a telephone, for who will go there. */
export function SmsLink({ view, place }: { view: View; place: PublishedPlace }) {
  return (
    <ButtonLink href={`/lieux/${place.id}/sms`} icon="message" variant="secondary">
      {CARE[view.publicLang].sms}
    </ButtonLink>
  );
}

/** Who gave a piece of information: people are named by what they are, sources by their own name. */
export function OriginNames({ view, origins }: { view: View; origins: readonly FieldOrigin[] }) {
  const saidBy = origins.find((origin) => origin.saidBy)?.saidBy;
  if (saidBy) return <>{nb(CARE[view.publicLang].saidBy[saidBy])}</>;
  return <Published view={view}>{[...new Set(origins.map(({ source }) => source))].join(', ')}</Published>;
}

/** « Vérifiées par le responsable du lieu »; null when a source dates the information. */
export function checkedByManager(view: View, { fields, provenance }: PublishedPlace): string | null {
  const isManager = provenance.updatedOn?.some(({ saidBy }) => saidBy === 'place-manager');
  if (!isManager || fields.updatedOn === undefined) return null;
  return CARE[view.publicLang].checkedBy(formatDate(fields.updatedOn, view.publicLang));
}
