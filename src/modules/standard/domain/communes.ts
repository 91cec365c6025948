import type { Point } from '../../../kernel/geo.ts';

/** One current commune or municipal arrondissement. Source: @etalab/decoupage-administratif. */
export interface Commune {
  codeInsee: string;
  name: string;
  postalCodes: string[];
  departement: string;
  region: string;
  population: number;
  epciCode?: string;
  epciName?: string;
  /** Centre of the commune, when a source of coordinates knows it. */
  centre?: Point;
  /** Former or delegated communes now part of this one: their old INSEE codes, and their names where known. */
  former: { codeInsee: string; name?: string }[];
  /** For a municipal arrondissement (Paris, Lyon, Marseille): the INSEE code of its commune. */
  arrondissementOf?: string;
}

/** Questions that normalising, matching and search ask about communes. All lookups are total: unknown gives `null` or `[]`. */
export interface CommuneReference {
  readonly communes: readonly Commune[];
  /** By current INSEE code, or by the code of a commune since merged (its current commune is given). */
  byInsee(codeInsee: string): Commune | null;
  /** Arrondissements come before their commune. */
  byPostalCode(postalCode: string): readonly Commune[];
  /** Names as people write them: case, accents, « St », « Cedex », former communes. Largest population first. */
  byName(name: string): readonly Commune[];
  /** Best commune for what a record says, or `null` when it stays ambiguous. */
  find(clues: { name?: string; postalCode?: string; codeInsee?: string; point?: Point }): Commune | null;
  /** Communes whose centre is nearest, closest first. */
  nearest(point: Point, count: number): readonly { commune: Commune; distanceMetres: number }[];
}
