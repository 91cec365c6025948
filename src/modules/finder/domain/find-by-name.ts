import { words } from '../../../kernel/text.ts';
import { type Closeness, closeness, queryWords } from './text-match.ts';
import type { SearchablePlace } from './world.ts';

/** Places named so, only those that match best: exact names hide beginnings, which hide slips. */
export function findByName<Place extends SearchablePlace>(
  text: string,
  places: readonly Place[],
): readonly Place[] {
  const query = queryWords(text);
  const found: Record<Closeness, Place[]> = { exact: [], prefix: [], typo: [] };
  for (const place of places) {
    const match = nameMatch(query, place);
    if (match) found[match].push(place);
  }
  return [found.exact, found.prefix, found.typo].find((group) => group.length > 0) ?? [];
}

/** « médiathèque Bron »: the town may help, the name alone decides that it is about this place. */
function nameMatch(query: readonly string[], { fields }: SearchablePlace): Closeness | null {
  const name = words(fields.name ?? '');
  const town = words(`${fields.commune ?? ''} ${fields.postalCode ?? ''}`);
  const match = closeness(query, [...name, ...town]);
  const isNamed = match !== null && query.some((word) => closeness([word], name) !== null);
  return isNamed ? match : null;
}
