import { foldKey } from '../../../kernel/text.ts';
import type { Commune, CommuneReference } from '../../standard/index.ts';
import { isSlip } from './text-match.ts';

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

const keysOf = (reference: CommuneReference): Keyed[] =>
  reference.communes
    .filter(({ arrondissementOf }) => arrondissementOf === undefined)
    .map((commune) => ({ key: foldKey(commune.name), commune }));
