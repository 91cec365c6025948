import { renderPage } from '../../../platform/html/page.tsx';
import { Icon, Pagination } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import type { Located } from '../domain/locate.ts';
import { type OpenFirstAnswer, searchOpenFirst } from '../domain/open-first.ts';
import type { Understanding } from '../domain/understand-need.ts';
import { FILTERS } from '../filter-messages.ts';
import { MAP } from '../map-messages.ts';
import { OPENING } from '../opening-messages.ts';
import { RESULTS } from '../results-messages.ts';
import { Chosen } from './parts/chosen.tsx';
import type { FinderWorld } from './parts/deps.ts';
import { EasyBlock } from './parts/easy-block.tsx';
import { EmptyResults } from './parts/empty-results.tsx';
import { Filters } from './parts/filters.tsx';
import { KeepPlaces } from './parts/keep-places.tsx';
import { clockWords, dayWords, momentAt } from './parts/opening-words.ts';
import { Namesakes, TownsMisspelt } from './parts/other-towns.tsx';
import { Understood } from './parts/own-words.tsx';
import { PlaceRow } from './parts/place-row.tsx';
import { facetsOf, type ListQuery, listHref, mapHref } from './parts/query.ts';
import { resultsTitle } from './parts/results-title.ts';

const PAGE_SIZE = 20;

export interface List {
  query: ListQuery;
  located: Located;
  answer: OpenFirstAnswer<PublishedPlace>;
}

export function resultsPage(
  view: View,
  { understanding, ...asked }: Omit<List, 'answer'> & { understanding?: Understanding },
  world: FinderWorld,
): string {
  const list = answered(view, asked, world);
  const { query, answer } = list;
  const title = resultsTitle(list, view.publicLang);
  return renderPage(view, {
    title,
    scripts: ['filters.js', 'keep-places.js'],
    back: { href: query.need ? `/lieux?besoin=${query.need}` : '/', label: RESULTS[view.publicLang].change },
    children: (
      <>
        <EasyBlock view={view} icon="map-pin">
          <h1 class={answer.total === 0 ? 'm-title' : undefined}>{nb(unbroken(title))}</h1>
        </EasyBlock>
        {understanding && <Understood view={view} query={query} understanding={understanding} />}
        <Namesakes view={view} list={list} />
        <TownsMisspelt view={view} list={list} world={world} />
        {answer.total === 0 ? (
          <EmptyResults view={view} list={list} world={world} />
        ) : (
          <FoundPlaces view={view} list={list} />
        )}
        <KeepPlaces view={view} located={list.located} />
      </>
    ),
  });
}

/** Beyond the last page, the last one is shown. */
function answered(view: View, { query, located }: Omit<List, 'answer'>, world: FinderWorld): List {
  const radius = query.radiusKilometres ? { radiusMetres: query.radiusKilometres * 1000 } : {};
  const facets = facetsOf(query);
  const search = (page: number) =>
    searchOpenFirst(world, {
      located,
      facets,
      openAt: view.now,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      ...radius,
    });
  const answer = search(query.page);
  const last = Math.max(1, Math.ceil(answer.total / PAGE_SIZE));
  if (query.page <= last) return { query, located, answer };
  return { query: { ...query, page: last }, located, answer: search(last) };
}

function FoundPlaces({ view, list }: { view: View; list: List }) {
  const { query, located, answer } = list;
  const words = RESULTS[view.publicLang];
  const pageCount = Math.ceil(answer.total / PAGE_SIZE);
  const shown = answer.hits;
  const isMeasured = shown.some(({ distanceMetres }) => distanceMetres !== null);
  return (
    <>
      <EasyBlock view={view} icon="clock">
        <OpenNow view={view} list={list} />
      </EasyBlock>
      <div class="m-filtered">
        <EasyBlock view={view} icon="adjustments-horizontal">
          <Filters view={view} list={list} />
        </EasyBlock>
        <div class="m-group">
          <Chosen view={view} query={query} />
          <div class="m-row m-between">
            <EasyBlock view={view} icon="list">
              <p class="m-subtle">{nb(orderWords(view, list))}</p>
            </EasyBlock>
            <a class="m-it" href={mapHref(query)}>
              <Icon name="map" />
              <span>{MAP[view.publicLang].see}</span>
            </a>
          </div>
          <ul class="m-places">
            {shown.map((one) => (
              <PlaceRow key={one.place.id} view={view} found={one} />
            ))}
          </ul>
          <Pagination
            lang={view.publicLang}
            page={query.page}
            count={pageCount}
            hrefOf={(other) => listHref(query, { page: other })}
          />
          {isMeasured && (
            <EasyBlock view={view} icon="walk">
              <p class="m-small">
                {nb(
                  located.kind === 'address' || located.kind === 'around'
                    ? words.straightAddress
                    : words.straight(located.label),
                )}
              </p>
            </EasyBlock>
          )}
        </div>
      </div>
    </>
  );
}

function orderWords(view: View, { answer }: List): string {
  if (answer.openFirst > 0) return FILTERS[view.publicLang].openFirst;
  const isMeasured = answer.hits.some(({ distanceMetres }) => distanceMetres !== null);
  return isMeasured ? RESULTS[view.publicLang].order : RESULTS[view.publicLang].orderByName;
}

/** Highlighted: the first thing a person wants to know of a list. */
function OpenNow({ view, list: { answer } }: { view: View; list: List }) {
  const open = answer.counts['ouvert-maintenant'];
  const moment = momentAt(answer.hits[0]!.place.fields, view);
  const day = dayWords(view.now, { ...moment, withDate: true });
  return (
    <p class="m-lead" role="status">
      {open > 0 && <mark>{nb(RESULTS[view.publicLang].openNow(open))}</mark>}{' '}
      {nb(OPENING[view.publicLang].now(day, clockWords(view.now, moment)))}
    </p>
  );
}
