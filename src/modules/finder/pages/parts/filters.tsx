import { Button, Choices, Details } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { SERVICES, VALUE_LABELS } from '../../../standard/index.ts';
import type { FacetCounts } from '../../domain/index/facets.ts';
import { RESULTS } from '../../messages.ts';
import { type ListQuery, listParameters, servicesOf } from './query.ts';

/** Each choice says how many places it would leave, before it is chosen. */
export function Filters({
  view,
  list,
}: {
  view: View;
  list: { query: ListQuery; answer: { counts: FacetCounts } };
}) {
  const { query, answer } = list;
  const words = RESULTS[view.lang];
  const chosen = servicesOf(query);
  const options = SERVICES.map((service) => ({
    value: service,
    label: VALUE_LABELS.services[service][view.lang],
    hint: String(answer.counts[service] || words.none),
  }));
  return (
    <form class="m-filters" action="/lieux" method="get">
      <Details summary={chosen.length > 0 ? words.refineChosen(chosen.length) : words.refine}>
        {listParameters({ ...query, need: undefined, services: [], page: 1 }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Choices type="checkbox" name="services" legend={words.what} options={options} values={chosen} />
        <Button variant="secondary" icon="check">
          {words.see}
        </Button>
      </Details>
    </form>
  );
}
