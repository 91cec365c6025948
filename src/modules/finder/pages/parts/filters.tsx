import { Button, Choices, Details, SelectField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { SERVICES } from '../../../standard/index.ts';
import type { Facet, FacetCounts } from '../../domain/index/facets.ts';
import { FILTERS } from '../../filter-messages.ts';
import { RESULTS } from '../../results-messages.ts';
import { facetWords } from './facet-words.ts';
import { type Filter, facetsOf, type ListQuery, listParameters } from './query.ts';

interface List {
  query: ListQuery;
  answer: { counts: FacetCounts };
}

/** Days that have no box of their own. */
const OTHER_DAYS = [
  'ouvert-lundi',
  'ouvert-mardi',
  'ouvert-mercredi',
  'ouvert-jeudi',
  'ouvert-vendredi',
  'ouvert-dimanche',
] as const satisfies readonly Filter[];

const WHEN: readonly Filter[] = ['ouvert-maintenant', 'ouvert-soir', 'ouvert-samedi'];
const HOW: readonly Filter[] = [
  'gratuit',
  'sans-rendez-vous',
  'accessible',
  'pass',
  'a-distance',
  'itinerant',
];
const FOR_ME: readonly Filter[] = [
  'illettrisme',
  'surdite',
  'deficience-visuelle',
  'handicap-moteur',
  'handicap-psychique',
  'anglais',
  'autres-langues',
  'seniors',
  'jeunes',
  'etudiants',
  'familles',
  'femmes',
];

/** Each choice says how many places it would leave, before it is chosen. */
export function Filters({ view, list }: { view: View; list: List }) {
  const { query } = list;
  const words = RESULTS[view.publicLang];
  const filters = FILTERS[view.publicLang];
  const chosen = facetsOf(query);
  return (
    <form class="m-filters" action="/lieux" method="get">
      <Details summary={chosen.length > 0 ? words.refineChosen(chosen.length) : words.refine}>
        {listParameters({ ...query, need: undefined, services: [], filters: [], page: 1 }).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <Group view={view} list={list} id="quand" legend={filters.when} facets={WHEN} />
        <OtherDay view={view} list={list} />
        <Group view={view} list={list} id="comment" legend={filters.how} facets={HOW} />
        <Group view={view} list={list} id="pour-moi" legend={filters.forMe} facets={FOR_ME} isFolded />
        <Group view={view} list={list} id="services" legend={words.what} facets={SERVICES} isFolded />
        <Button variant="secondary" icon="check">
          {words.see}
        </Button>
      </Details>
    </form>
  );
}

/** Long groups are folded, unless something was chosen inside. */
function Group({
  view,
  list,
  id,
  legend,
  facets,
  isFolded = false,
}: {
  view: View;
  list: List;
  id: string;
  legend: string;
  facets: readonly Facet[];
  isFolded?: boolean;
}) {
  const chosen = facetsOf(list.query);
  const choices = (
    <Choices
      type="checkbox"
      name={id === 'services' ? id : 'filtres'}
      id={id}
      legend={legend}
      isLegendHidden={isFolded}
      options={facets.map((facet) => optionOf(facet, { view, list }))}
      values={chosen}
    />
  );
  if (!isFolded) return choices;
  return (
    <Details summary={legend} isOpen={facets.some((facet) => chosen.includes(facet))}>
      {choices}
    </Details>
  );
}

const countOf = (facet: Facet, { view, list }: { view: View; list: List }): string =>
  String(list.answer.counts[facet] || RESULTS[view.publicLang].none);

const optionOf = (facet: Facet, context: { view: View; list: List }) => ({
  value: facet,
  label: facetWords(facet, context.view),
  hint: countOf(facet, context),
});

function OtherDay({ view, list }: { view: View; list: List }) {
  const words = FILTERS[view.publicLang];
  const days = OTHER_DAYS.map((day) => ({
    value: day,
    label: words.dayCount(facetWords(day, view), countOf(day, { view, list })),
  }));
  return (
    <SelectField
      name="filtres"
      id="jour"
      label={words.day}
      options={[{ value: '', label: words.anyDay }, ...days]}
      value={OTHER_DAYS.find((day) => list.query.filters.includes(day)) ?? ''}
    />
  );
}
