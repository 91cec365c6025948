import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { ButtonLink, EmptyState } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { labelForValue, type Service } from '../../../standard/index.ts';
import type { Located } from '../../domain/locate.ts';
import { searchPlaces } from '../../domain/search-places.ts';
import { RESULTS } from '../../messages.ts';
import { REQUEST } from '../../request-messages.ts';
import type { FinderWorld } from './deps.ts';
import { type ListQuery, listHref, servicesOf, WIDER_KILOMETRES } from './query.ts';

interface Asked {
  query: ListQuery;
  located: Located;
}

/** What was asked, then buttons that each state their result, then a person to call. */
export function EmptyResults({ view, list, world }: { view: View; list: Asked; world: FinderWorld }) {
  const words = RESULTS[view.lang];
  return (
    <EmptyState lang={view.lang} asked={<Recall view={view} list={list} />}>
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
      {servicesOf(query).map((service) => (
        <span key={service}>
          , <strong>{labelForValue('services', service)[view.lang].toLowerCase()}</strong>
        </span>
      ))}
      .
    </>
  );
}

function askedWhere({ kind, label }: Located, view: View): string {
  const words = RESULTS[view.lang];
  if (kind === 'around') return REQUEST[view.publicLang].askedNearYou;
  if (kind === 'departement') return words.askedDepartement(label);
  return kind === 'place' ? words.askedNamed(label) : words.asked(label);
}

/** Only those that lead somewhere. */
function WaysOut({ view, list, world }: { view: View; list: Asked; world: FinderWorld }) {
  const { query, located } = list;
  const words = RESULTS[view.lang];
  const chosen = servicesOf(query);
  const count = (facets: readonly Service[], kilometres?: number) =>
    searchPlaces(world, { located, facets, limit: 0, ...(kilometres && { radiusMetres: kilometres * 1000 }) })
      .total;
  const without =
    chosen.length > 1 ? chosen.map((service) => chosen.filter((other) => other !== service)) : [];
  const removals = without
    .map((services, rank) => ({ services, removed: chosen[rank]!, count: count(services) }))
    .filter((way) => way.count > 0);
  const all = chosen.length > 0 ? count([]) : 0;
  const wider = located.point
    ? WIDER_KILOMETRES.map((kilometres) => ({ kilometres, count: count(chosen, kilometres) })).find(
        (way) => way.count > 0,
      )
    : undefined;
  const unfiltered = { need: undefined, page: 1 };
  return (
    <>
      {removals.map(({ services, removed, count: left }) => (
        <ButtonLink
          key={removed}
          variant="secondary"
          icon="x"
          href={listHref(query, { ...unfiltered, services })}
        >
          {words.remove(labelForValue('services', removed)[view.lang], left)}
        </ButtonLink>
      ))}
      {all > 0 && (
        <ButtonLink variant="secondary" icon="x" href={listHref(query, { ...unfiltered, services: [] })}>
          {words.removeAll(all)}
        </ButtonLink>
      )}
      {wider && (
        <ButtonLink
          variant="secondary"
          icon="map-pin"
          href={listHref(query, { radiusKilometres: wider.kilometres, page: 1 })}
        >
          {words.widen(wider.kilometres, wider.count)}
        </ButtonLink>
      )}
    </>
  );
}
