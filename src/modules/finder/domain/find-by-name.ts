import { words } from '../../../kernel/text.ts';
import { type Closeness, closeness, queryWords } from './text-match.ts';
import type { SearchablePlace } from './world.ts';

interface NamedPlace<Place> {
  place: Place;
  name: readonly string[];
  town: readonly string[];
}

/** Folding the names of 14,000 places takes 200 ms: done once per catalogue, which never changes. */
const FOLDED = new WeakMap<readonly SearchablePlace[], readonly NamedPlace<SearchablePlace>[]>();

function foldNames<Place extends SearchablePlace>(places: readonly Place[]): readonly NamedPlace<Place>[] {
  const known = FOLDED.get(places) as readonly NamedPlace<Place>[] | undefined;
  if (known) return known;
  const folded = places.map((place) => ({
    place,
    name: words(place.fields.name ?? ''),
    town: words(`${place.fields.commune ?? ''} ${place.fields.postalCode ?? ''}`),
  }));
  FOLDED.set(places, folded);
  return folded;
}

/** Places named so, only those that match best: exact names hide beginnings, which hide slips. */
export function findByName<Place extends SearchablePlace>(
  text: string,
  places: readonly Place[],
): readonly Place[] {
  const query = queryWords(text);
  const found: Record<Closeness, Place[]> = { exact: [], prefix: [], typo: [] };
  for (const named of foldNames(places)) {
    const match = nameMatch(query, named);
    if (match) found[match].push(named.place);
  }
  return [found.exact, found.prefix, found.typo].find((group) => group.length > 0) ?? [];
}

/** « médiathèque Bron »: the town may help, the name alone decides that it is about this place. */
function nameMatch(query: readonly string[], { name, town }: NamedPlace<SearchablePlace>): Closeness | null {
  const match = closeness(query, [...name, ...town]);
  const isNamed = match !== null && query.some((word) => closeness([word], name) !== null);
  return isNamed ? match : null;
}
