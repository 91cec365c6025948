import { distanceMetres } from '../../src/kernel/geo.ts';
import { foldKey, words } from '../../src/kernel/text.ts';
import { departementOfCode } from '../../src/modules/finder/domain/departements.ts';
import {
  FACETS,
  type Facet,
  type FacetCounts,
  isOpeningFacet,
  settledFacetsOf,
} from '../../src/modules/finder/domain/index/facets.ts';
import type { IndexAnswer, IndexQuery } from '../../src/modules/finder/domain/index/index-query.ts';
import { indexWords, soughtWords } from '../../src/modules/finder/domain/index/lexicon.ts';
import { openness, receivesVisitors } from '../../src/modules/finder/domain/openness.ts';
import { type Closeness, isSlip, SHORTEST_PREFIX } from '../../src/modules/finder/domain/text-match.ts';
import { type Found, pointOf, type SearchablePlace } from '../../src/modules/finder/domain/world.ts';
import { type PlaceFields, weekOf } from '../../src/modules/standard/index.ts';

interface Entry<Place extends SearchablePlace> {
  place: Place;
  key: string;
  name: readonly string[];
  town: readonly string[];
  facets: ReadonlySet<Facet>;
}

type Search<Place extends SearchablePlace> = (query: IndexQuery) => IndexAnswer<Place>;

/** The same questions answered by looking at every place: what an index must equal, ties included. */
export function bruteForceSearch<Place extends SearchablePlace>(places: readonly Place[]): Search<Place> {
  const entries = places.map(toEntry);
  return (query) => search(entries, query);
}

function toEntry<Place extends SearchablePlace>(place: Place): Entry<Place> {
  const { fields } = place;
  return {
    place,
    key: foldKey(fields.name ?? ''),
    name: indexWords(words(fields.name ?? '')),
    town: indexWords(words(`${fields.commune ?? ''} ${fields.postalCode ?? ''}`)),
    facets: new Set([...settledFacetsOf(fields), ...usualFacetsOf(fields)]),
  };
}

const DAY_FACETS = [
  'ouvert-lundi',
  'ouvert-mardi',
  'ouvert-mercredi',
  'ouvert-jeudi',
  'ouvert-vendredi',
  'ouvert-samedi',
  'ouvert-dimanche',
] as const;

/** Minutes from midnight: 18 h. */
const EVENING = 18 * 60;

/** Of hours that are the same every week: others are not for this reader. */
function usualFacetsOf(fields: PlaceFields): Facet[] {
  const week =
    fields.openingHours === undefined || !receivesVisitors(fields) ? null : weekOf(fields.openingHours);
  const days = (week ?? []).flatMap(({ ranges }, day) => (ranges.length > 0 ? [DAY_FACETS[day]!] : []));
  const isLate = week?.some(({ ranges }) => ranges.some(([, end]) => end > EVENING)) ?? false;
  return isLate ? [...days, 'ouvert-soir'] : days;
}

function search<Place extends SearchablePlace>(
  entries: readonly Entry<Place>[],
  query: IndexQuery,
): IndexAnswer<Place> {
  const scope = withText(entries.filter(isInScope(query)), query.text ?? '');
  const has = facetTest(query.openAt);
  const kept = scope.filter((entry) => (query.facets ?? []).every((facet) => has(entry, facet)));
  const counts = Object.fromEntries(
    FACETS.map((facet) => [facet, kept.filter((entry) => has(entry, facet)).length]),
  ) as FacetCounts;
  const { offset = 0, limit = Number.POSITIVE_INFINITY } = query;
  const hits = kept
    .map((entry) => ({ entry, ...measure(entry.place, query.origin) }))
    .sort(byDistanceThenName);
  const shown = hits.slice(offset, offset + limit);
  return { hits: shown.map(({ entry: _, ...found }) => found), total: kept.length, counts };
}

/** Without an instant no place is said to be open. */
function facetTest(openAt: Date | undefined): (entry: Entry<SearchablePlace>, facet: Facet) => boolean {
  return ({ facets, place }, facet) => {
    if (isOpeningFacet(facet) && openAt === undefined) return false;
    return facet === 'ouvert-maintenant'
      ? openness(place.fields, openAt!).kind === 'open'
      : facets.has(facet);
  };
}

function isInScope(query: IndexQuery): (entry: Entry<SearchablePlace>) => boolean {
  const { origin, radiusMetres, communes, departement } = query;
  const hasArea = communes !== undefined || departement !== undefined;
  const hasCircle = origin !== undefined && radiusMetres !== undefined;
  if (!hasArea && !hasCircle) return () => true;
  return ({ place }) => {
    const { codeInsee = '', postalCode = '' } = place.fields;
    if (communes?.has(codeInsee)) return true;
    if (departement && departementOfCode(codeInsee || postalCode) === departement) return true;
    const distance = hasCircle ? measure(place, origin).distanceMetres : null;
    return distance !== null && distance <= radiusMetres!;
  };
}

const DEGREES: readonly Closeness[] = ['exact', 'prefix', 'typo'];

function withText<Place extends SearchablePlace>(
  entries: readonly Entry<Place>[],
  text: string,
): readonly Entry<Place>[] {
  const sought = soughtWords(text);
  if (sought.length === 0) return entries;
  for (const [rank] of DEGREES.entries()) {
    const fits = (query: readonly string[], words: readonly string[]) => {
      const match = closeness(query, words);
      return match !== null && DEGREES.indexOf(match) <= rank;
    };
    const found = entries.filter(
      ({ name, town }) => fits(sought, [...name, ...town]) && sought.some((word) => fits([word], name)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Null unless every word of the query is found in the text. */
function closeness(query: readonly string[], text: readonly string[]): Closeness | null {
  if (query.length === 0) return null;
  let worst = 0;
  for (const word of query) {
    const rank = wordRank(word, text);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return DEGREES[worst]!;
}

function wordRank(word: string, text: readonly string[]): number | null {
  if (text.includes(word)) return 0;
  if (word.length >= SHORTEST_PREFIX && text.some((other) => other.startsWith(word))) return 1;
  return text.some((other) => isSlip(word, other)) ? 2 : null;
}

function measure<Place extends SearchablePlace>(place: Place, origin: IndexQuery['origin']): Found<Place> {
  const point = pointOf(place.fields);
  return { place, distanceMetres: origin && point ? distanceMetres(origin, point) : null };
}

type Measured = Found<SearchablePlace> & { entry: Entry<SearchablePlace> };

function byDistanceThenName(a: Measured, b: Measured): number {
  const near = a.distanceMetres ?? Number.POSITIVE_INFINITY;
  const far = b.distanceMetres ?? Number.POSITIVE_INFINITY;
  if (near !== far) return near < far ? -1 : 1;
  return compare(a.entry.key, b.entry.key) || compare(a.place.id, b.place.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
