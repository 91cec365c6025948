import { foldKey, words } from '../../../kernel/text.ts';
import type { Commune, CommuneReference } from '../../standard/index.ts';
import { isSlip } from './text-match.ts';

/** As many as one reads at a glance. */
export const MOST_TOWNS = 5;

interface Keyed {
  key: string;
  commune: Commune;
}

/** Folding 35,000 names takes 30 ms: done once per reference, at the first unknown name. */
const KEYED = new WeakMap<CommuneReference, readonly Keyed[]>();

/** Communes that the person may have meant: same beginning, or a slip of the finger; the largest first. */
export function suggestCommunes(text: string, communes: CommuneReference, count: number): Commune[] {
  const query = foldKey(text);
  if (query.length < 3) return [];
  const all = KEYED.get(communes) ?? keysOf(communes);
  KEYED.set(communes, all);
  return all
    .filter(({ key }) => key.startsWith(query) || isSlip(query, key))
    .map(({ commune }) => commune)
    .sort((a, b) => b.population - a.population)
    .slice(0, count);
}

/** Towns that most people know: misspelt, they are likelier than the place that happens to bear what was typed. */
const KNOWN_INHABITANTS = 10_000;

/**
 * Towns that a person may have meant, who gets places by their names: « mulouse ». When the names hold the very words
 * typed, only a slip in the name of a large town counts: « Pont-Bordeau » is rarely what « bordeau » means.
 */
export function townsMisspelt(text: string, names: readonly string[], communes: CommuneReference): Commune[] {
  const towns = suggestCommunes(text, communes, MOST_TOWNS);
  const typed = words(text);
  const isExact = names.some((name) => typed.every((word) => words(name).includes(word)));
  if (!isExact) return towns;
  const query = foldKey(text);
  return towns.filter(
    ({ name, population }) => population >= KNOWN_INHABITANTS && isSlip(query, foldKey(name)),
  );
}

const keysOf = (reference: CommuneReference): Keyed[] =>
  reference.communes
    .filter(({ arrondissementOf }) => arrondissementOf === undefined)
    .map((commune) => ({ key: foldKey(commune.name), commune }));
