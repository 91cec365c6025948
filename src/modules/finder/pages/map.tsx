import { assetUrl } from '../../../platform/html/assets.ts';
import { renderPage } from '../../../platform/html/page.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { searchOpenFirst } from '../domain/open-first.ts';
import { type Found, pointOf } from '../domain/world.ts';
import { MAP } from '../map-messages.ts';
import type { Asked } from './parts/asked.ts';
import type { FinderWorld, MapGround } from './parts/deps.ts';
import { MapRow } from './parts/map-row.tsx';
import { facetsOf, listHref } from './parts/query.ts';
import { resultsTitle } from './parts/results-title.ts';

/** A list longer than this is no longer read, and no phone draws it in a second. */
const MOST_SHOWN = 500;
/**
 * Markers that the keyboard reaches, each an element: 500 of them held the processor of a slow phone for more than a
 * second. Beyond, points painted on one canvas.
 */
const MOST_NUMBERED = 50;

/** The list again, with a map beside it where scripts run: each row carries its own marker. */
export function mapPage(
  view: View,
  { query, located }: Asked,
  context: { world: FinderWorld; ground: MapGround },
): string {
  const words = MAP[view.publicLang];
  const answer = searchOpenFirst(context.world, {
    located,
    facets: facetsOf(query),
    openAt: view.now,
    offset: 0,
    limit: MOST_SHOWN,
  });
  const title = resultsTitle({ query, located, answer }, view.publicLang);
  const number = (count: number) => formatNumber(count, view.publicLang);
  return renderPage(view, {
    title,
    head: <link rel="stylesheet" href={assetUrl('map.css')} />,
    scripts: ['map.js'],
    back: { href: listHref(query, { page: 1 }), label: words.backToList },
    children: (
      <>
        <h1>{nb(unbroken(title))}</h1>
        {answer.total > answer.hits.length && (
          <p class="m-lead">{nb(words.limited(number(answer.hits.length), number(answer.total)))}</p>
        )}
        <div class="m-mapped">
          <MapBox view={view} ground={context.ground} found={answer.hits} />
          <Rows view={view} found={answer.hits} />
        </div>
      </>
    ),
  });
}

/** Hidden until the script draws the map, which takes the sentence away: without scripts, the list is the page. */
function MapBox({
  view,
  ground,
  found,
}: {
  view: View;
  ground: MapGround;
  found: readonly Found<PublishedPlace>[];
}) {
  const words = MAP[view.publicLang];
  const placed = found.filter(({ place }) => pointOf(place.fields)).length;
  return (
    <div class="m-map-side">
      <p>{nb(words.withoutScript)}</p>
      <section
        class="m-map-box"
        aria-label={words.map}
        hidden
        data-map
        data-numbered={MOST_NUMBERED}
        data-tiles={ground?.tileUrl}
        data-attribution={ground?.attribution}
        data-show={words.show}
        data-in-list={words.inList}
        data-zoom-in={words.zoomIn}
        data-zoom-out={words.zoomOut}
        data-close={words.close}
      >
        <div class="m-map" />
        <p class="m-small" role="status" data-no-ground={words.noGround} />
        <p class="m-small">{nb(words.legend)}</p>
        <p class="m-small">{nb(words.keyboard)}</p>
        {placed > MOST_NUMBERED && (
          <p class="m-small">{nb(words.points(formatNumber(MOST_NUMBERED, view.publicLang)))}</p>
        )}
        {ground && <p class="m-small">{nb(words.outside)}</p>}
      </section>
    </div>
  );
}

/** Rows are numbered like the markers, in the same order. */
function Rows({ view, found }: { view: View; found: readonly Found<PublishedPlace>[] }) {
  return (
    <ol class="m-places">
      {found.map((one, rank) => (
        <MapRow key={one.place.id} view={view} found={one} number={rank + 1} />
      ))}
    </ol>
  );
}
