import type { Facet } from './index/facets.ts';

/** What a referrer may ask for, in the order of the form. */
export const CONSTRAINTS = [
  'gratuit',
  'sans-rendez-vous',
  'ouvert-maintenant',
  'ouvert-soir',
  'ouvert-samedi',
  'a-distance',
  'accessible',
  'pass',
] as const satisfies readonly Facet[];
export type Constraint = (typeof CONSTRAINTS)[number];

/** Exact values of the national standard: `audiences`, then `specialCare`. */
export const PUBLICS = [
  'Jeunes',
  'Étudiants',
  'Familles et/ou enfants',
  'Seniors',
  'Femmes',
  'Illettrisme',
  'Langues étrangères (anglais)',
  'Langues étrangères (autres)',
  'Surdité',
  'Déficience visuelle',
  'Handicaps moteurs',
  'Handicaps mentaux',
] as const;
export type Public = (typeof PUBLICS)[number];

export interface Wish {
  /** Exact values of the national standard; empty when the need is unknown. */
  services: readonly string[];
  asked: ReadonlySet<Constraint | 'public'>;
  /** Whom the place must be used to welcome; then `asked` holds `public`. */
  public?: Public | undefined;
}
