import type { Point } from '../../../kernel/geo.ts';
import { collapseSpaces, foldKey } from '../../../kernel/text.ts';
import type { Commune } from '../../standard/index.ts';
import { type Departement, departementLabel, findDepartement } from './departements.ts';
import { placeIndexOf } from './index/place-index-of.ts';
import { pointOf, type SearchablePlace, type World } from './world.ts';

export interface Located {
  kind: 'commune' | 'postal-code' | 'departement' | 'address' | 'place' | 'around';
  /** What to show: the name of the commune, of the département, what was typed for a place; empty around a person. */
  label: string;
  point?: Point;
  /** The communes meant, all together; empty for a place name. */
  communes: Commune[];
  /** Other communes of the same name that the person may have meant, largest first. */
  namesakes: Commune[];
  /** The code of the département of the same name, which the person may have meant. */
  departement?: string;
  /** The place meant, when exactly one bears this name. */
  placeId?: string;
}

/** Longer texts are cut: nobody types so long a place. */
const LONGEST = 200;

/** Where the person means: a commune, a postal code, a département, an address or the name of a place. */
export function locate(ou: string, world: World): Located | null {
  const text = collapseSpaces(ou).slice(0, LONGEST);
  if (foldKey(text) === '') return null;
  return (
    locateTown(text, world) ??
    (looksLikeAddress(text) ? locateAddress(text, world) : null) ??
    locatePlace(text, world) ??
    locateAddress(text, world)
  );
}

/** Around the person themselves, who said where they are. */
export const locateAround = (point: Point): Located => ({
  kind: 'around',
  label: '',
  point,
  communes: [],
  namesakes: [],
});

/** A commune, a postal code or a département, and nothing less certain. */
export const locateTown = (text: string, world: World): Located | null =>
  locateCode(text, world) ?? locateNamed(text, world);

/** Fewer inhabitants, and who says « Creuse » or « La Réunion » means the département, not a village of the same name. */
export const KNOWN_INHABITANTS = 10_000;

/** A commune or a département; of two that share a name, the other stays one press away. */
function locateNamed(text: string, world: World): Located | null {
  const communes = communesNamed(text, world);
  const departement = findDepartement(text);
  if (communes.length === 0) return departement && atDepartement(departement, world);
  if (!departement) return atCommune(communes, world);
  const isKnown = communes.some(({ population }) => population >= KNOWN_INHABITANTS);
  if (!isKnown) return { ...atDepartement(departement, world), namesakes: [...communes] };
  // Nobody can mean one rather than the other where they are the same land.
  const isSameLand = communesOf(departement, world).every((commune) => communes.includes(commune));
  return { ...atCommune(communes, world), ...(!isSameLand && { departement: departement.code }) };
}

/** A postal code; failing that, an INSEE code. */
function locateCode(text: string, world: World): Located | null {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return null;
  const communes = withoutTheirCity(world.communes.byPostalCode(code));
  if (communes.length > 0) {
    const label = communes.length === 1 ? communes[0]!.name : code;
    return { kind: 'postal-code', label, communes, namesakes: [], ...at(centreOf(communes, world)) };
  }
  const commune = world.communes.byInsee(code);
  return commune ? atCommune([commune], world) : null;
}

/** « 75016 » is the sixteenth arrondissement, not all of Paris, which has that postal code too. */
const withoutTheirCity = (communes: readonly Commune[]): Commune[] =>
  communes.filter(({ codeInsee }) =>
    communes.every(({ arrondissementOf }) => arrondissementOf !== codeInsee),
  );

/**
 * A name alone, or a name with what tells it from its namesakes: « Saint-Denis 93200 », « Saint-Denis (93) ». « Marseille 13 »
 * is the arrondissement, « Marseille (13) » the city: a number in brackets is that of a département.
 */
function communesNamed(text: string, world: World): readonly Commune[] {
  const bare = text.includes('(') ? [] : world.communes.byName(text).filter(isArrondissement);
  if (bare.length > 0) return bare;
  const [, before = '', code = '', after = ''] =
    /^(.*?)[\s,(]*\b(\d{5}|2[AB]\d{3}|\d{2,3}|2[AB])\b[\s,)]*(.*)$/i.exec(text) ?? [];
  const fitting = world.communes
    .byName(`${before} ${after}`)
    .filter(({ postalCodes, departement, codeInsee }) =>
      [...postalCodes, departement, codeInsee].includes(code.toUpperCase()),
    );
  if (fitting.length === 0) return world.communes.byName(text);
  const within = world.communes
    .byPostalCode(code)
    .filter(({ arrondissementOf }) => fitting.some(({ codeInsee }) => codeInsee === arrondissementOf));
  return within.length > 0 ? within : fitting;
}

const isArrondissement = ({ arrondissementOf }: Commune): boolean => arrondissementOf !== undefined;

function atDepartement(found: Departement, world: World): Located {
  const communes = world.communes.communes.filter(({ departement }) => departement === found.code);
  return { kind: 'departement', label: departementLabel(found.code), communes, namesakes: [] };
}

/** Without the arrondissements of Paris, Lyon and Marseille, which lie inside their commune. */
const communesOf = ({ code }: Departement, world: World): readonly Commune[] =>
  world.communes.communes.filter(
    ({ departement, arrondissementOf }) => departement === code && arrondissementOf === undefined,
  );

const looksLikeAddress = (text: string): boolean => /^\d+\s?\D|,|\b\d{5}\b/.test(text);

/** « 12 rue X, Lyon », « 12 rue X 69003 »: the commune at the end, and the very point when a known place is there. */
function locateAddress(text: string, world: World): Located | null {
  const communes = communesAtEnd(text, world);
  if (communes.length === 0) return null;
  const [commune, ...namesakes] = closestToPlaces(communes, world);
  const street = foldKey(text.replace(/,?\s*(?:\d{5}\b.*|[^,]*)$/, ''));
  const neighbour =
    street === ''
      ? undefined
      : placesOf([commune!], world).find(({ fields }) => foldKey(fields.address ?? '') === street);
  const point = (neighbour && pointOf(neighbour.fields)) ?? centreOf([commune!], world);
  return { kind: 'address', label: commune!.name, communes: [commune!], namesakes, ...at(point) };
}

/** No French commune has more words in its name. */
const MOST_WORDS = 9;

function communesAtEnd(text: string, world: World): readonly Commune[] {
  const [, postalCode = '', name = ''] = /\b(\d{5})\b\s*,?\s*(.*)$/.exec(text) ?? [];
  const named = postalCode ? world.communes.find({ name, postalCode }) : null;
  if (named) return [named];
  const sharing = world.communes.byPostalCode(postalCode);
  if (sharing.length > 0) return sharing;
  const afterComma = text.split(',').at(-1)!.trim();
  const parts = (text.includes(',') ? afterComma : text).split(' ').slice(-MOST_WORDS);
  for (let from = text.includes(',') ? 0 : 1; from < parts.length; from += 1) {
    const found = world.communes.byName(parts.slice(from).join(' '));
    if (found.length > 0) return found;
  }
  return [];
}

function locatePlace(text: string, world: World): Located | null {
  const { hits, total } = placeIndexOf(world.catalogue.places).list({ text, limit: 1 });
  if (total === 0) return null;
  const only = total === 1 ? hits[0]!.place : null;
  const placeId = only ? { placeId: only.id } : {};
  return {
    kind: 'place',
    label: text,
    communes: [],
    namesakes: [],
    ...placeId,
    ...at(only ? pointOf(only.fields) : undefined),
  };
}

/** One commune, already known; its namesakes, if any, follow it. */
export function atCommune(candidates: readonly Commune[], world: World): Located {
  const [commune, ...namesakes] = closestToPlaces(candidates, world);
  const point = centreOf([commune!], world);
  return { kind: 'commune', label: commune!.name, communes: [commune!], namesakes, ...at(point) };
}

/** A namesake farther than this from every place of the directory is hardly what the person meant. */
const SERVED_METRES = 30_000;

/** Namesakes near places of the directory first; the order given, by population, decides between them. */
function closestToPlaces(candidates: readonly Commune[], world: World): readonly Commune[] {
  if (candidates.length < 2) return candidates;
  const isServed = (commune: Commune): boolean => {
    const point = centreOf([commune], world);
    return (
      point !== undefined &&
      world.catalogue.nearest(point, { limit: 1, radiusMetres: SERVED_METRES }).length > 0
    );
  };
  return [...candidates.filter(isServed), ...candidates.filter((commune) => !isServed(commune))];
}

/** The middle of the known centres; else of the places found there; else of the communes that share the postal code. */
function centreOf(communes: readonly Commune[], world: World): Point | undefined {
  const neighbours = () =>
    communes.flatMap(({ postalCodes }) => postalCodes.flatMap(world.communes.byPostalCode));
  return (
    middle(communes.map(({ centre }) => centre)) ??
    middle(placesOf(communes, world).map(({ fields }) => pointOf(fields))) ??
    middle(neighbours().map(({ centre }) => centre))
  );
}

function placesOf(communes: readonly Commune[], world: World): SearchablePlace[] {
  const codes = new Set(communes.map(({ codeInsee }) => codeInsee));
  const { hits } = placeIndexOf(world.catalogue.places).list({ communes: codes });
  return hits.map(({ place }) => place);
}

function middle(points: readonly (Point | undefined)[]): Point | undefined {
  const known = points.filter((point) => point !== undefined);
  if (known.length === 0) return undefined;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(known.map(({ latitude }) => latitude)),
    longitude: mean(known.map(({ longitude }) => longitude)),
  };
}

const at = (point: Point | undefined): { point?: Point } => (point ? { point } : {});
