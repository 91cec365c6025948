import type { ComponentChildren } from 'preact';
import { Icon, type IconName, Published } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';
import { type EnumeratedField, labelForValue, type PlaceFields, weekOf } from '../../../standard/index.ts';
import { pointOf } from '../../domain/world.ts';
import { PLACE_FACTS } from '../../place-facts-messages.ts';
import { costWords } from './cost-words.ts';
import { HoursTable } from './hours-table.tsx';
import { SERVICE_ICONS } from './need-icons.ts';
import { momentAt } from './opening-words.ts';

interface SectionProps {
  view: View;
  fields: PlaceFields;
}

interface Line {
  icon: IconName;
  text: string;
  href?: string;
  /** Written by the place itself. */
  isPublished?: true;
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{nb(title)}</h2>
      {children}
    </section>
  );
}

function Lines({ view, lines }: { view: View; lines: readonly Line[] }) {
  return (
    <ul class="m-list">
      {lines.map(({ icon, text, href, isPublished }) => {
        const words = <span>{isPublished ? <Published view={view}>{text}</Published> : nb(text)}</span>;
        return (
          <li key={text}>
            {href ? (
              <a class="m-it" href={href}>
                <Icon name={icon} />
                {words}
              </a>
            ) : (
              <span class="m-it">
                <Icon name={icon} />
                {words}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const labels = (view: View, field: EnumeratedField, values: readonly string[] = []): string[] =>
  values.map((value) => labelForValue(field, value)[view.publicLang]);

export function ServicesSection({ view, fields }: SectionProps) {
  const words = PLACE_FACTS[view.publicLang];
  const lines = (fields.services ?? []).map((service) => ({
    icon: SERVICE_ICONS[service] ?? ('check' as const),
    text: labelForValue('services', service)[view.publicLang],
  }));
  if (lines.length === 0) return null;
  return (
    <Section title={words.what}>
      <Lines view={view} lines={lines} />
    </Section>
  );
}

/** The words of the place itself: in French whatever the language of the page. */
export function AboutSection({ view, fields }: SectionProps) {
  const presentation = fields.description ?? fields.summary;
  if (!presentation) return null;
  return (
    <Section title={PLACE_FACTS[view.publicLang].about}>
      {presentation.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>
          <Published view={view}>{paragraph}</Published>
        </p>
      ))}
    </Section>
  );
}

export function HoursSection({ view, fields }: SectionProps) {
  const words = PLACE_FACTS[view.publicLang];
  const week = fields.openingHours ? weekOf(fields.openingHours) : null;
  return (
    <Section title={words.hours}>
      {week ? (
        <HoursTable week={week} moment={momentAt(fields, view)} caption={words.hours} />
      ) : (
        <p>
          {nb(fields.openingHours ? words.hoursWords : words.noHours)}{' '}
          {fields.openingHours && <Published view={view}>{fields.openingHours}</Published>}
        </p>
      )}
    </Section>
  );
}

const ACCESS_ICONS: Readonly<Record<string, IconName>> = {
  'Se présenter': 'door-enter',
  Téléphoner: 'phone',
  'Contacter par mail': 'mail',
  'Prendre un RDV en ligne': 'calendar',
  'Envoyer un mail avec une fiche de prescription': 'mail',
};

export function ComingSection({ view, fields }: SectionProps) {
  const words = PLACE_FACTS[view.publicLang];
  const place = [fields.address, [fields.postalCode, fields.commune].filter(Boolean).join(' ')];
  const lines: Line[] = [
    { icon: 'map-pin', text: unbroken(place.filter(Boolean).join(', ')), isPublished: true },
    ...(fields.addressDetail
      ? [{ icon: 'info-circle' as const, text: fields.addressDetail, isPublished: true as const }]
      : []),
    ...labels(view, 'itinerance', fields.mobility).map((text) => ({ icon: 'bus' as const, text })),
    ...(fields.accessModes ?? []).map((mode) => ({
      icon: ACCESS_ICONS[mode] ?? ('info-circle' as const),
      text: labelForValue('modalites_acces', mode)[view.publicLang],
    })),
    ...(fields.accessibilityUrl
      ? [{ icon: 'disabled' as const, text: words.accessibility, href: fields.accessibilityUrl }]
      : []),
    ...mapLink(fields, words.map),
  ];
  return (
    <Section title={words.come}>
      <Lines view={view} lines={lines.filter(({ text }) => text !== '')} />
    </Section>
  );
}

function mapLink(fields: PlaceFields, text: string): Line[] {
  const point = pointOf(fields);
  if (!point) return [];
  const { latitude, longitude } = point;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return [{ icon: 'map', text, href }];
}

export function CostSection({ view, fields }: SectionProps) {
  const words = PLACE_FACTS[view.publicLang];
  return (
    <Section title={words.cost}>
      <Lines
        view={view}
        lines={[
          { icon: 'coin-euro', text: costWords(fields, view.publicLang) },
          ...(fields.acceptsPassNumerique ? [{ icon: 'check' as const, text: words.passNumerique }] : []),
        ]}
      />
    </Section>
  );
}

export function WhoSection({ view, fields }: SectionProps) {
  const words = PLACE_FACTS[view.publicLang];
  const { comma } = LANGUAGE_FACTS[view.publicLang];
  const audiences = labels(view, 'publics_specifiquement_adresses', fields.audiences);
  const lines: Line[] = [
    ...labels(view, 'modalites_accompagnement', fields.supportModes).map((text) => ({
      icon: 'user' as const,
      text,
    })),
    ...(audiences.length > 0
      ? [{ icon: 'users' as const, text: words.audiences(audiences.join(comma).toLowerCase()) }]
      : []),
    ...labels(view, 'prise_en_charge_specifique', fields.specialCare).map((text) => ({
      icon: 'users' as const,
      text,
    })),
    ...labels(view, 'dispositif_programmes_nationaux', fields.nationalProgrammes).map((text) => ({
      icon: 'check' as const,
      text,
    })),
    ...labels(view, 'formations_labels', fields.trainingLabels).map((text) => ({
      icon: 'school' as const,
      text,
    })),
    ...(fields.otherLabels ?? []).map((text) => ({
      icon: 'school' as const,
      text,
      isPublished: true as const,
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={words.who}>
      <Lines view={view} lines={lines} />
    </Section>
  );
}
