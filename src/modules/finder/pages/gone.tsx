import { renderPage } from '../../../platform/html/page.tsx';
import { Answer } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, nb } from '../../../platform/i18n/french-form.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { PLACE } from '../place-messages.ts';
import type { FinderWorld } from './parts/deps.ts';
import { HelpLine } from './parts/help-line.tsx';
import { closestTo, Nearby } from './parts/nearby.tsx';
import { momentAt } from './parts/opening-words.ts';
import { SearchForm } from './parts/search-form.tsx';

/** A place removed from the directory: says so, and shows the nearest ones. */
export function gonePage(
  view: View,
  removed: { fields: PlaceFields; removedAt: Date },
  world: FinderWorld,
): string {
  const words = PLACE[view.publicLang];
  const { fields, removedAt } = removed;
  const since = formatDate(removedAt, view.publicLang, momentAt(fields, view).timeZone);
  return renderPage(view, {
    title: words.gone,
    back: { href: '/', label: words.search },
    children: (
      <>
        <Answer kind="bad" title={words.gone} titleAs="h1">
          <p>{nb(`${fields.name ? words.goneHelp(fields.name) : ''} ${words.goneSince(since)}`.trim())}</p>
        </Answer>
        <Nearby view={view} found={closestTo({ view, world, fields })} title={words.nearby} />
        <SearchForm view={view} />
        <HelpLine view={view} />
      </>
    ),
  });
}

/** An identifier that never was. */
export function unknownPlacePage(view: View): string {
  const words = PLACE[view.publicLang];
  return renderPage(view, {
    title: words.notHere,
    children: (
      <>
        <h1 class="m-title">{nb(words.notHere)}</h1>
        <p class="m-lead">{nb(words.notHereHelp)}</p>
        <SearchForm view={view} />
        <HelpLine view={view} />
      </>
    ),
  });
}
