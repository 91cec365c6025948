import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { ButtonLink, EmptyState } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';
import type { Located } from '../../domain/locate.ts';
import { listPlaces } from '../../domain/search-places.ts';
import { REQUEST } from '../../request-messages.ts';
import { RESULTS } from '../../results-messages.ts';
import { without } from './chosen.tsx';
import type { FinderWorld } from './deps.ts';
import { chosenWords } from './facet-words.ts';
import { facetsOf, type ListQuery, listHref, WIDER_KILOMETRES } from './query.ts';

interface Asked {
  query: ListQuery;
  located: Located;
}

/** What was asked, then buttons that each state their result, then a person to call. */
export function EmptyResults({ view, list, world }: { view: View; list: Asked; world: FinderWorld }) {
  const words = RESULTS[view.publicLang];
  return (
    <EmptyState lang={view.publicLang} asked={<Recall view={view} list={list} />}>
      <WaysOut view={view} list={list} world={world} />
      <ButtonLink variant="secondary" icon="search" href="/">
        {words.elsewhere}
      </ButtonLink>
      {view.helpPhone && (
        <ButtonLink icon="phone" href={`tel:${view.helpPhone}`}>
          {words.speak(formatHelpLine(view.helpPhone))}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

function Recall({ view, list: { query, located } }: { view: View; list: Asked }) {
  return (
    <>
      {askedWhere(located, view)}
      {facetsOf(query).map((facet) => (
        <span key={facet}>
          {LANGUAGE_FACTS[view.publicLang].comma}
          <strong>{nb(chosenWords(facet, query, view).toLowerCase())}</strong>
        </span>
      ))}
      .
    </>
  );
}

function askedWhere({ kind, label }: Located, view: View): string {
  const words = RESULTS[view.publicLang];
  if (kind === 'around') return REQUEST[view.publicLang].askedNearYou;
  if (kind === 'departement') return words.askedDepartement(label);
  return kind === 'place' ? words.askedNamed(label) : words.asked(label);
}

/** Nobody chooses more, and each way out is one search. */
const MOST_REMOVALS = 8;

/** Only those that lead somewhere, each with its result. */
function WaysOut({ view, list, world }: { view: View; list: Asked; world: FinderWorld }) {
  const { query, located } = list;
  const words = RESULTS[view.publicLang];
  const count = (changed: Partial<ListQuery>): number =>
    countPlaces({ ...query, ...changed }, list, { view, world });
  const chosen = facetsOf(query);
  const removals = (chosen.length > 1 ? chosen.slice(0, MOST_REMOVALS) : [])
    .map((facet) => ({ facet, left: count(without(query, facet)) }))
    .filter(({ left }) => left > 0);
  const bare: Partial<ListQuery> = { need: undefined, services: [], filters: [], page: 1 };
  const all = chosen.length > 0 ? count(bare) : 0;
  const wider = located.point
    ? WIDER_KILOMETRES.map((radiusKilometres) => ({
        radiusKilometres,
        total: count({ radiusKilometres }),
      })).find(({ total }) => total > 0)
    : undefined;
  return (
    <>
      {removals.map(({ facet, left }) => (
        <ButtonLink key={facet} variant="secondary" icon="x" href={listHref(query, without(query, facet))}>
          {words.remove(chosenWords(facet, query, view), left)}
        </ButtonLink>
      ))}
      {all > 0 && (
        <ButtonLink variant="secondary" icon="x" href={listHref(query, bare)}>
          {words.removeAll(all)}
        </ButtonLink>
      )}
      {wider && (
        <ButtonLink
          variant="secondary"
          icon="map-pin"
          href={listHref(query, { radiusKilometres: wider.radiusKilometres, page: 1 })}
        >
          {words.widen(wider.radiusKilometres, wider.total)}
        </ButtonLink>
      )}
    </>
  );
}

function countPlaces(
  query: ListQuery,
  { located }: Asked,
  { view, world }: { view: View; world: FinderWorld },
): number {
  const radius = query.radiusKilometres ? { radiusMetres: query.radiusKilometres * 1000 } : {};
  const asked = { located, facets: facetsOf(query), openAt: view.now, limit: 0, ...radius };
  return listPlaces(world, asked).total;
}
