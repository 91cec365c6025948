import { renderPage } from '../../../platform/html/page.tsx';
import { Published } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { unbroken } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { openness } from '../domain/openness.ts';
import { PLACE } from '../place-messages.ts';
import type { FinderWorld } from './parts/deps.ts';
import { EasyPlace, type Shown } from './parts/easy-place.tsx';
import { Nearby, openNearby } from './parts/nearby.tsx';
import { PlaceActions } from './parts/place-actions.tsx';
import { PlaceAnswer } from './parts/place-answer.tsx';
import { PlaceCare } from './parts/place-care.tsx';
import { PlaceName } from './parts/place-name.tsx';
import { PlaceOrigins } from './parts/place-origins.tsx';
import {
  AboutSection,
  ComingSection,
  CostSection,
  HoursSection,
  ServicesSection,
  WhoSection,
} from './parts/place-sections.tsx';
import { PlaceSheet } from './parts/place-sheet.tsx';

export function placePage(
  view: View,
  place: PublishedPlace,
  context: { world: FinderWorld; listHref?: string },
): string {
  const words = PLACE[view.publicLang];
  const { fields } = place;
  const name = fields.name ?? words.unnamed;
  const state = openness(fields, view.now);
  const found = state.kind === 'closed' ? openNearby({ view, world: context.world, fields }) : [];
  const instead = <Nearby view={view} found={found} title={words.openNearby} />;
  return renderPage(view, {
    title: [name, fields.commune].filter(Boolean).join(', '),
    ...(fields.summary && { description: fields.summary }),
    back: context.listHref
      ? { href: context.listHref, label: words.backToList }
      : { href: '/', label: words.search },
    scripts: ['print.js'],
    children: (
      <div class="m-place m-has-sheet">
        {view.publicLang === 'falc' ? (
          <EasyPlace view={view} place={place} state={state} instead={instead} />
        ) : (
          <FullPlace view={view} place={place} state={state} instead={instead} />
        )}
        <PlaceSheet view={view} place={place} />
      </div>
    ),
  });
}

function FullPlace({ view, place, state, instead }: Shown) {
  const { fields } = place;
  return (
    <>
      <div class="m-group">
        <h1>
          <PlaceName view={view} fields={fields} />
        </h1>
        <p class="m-subtle">
          <Published view={view}>{unbroken(fullAddress(place))}</Published>
        </p>
      </div>
      <div class="m-acted">
        <PlaceAnswer view={view} place={place} state={state} />
        <PlaceActions view={view} place={place} />
        <div class="m-sections">
          {instead}
          <ServicesSection view={view} fields={fields} />
          <HoursSection view={view} fields={fields} />
          <ComingSection view={view} fields={fields} />
          <CostSection view={view} fields={fields} />
          <WhoSection view={view} fields={fields} />
          <AboutSection view={view} fields={fields} />
          <PlaceOrigins view={view} place={place} />
          <PlaceCare view={view} place={place} />
        </div>
      </div>
    </>
  );
}

const fullAddress = ({ fields: { address, postalCode, commune } }: PublishedPlace): string =>
  [address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');
