import { type PlaceFields, SERVICES, type Service } from '../../../standard/index.ts';
import { arrival, priceOf } from '../openness.ts';

/** Facets that depend on the calendar. Keys are those of public addresses: they never change. */
const OPENING_FACETS = [
  'ouvert-maintenant',
  'ouvert-lundi',
  'ouvert-mardi',
  'ouvert-mercredi',
  'ouvert-jeudi',
  'ouvert-vendredi',
  'ouvert-samedi',
  'ouvert-dimanche',
  'ouvert-soir',
] as const;

type Rule = (fields: PlaceFields) => boolean;

const audience =
  (value: string): Rule =>
  ({ audiences }) =>
    audiences?.includes(value) ?? false;
const care =
  (value: string): Rule =>
  ({ specialCare }) =>
    specialCare?.includes(value) ?? false;

/** Facets that a record says once for all. A place that says nothing has none of them. */
const SETTLED = {
  gratuit: (fields) => priceOf(fields) === 'Gratuit',
  'sans-rendez-vous': (fields) => arrival(fields) === 'walk-in',
  'a-distance': ({ supportModes }) => supportModes?.includes('À distance') ?? false,
  pass: ({ acceptsPassNumerique }) => acceptsPassNumerique === true,
  itinerant: ({ mobility }) => mobility?.includes('Itinérant') ?? false,
  // Acceslibre describes the way in: a place that published its page says how one enters with a wheelchair.
  accessible: (fields) => fields.accessibilityUrl !== undefined || care('Handicaps moteurs')(fields),
  jeunes: audience('Jeunes'),
  etudiants: audience('Étudiants'),
  familles: audience('Familles et/ou enfants'),
  seniors: audience('Seniors'),
  femmes: audience('Femmes'),
  surdite: care('Surdité'),
  'deficience-visuelle': care('Déficience visuelle'),
  'handicap-moteur': care('Handicaps moteurs'),
  'handicap-psychique': care('Handicaps mentaux'),
  illettrisme: care('Illettrisme'),
  anglais: care('Langues étrangères (anglais)'),
  'autres-langues': care('Langues étrangères (autres)'),
} as const satisfies Record<string, Rule>;

export type OpeningFacet = (typeof OPENING_FACETS)[number];
export type SettledFacet = keyof typeof SETTLED | Service;
/** What a list can be narrowed by. The services of the standard keep their exact names. */
export type Facet = OpeningFacet | SettledFacet;

const SETTLED_KEYS = Object.keys(SETTLED) as (keyof typeof SETTLED)[];

const SETTLED_FACETS: readonly SettledFacet[] = [...SERVICES, ...SETTLED_KEYS];
export const FACETS: readonly Facet[] = [...OPENING_FACETS, ...SETTLED_FACETS];

const OPENING: ReadonlySet<string> = new Set(OPENING_FACETS);
export const isOpeningFacet = (facet: Facet): facet is OpeningFacet => OPENING.has(facet);

const KNOWN: ReadonlySet<string> = new Set(FACETS);
export const isFacet = (text: string): text is Facet => KNOWN.has(text);

/** How many places each facet would leave, the chosen ones being kept. */
export type FacetCounts = Readonly<Record<Facet, number>>;

export function settledFacetsOf(fields: PlaceFields): SettledFacet[] {
  const services = SERVICES.filter((service) => fields.services?.includes(service));
  return [...services, ...SETTLED_KEYS.filter((key) => SETTLED[key](fields))];
}
