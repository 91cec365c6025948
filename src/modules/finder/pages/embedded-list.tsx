import { renderToString } from 'preact-render-to-string';
import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Published, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDistance, nb, unbroken } from '../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { locate } from '../domain/locate.ts';
import { searchOpenFirst } from '../domain/open-first.ts';
import type { Found } from '../domain/world.ts';
import { EMBED } from '../embed-messages.ts';
import { HOME } from '../messages.ts';
import type { FinderWorld } from './parts/deps.ts';
import { NeedField } from './parts/embed-form.tsx';
import { readEmbedQuery } from './parts/embed-query.ts';
import { PlaceName } from './parts/place-name.tsx';
import { PlaceStatus } from './parts/place-row.tsx';
import { facetsOf, listHref } from './parts/query.ts';
import { resultsTitle } from './parts/results-title.ts';

/** A frame is small: the closest ones, then the whole list one press away. */
const MOST_SHOWN = 10;

/** A page for the frame of another site: no header, its own filters, links that leave the frame. */
export function embeddedListPage(view: View, world: FinderWorld): string {
  const { list, colour } = readEmbedQuery(view.url);
  return renderPage(view, {
    title: EMBED[view.publicLang].frameName,
    side: 'embedded',
    head: colour && <link rel="stylesheet" href={`/integrer/couleur/${colour}`} />,
    children: (
      <>
        <form class="m-search" action="/integrer/liste" method="get">
          <TextField name="ou" label={HOME[view.publicLang].fieldBoth} value={list.ou} maxlength={200} />
          <NeedField view={view} need={list.need} />
          {colour && <input type="hidden" name="couleur" value={colour} />}
          <Button icon="search">{EMBED[view.publicLang].see}</Button>
        </form>
        <Listed view={view} world={world} levels={['h1', 'h2']} />
      </>
    ),
  });
}

/** The same list, without a page around it, for the element that other sites put into theirs. */
export function embeddedFragment(view: View, world: FinderWorld): string {
  const { tag, isRightToLeft } = LANGUAGE_FACTS[view.publicLang];
  return renderToString(
    <section lang={tag} dir={isRightToLeft ? 'rtl' : 'ltr'}>
      <Listed view={view} world={world} levels={['h2', 'h3']} />
    </section>,
  );
}

/** Titles follow those of the page around: a frame has its own first one, an element has none. */
type Levels = readonly ['h1', 'h2'] | readonly ['h2', 'h3'];

function Listed({ view, world, levels: [Title, Name] }: { view: View; world: FinderWorld; levels: Levels }) {
  const { list: query } = readEmbedQuery(view.url);
  const located = locate(query.ou, world);
  if (!located) {
    const words = HOME[view.publicLang];
    return <p role="status">{nb(query.ou === '' ? words.empty : words.unknown(query.ou))}</p>;
  }
  const answer = searchOpenFirst(world, {
    located,
    facets: facetsOf(query),
    openAt: view.now,
    offset: 0,
    limit: MOST_SHOWN,
  });
  return (
    <>
      <Title>{nb(unbroken(resultsTitle({ query, located, answer }, view.publicLang)))}</Title>
      <ul class="m-places">
        {answer.hits.map((found) => (
          <Row key={found.place.id} view={view} found={found} as={Name} />
        ))}
      </ul>
      <p>
        <a target="_top" href={`${view.publicUrl}${listHref(query, { page: 1 })}`}>
          {EMBED[view.publicLang].whole}
        </a>
      </p>
    </>
  );
}

function Row({
  view,
  found: { place, distanceMetres },
  as: Name,
}: {
  view: View;
  found: Found<PublishedPlace>;
  as: Levels[1];
}) {
  const { address, commune } = place.fields;
  return (
    <li>
      <div class="m-place-body">
        <PlaceStatus view={view} place={place} />
        <Name>
          <a target="_top" href={`${view.publicUrl}/lieux/${place.id}`}>
            <PlaceName view={view} fields={place.fields} />
          </a>
        </Name>
        <p class="m-subtle">
          <Published view={view}>{unbroken([address, commune].filter(Boolean).join(', '))}</Published>
          {distanceMetres !== null && `, ${formatDistance(distanceMetres, view.publicLang)}`}
        </p>
      </div>
    </li>
  );
}
