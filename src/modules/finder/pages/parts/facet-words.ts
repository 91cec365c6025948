import type { View } from '../../../../platform/html/view.ts';
import { VALUE_LABELS } from '../../../standard/index.ts';
import type { Facet } from '../../domain/index/facets.ts';
import { findNeed } from '../../domain/needs.ts';
import { FILTERS } from '../../filter-messages.ts';
import { NEED_WORDS } from '../../messages.ts';
import { FILTERS_KNOWN, type Filter, type ListQuery } from './query.ts';

const isFilter = (facet: Facet): facet is Filter => (FILTERS_KNOWN as readonly Facet[]).includes(facet);

/** What a choice is called: services of the standard, and all the others. */
export const facetWords = (facet: Facet, view: View): string =>
  isFilter(facet) ? FILTERS[view.publicLang].words[facet] : VALUE_LABELS.services[facet][view.publicLang];

/** What a person chose keeps the words in which they chose it: a need of the home page, or a filter. */
export function chosenWords(facet: Facet, { need }: ListQuery, view: View): string {
  const needed: readonly Facet[] = need ? findNeed(need)!.services : [];
  return need && needed.includes(facet) ? NEED_WORDS[view.publicLang][need].name : facetWords(facet, view);
}
