import { renderPage } from '../../../platform/html/page.tsx';
import { Button, EmptyState, Pagination, Status, Table, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../domain/place.ts';
import { MESSAGES } from '../messages.ts';

export interface PlaceList {
  asked: string;
  places: readonly PublishedPlace[];
  total: number;
  page: number;
  pageCount: number;
}

export function placeListPage(view: View, list: PlaceList): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    title: say.placesTitle,
    side: 'pro',
    active: 'places',
    children: (
      <>
        <h1>{say.placesTitle}</h1>
        <form method="get" action="/gestion/lieux" class="m-searchbar">
          <TextField name="q" enterkeyhint="search" label={say.search} value={list.asked} />
          <Button icon="search">{say.searchButton}</Button>
        </form>
        <p role="status">{say.found(list.total)}</p>
        {list.total === 0 ? (
          <EmptyState lang={view.lang} asked={say.noneFound} />
        ) : (
          <PlaceTable view={view} places={list.places} />
        )}
        <Pagination
          lang={view.lang}
          page={list.page}
          count={list.pageCount}
          hrefOf={(page) => `/gestion/lieux?${new URLSearchParams({ q: list.asked, page: String(page) })}`}
        />
      </>
    ),
  });
}

function PlaceTable({ view, places }: { view: View; places: readonly PublishedPlace[] }) {
  const say = MESSAGES[view.lang];
  return (
    <Table
      caption={say.placesTitle}
      columns={[
        { label: say.columnPlace },
        { label: say.columnCommune },
        { label: say.columnSources },
        { label: say.columnState },
      ]}
      rows={places.map(({ id, fields, sources, missingSince }) => ({
        key: id,
        cells: [
          <a class="ds-link" key={id} href={`/gestion/lieux/${id}`}>
            {fields.name}
          </a>,
          [fields.postalCode, fields.commune].filter(Boolean).join(' '),
          sources.join(', '),
          missingSince ? (
            <Status kind="ask" icon="alert-triangle">
              {say.stateMissing(formatDate(missingSince, view.lang))}
            </Status>
          ) : (
            say.statePublished
          ),
        ],
      }))}
    />
  );
}
