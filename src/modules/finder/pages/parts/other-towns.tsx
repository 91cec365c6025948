import { ButtonLink, Provenance } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import type { Commune } from '../../../standard/index.ts';
import { departementLabel } from '../../domain/departements.ts';
import { atCommune, type Located } from '../../domain/locate.ts';
import { listPlaces } from '../../domain/search-places.ts';
import { MOST_TOWNS, suggestCommunes, townsMisspelt } from '../../domain/suggest-communes.ts';
import type { Found } from '../../domain/world.ts';
import { COUNTED, HOME } from '../../messages.ts';
import { RESULTS } from '../../results-messages.ts';
import type { FinderWorld } from './deps.ts';
import { facetsOf, type ListQuery, listHref } from './query.ts';

interface Listed {
  query: ListQuery;
  located: Located;
}

const MOST_NAMESAKES = 6;

/** « Plusieurs communes s’appellent… », or a département does: the others stay one press away. */
export function Namesakes({ view, list: { query, located } }: { view: View; list: Listed }) {
  const { namesakes, departement, label } = located;
  if (namesakes.length === 0 && departement === undefined) return null;
  const words = RESULTS[view.publicLang];
  const areTowns = located.kind !== 'departement' && departement === undefined;
  const others = [
    ...(departement === undefined
      ? []
      : [{ ou: departement, words: words.wholeDepartement(departementLabel(departement)) }]),
    ...namesakes.slice(0, MOST_NAMESAKES).map((commune) => {
      const { name } = commune;
      const code = codeOf(commune);
      return { ou: `${name} ${code}`, words: `${name} (${code})` };
    }),
  ];
  return (
    <div class="m-group">
      <Provenance>
        {areTowns ? words.namesakes(label, codeOf(located.communes[0]!)) : words.alsoNamed}
      </Provenance>
      <div class="m-row">
        {others.map((other) => (
          <ButtonLink
            key={other.ou}
            variant="secondary"
            icon="map-pin"
            href={listHref(query, { ou: other.ou, page: 1 })}
          >
            {unbroken(other.words)}
          </ButtonLink>
        ))}
      </div>
    </div>
  );
}

/** Places were found by their names, and a town with places is a slip of the finger away. */
export function TownsMisspelt({
  view,
  list: { query, located, answer },
  world,
}: {
  view: View;
  list: Listed & { answer: { hits: readonly Found<PublishedPlace>[] } };
  world: FinderWorld;
}) {
  if (located.kind !== 'place') return null;
  const names = answer.hits.map(({ place }) => place.fields.name ?? '');
  const towns = counted(townsMisspelt(located.label, names, world.communes), { view, query, world });
  return <MeantTowns view={view} query={query} towns={towns.filter(({ count }) => count > 0)} />;
}

/** The text names nothing: a town without places near is still the one that was meant. */
export function TownsMeant({ view, query, world }: { view: View; query: ListQuery; world: FinderWorld }) {
  const towns = suggestCommunes(query.ou, world.communes, MOST_TOWNS);
  return <MeantTowns view={view} query={query} towns={counted(towns, { view, query, world })} />;
}

interface Counted {
  commune: Commune;
  /** Places around it. */
  count: number;
}

const counted = (
  towns: readonly Commune[],
  { view, query, world }: { view: View; query: ListQuery; world: FinderWorld },
): Counted[] =>
  towns.map((commune) => {
    const located = atCommune([commune], world);
    const { total } = listPlaces(world, { located, facets: facetsOf(query), openAt: view.now, limit: 0 });
    return { commune, count: total };
  });

function MeantTowns({ view, query, towns }: { view: View; query: ListQuery; towns: readonly Counted[] }) {
  if (towns.length === 0) return null;
  const words = HOME[view.publicLang];
  return (
    <section class="m-group" aria-labelledby="suggestions">
      <h2 id="suggestions">{nb(words.didYouMean)}</h2>
      <div class="m-actions">
        {towns.map(({ commune, count }) => {
          const code = codeOf(commune);
          return (
            <ButtonLink
              key={commune.codeInsee}
              variant="secondary"
              icon="map-pin"
              href={listHref(query, { ou: `${commune.name} ${code}`, page: 1 })}
            >
              {words.suggestion(commune.name, code, COUNTED[view.publicLang].places(count))}
            </ButtonLink>
          );
        })}
      </div>
    </section>
  );
}

/** What tells a commune from its namesakes, in digits that people know. */
const codeOf = ({ postalCodes, departement }: Commune): string => postalCodes[0] ?? departement;
