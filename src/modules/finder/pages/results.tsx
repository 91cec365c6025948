import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, Pagination, Provenance } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import type { Commune } from '../../standard/index.ts';
import type { Located } from '../domain/locate.ts';
import { openness } from '../domain/openness.ts';
import { searchPlaces } from '../domain/search-places.ts';
import type { Found } from '../domain/world.ts';
import { RESULTS } from '../messages.ts';
import type { FinderWorld } from './parts/deps.ts';
import { EmptyResults } from './parts/empty-results.tsx';
import { Filters } from './parts/filters.tsx';
import { clockWords, dayWords, momentAt } from './parts/opening-words.ts';
import { PlaceRow } from './parts/place-row.tsx';
import { type ListQuery, listHref, servicesOf } from './parts/query.ts';
import { resultsTitle } from './parts/results-title.ts';

const PAGE_SIZE = 20;

export interface List {
  query: ListQuery;
  located: Located;
  found: readonly Found<PublishedPlace>[];
}

export function resultsPage(view: View, { query, located }: Omit<List, 'found'>, world: FinderWorld): string {
  const radius = query.radiusKilometres ? { radiusMetres: query.radiusKilometres * 1000 } : {};
  const found = searchPlaces(world, { located, services: servicesOf(query), ...radius });
  const list = { query, located, found };
  const title = resultsTitle(list, view.lang);
  return renderPage(view, {
    title,
    scripts: ['filters.js'],
    back: { href: query.need ? `/lieux?besoin=${query.need}` : '/', label: RESULTS[view.lang].change },
    children: (
      <>
        <h1 class={found.length === 0 ? 'm-title' : undefined}>{nb(unbroken(title))}</h1>
        <Namesakes view={view} list={list} />
        {found.length === 0 ? (
          <EmptyResults view={view} list={list} world={world} />
        ) : (
          <FoundPlaces view={view} list={list} />
        )}
      </>
    ),
  });
}

function FoundPlaces({ view, list }: { view: View; list: List }) {
  const { query, located, found } = list;
  const words = RESULTS[view.lang];
  const pageCount = Math.ceil(found.length / PAGE_SIZE);
  const page = Math.min(query.page, pageCount);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const isMeasured = shown.some(({ distanceMetres }) => distanceMetres !== null);
  return (
    <>
      <OpenNow view={view} shown={shown} isWhole={pageCount === 1} />
      <div class="m-filtered">
        <Filters view={view} list={list} />
        <div class="m-group">
          <p class="m-subtle">{isMeasured ? words.order : words.orderByName}</p>
          <ul class="m-places">
            {shown.map((one) => (
              <PlaceRow key={one.place.id} view={view} found={one} />
            ))}
          </ul>
          <Pagination
            lang={view.lang}
            page={page}
            count={pageCount}
            hrefOf={(other) => listHref(query, { page: other })}
          />
          {isMeasured && (
            <p class="m-small">
              {nb(located.kind === 'address' ? words.straightAddress : words.straight(located.label))}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** Highlighted: the first thing a person wants to know of a list. */
function OpenNow({
  view,
  shown,
  isWhole,
}: {
  view: View;
  shown: readonly Found<PublishedPlace>[];
  isWhole: boolean;
}) {
  const words = RESULTS[view.lang];
  const open = shown.filter(({ place }) => openness(place.fields, view.now).kind === 'open').length;
  const moment = momentAt(shown[0]!.place.fields, view);
  const day = dayWords(view.now, { ...moment, withDate: true });
  return (
    <p class="m-lead" role="status">
      {open > 0 && <mark>{nb(isWhole ? words.openNow(open) : words.openOnPage(open))}</mark>}{' '}
      {nb(`${day.charAt(0).toUpperCase()}${day.slice(1)}, ${clockWords(view.now, moment)}.`)}
    </p>
  );
}

/** « Plusieurs communes s’appellent… »: the others stay one press away. */
function Namesakes({ view, list }: { view: View; list: List }): ComponentChildren {
  const { located, query } = list;
  if (located.namesakes.length === 0) return null;
  return (
    <div class="m-group">
      <Provenance>{RESULTS[view.lang].namesakes(located.label, codeOf(located.communes[0]!))}</Provenance>
      <div class="m-row">
        {located.namesakes.slice(0, 6).map((commune) => {
          const { codeInsee, name } = commune;
          const code = codeOf(commune);
          return (
            <ButtonLink
              key={codeInsee}
              variant="secondary"
              icon="map-pin"
              href={listHref(query, { ou: `${name} ${code}`, page: 1 })}
            >
              {unbroken(`${name} (${code})`)}
            </ButtonLink>
          );
        })}
      </div>
    </div>
  );
}

/** What tells a commune from its namesakes, in digits that people know. */
const codeOf = ({ postalCodes, departement }: Commune): string => postalCodes[0] ?? departement;
