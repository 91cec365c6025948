import { ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Facet } from '../../domain/index/facets.ts';
import { FILTERS } from '../../filter-messages.ts';
import { chosenWords } from './facet-words.ts';
import { facetsOf, type ListQuery, listHref, servicesOf } from './query.ts';

/** What was chosen, or understood, each removed by one press that says so. */
export function Chosen({
  view,
  query,
  chosen = facetsOf(query),
}: {
  view: View;
  query: ListQuery;
  chosen?: readonly Facet[];
}) {
  if (chosen.length === 0) return null;
  const words = FILTERS[view.publicLang];
  return (
    <ul class="m-row" aria-label={words.chosen}>
      {chosen.map((facet) => (
        <li key={facet}>
          <ButtonLink variant="secondary" icon="x" href={listHref(query, without(query, facet))}>
            {nb(`${words.removeThis} ${chosenWords(facet, query, view).toLowerCase()}`)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** The same query without one choice; a need whose service is removed is no longer the need. */
export function without(query: ListQuery, facet: Facet): Partial<ListQuery> {
  const services = servicesOf(query).filter((service) => service !== facet);
  const isService = services.length < servicesOf(query).length;
  return {
    ...(isService && { need: undefined, services }),
    filters: query.filters.filter((filter) => filter !== facet),
    page: 1,
  };
}
