import { words } from '../../src/kernel/text.ts';
import { type Facet, settledFacetsOf } from '../../src/modules/finder/domain/index/facets.ts';
import type { IndexQuery } from '../../src/modules/finder/domain/index/index-query.ts';
import { pointOf, type SearchablePlace } from '../../src/modules/finder/domain/world.ts';
import { pick } from './search-places.ts';
import { seededRandom } from './synthetic-records.ts';

/** Monday 23 November 2026, 0 h in Paris. */
const WEEK_START_MS = Date.UTC(2026, 10, 22, 23);
const MINUTE_MS = 60_000;
const FILTERS = 5;

/** All of a question: words, five filters, open now, and the twenty nearest. */
export interface FullQuery
  extends Required<Pick<IndexQuery, 'origin' | 'facets' | 'openAt' | 'text' | 'limit'>> {
  radiusMetres: number;
}

/**
 * Questions that people could ask: about a place drawn by lot, from a kilometre away, by a word of its name (a fifth of
 * them misspelt, a fifth cut short), with filters that it has.
 */
export function fullQueries(places: readonly SearchablePlace[], count: number, seed: number): FullQuery[] {
  const chance = seededRandom(seed);
  const placed = places.filter(({ fields }) => pointOf(fields) !== undefined);
  return Array.from({ length: count }, () => {
    const { fields } = pick(placed, chance);
    const own = settledFacetsOf(fields);
    const facets: Facet[] = ['ouvert-maintenant', ...draw(own, FILTERS, chance)];
    const word =
      pick(
        words(fields.name ?? '').filter((one) => one.length > 2),
        chance,
      ) ?? 'mairie';
    return {
      origin: {
        latitude: fields.latitude! + (chance() - 0.5) / 50,
        longitude: fields.longitude! + (chance() - 0.5) / 50,
      },
      radiusMetres: 20_000,
      text: asTyped(word, chance),
      facets,
      openAt: new Date(WEEK_START_MS + Math.floor(chance() * 7 * 1440) * MINUTE_MS),
      limit: 20,
    };
  });
}

function draw<Value>(values: readonly Value[], count: number, chance: () => number): Value[] {
  const left = [...values];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(chance() * left.length), 1),
  ).flat();
}

function asTyped(word: string, chance: () => number): string {
  const lot = chance();
  if (lot < 0.2 && word.length >= 4) return word.slice(0, 2) + word[3]! + word[2]! + word.slice(4);
  return lot < 0.4 && word.length >= 6 ? word.slice(0, 5) : word;
}

/** The same questions with parts left out, so that every way of answering is taken. */
export function mixedQueries(places: readonly SearchablePlace[], count: number, seed: number): IndexQuery[] {
  const chance = seededRandom(seed);
  return fullQueries(places, count, seed).map(({ text, facets, openAt, limit, origin, radiusMetres }) => ({
    limit,
    ...(chance() < 0.5 && { text }),
    ...(chance() < 0.8 && { origin }),
    ...(chance() < 0.6 && { radiusMetres }),
    ...(chance() < 0.7 && { facets: facets.slice(Math.floor(chance() * facets.length)) }),
    ...(chance() < 0.8 && { openAt }),
    ...(chance() < 0.2 && { departement: '69' }),
    ...(chance() < 0.2 && { communes: new Set(['13055', '31555']) }),
    ...(chance() < 0.3 && { offset: Math.floor(chance() * 40) }),
  }));
}
