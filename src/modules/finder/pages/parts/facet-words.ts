import type { View } from '../../../../platform/html/view.ts';
import { labelForValue } from '../../../standard/index.ts';
import type { Facet } from '../../domain/index/facets.ts';
import { FILTERS } from '../../filter-messages.ts';
import { FILTERS_KNOWN, type Filter } from './query.ts';

const isFilter = (facet: Facet): facet is Filter => (FILTERS_KNOWN as readonly Facet[]).includes(facet);

/** What a choice is called: services of the standard, and all the others. */
export const facetWords = (facet: Facet, view: View): string =>
  isFilter(facet) ? FILTERS[view.publicLang].words[facet] : labelForValue('services', facet)[view.lang];
