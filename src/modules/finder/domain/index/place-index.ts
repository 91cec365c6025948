import { distanceMetres } from '../../../../kernel/geo.ts';
import { foldKey, words } from '../../../../kernel/text.ts';
import { weekOf } from '../../../standard/index.ts';
import { departementOfCode } from '../departements.ts';
import { openness } from '../openness.ts';
import { type Closeness, closeness, queryWords } from '../text-match.ts';
import { type Found, pointOf, type SearchablePlace } from '../world.ts';
import { FACETS, type Facet, type FacetCounts, OPENING_FACETS, settledFacetsOf } from './facets.ts';
import type { IndexAnswer, IndexQuery, PlaceIndex } from './index-query.ts';

interface Entry<Place extends SearchablePlace> {
  place: Place;
  key: string;
  name: readonly string[];
  town: readonly string[];
  facets: ReadonlySet<Facet>;
}

/** All that a search asks, prepared once for places that never change. */
export function buildPlaceIndex<Place extends SearchablePlace>(places: readonly Place[]): PlaceIndex<Place> {
  const entries = places.map(toEntry);
  return { search: (query) => search(entries, query) };
}

function toEntry<Place extends SearchablePlace>(place: Place): Entry<Place> {
  const { fields } = place;
  return {
    place,
    key: foldKey(fields.name ?? ''),
    name: words(fields.name ?? ''),
    town: words(`${fields.commune ?? ''} ${fields.postalCode ?? ''}`),
    facets: new Set([...settledFacetsOf(fields), ...openingFacetsOf(fields.openingHours)]),
  };
}

/** Minutes from midnight: 18 h. */
const EVENING = 18 * 60;

function openingFacetsOf(openingHours: string | undefined): Facet[] {
  const week = openingHours === undefined ? null : weekOf(openingHours);
  const open = (week ?? []).flatMap(({ ranges }, day) =>
    ranges.length > 0 ? [OPENING_FACETS[day + 1]!] : [],
  );
  const isLate = week?.some(({ ranges }) => ranges.some(([, end]) => end > EVENING)) ?? false;
  return isLate ? [...open, 'ouvert-soir'] : open;
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

function facetTest(openAt: Date | undefined): (entry: Entry<SearchablePlace>, facet: Facet) => boolean {
  return ({ facets, place }, facet) =>
    facet === 'ouvert-maintenant'
      ? openAt !== undefined && openness(place.fields, openAt).kind === 'open'
      : facets.has(facet);
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

function withText<Place extends SearchablePlace>(
  entries: readonly Entry<Place>[],
  text: string,
): readonly Entry<Place>[] {
  const query = queryWords(text);
  if (query.length === 0) return entries;
  const found: Record<Closeness, Entry<Place>[]> = { exact: [], prefix: [], typo: [] };
  for (const entry of entries) {
    const match = closeness(query, [...entry.name, ...entry.town]);
    const isNamed = match !== null && query.some((word) => closeness([word], entry.name) !== null);
    if (isNamed) found[match].push(entry);
  }
  return [found.exact, found.prefix, found.typo].find((group) => group.length > 0) ?? [];
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
