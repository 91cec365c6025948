import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { foldKey } from '../../../kernel/text.ts';
import { departementOfCode } from './departements.ts';
import { findByName } from './find-by-name.ts';
import type { Located } from './locate.ts';
import { type Found, pointOf, type SearchablePlace, type World } from './world.ts';

export interface PlaceQuery {
  located?: Located | null;
  /** Wins over the point of `located`. */
  near?: Point;
  radiusMetres?: number;
  /** Exact values of the national standard; a place must offer all of them. */
  services?: readonly string[];
  /** Words of the name. */
  text?: string;
}

/** An hour by bus or ten minutes by car: beyond, a list « près de » would be untrue. */
export const DEFAULT_RADIUS_METRES = 20_000;

/** Closest first; places without a known distance last, by name. The order is total: paging never repeats or skips. */
export function searchPlaces<Place extends SearchablePlace>(
  { catalogue }: World<Place>,
  query: PlaceQuery,
): Found<Place>[] {
  const accept = (place: Place): boolean =>
    (query.services ?? []).every((service) => place.fields.services?.includes(service));
  const text = query.text ?? (query.located?.kind === 'place' ? query.located.label : '');
  const origin = query.near ?? (query.located?.kind === 'place' ? undefined : query.located?.point);
  const isInside = insideTest(query.located);
  if (text !== '') {
    const named = findByName(text, catalogue.places).filter(accept);
    return named.map((place) => measure(place, origin)).sort(byDistanceThenName);
  }
  if (!origin) {
    return catalogue.places
      .filter((place) => accept(place) && (!query.located || isInside(place)))
      .map((place) => measure(place, undefined))
      .sort(byDistanceThenName);
  }
  const radiusMetres = query.radiusMetres ?? DEFAULT_RADIUS_METRES;
  const near = catalogue.nearest(origin, { radiusMetres, accept });
  const seen = new Set(near.map(({ place }) => place.id));
  const farInside = catalogue.places.filter(
    (place) => !seen.has(place.id) && isInside(place) && accept(place),
  );
  return [...near, ...farInside.map((place) => measure(place, origin))].sort(byDistanceThenName);
}

/** A place of the commune itself belongs to the list even when it has no coordinates or stands far from the centre. */
function insideTest(located: Located | null | undefined): (place: SearchablePlace) => boolean {
  const codes = new Set(located?.communes.map(({ codeInsee }) => codeInsee));
  const departement = located?.kind === 'departement' ? located.communes[0]?.departement : undefined;
  return ({ fields }) => {
    if (departement) return departementOfCode(fields.codeInsee ?? fields.postalCode ?? '') === departement;
    return fields.codeInsee !== undefined && codes.has(fields.codeInsee);
  };
}

function measure<Place extends SearchablePlace>(place: Place, origin: Point | undefined): Found<Place> {
  const point = pointOf(place.fields);
  return { place, distanceMetres: origin && point ? distanceMetres(origin, point) : null };
}

function byDistanceThenName(a: Found<SearchablePlace>, b: Found<SearchablePlace>): number {
  const [near, far] = [
    a.distanceMetres ?? Number.POSITIVE_INFINITY,
    b.distanceMetres ?? Number.POSITIVE_INFINITY,
  ];
  if (near !== far) return near < far ? -1 : 1;
  return compare(nameKey(a), nameKey(b)) || compare(a.place.id, b.place.id);
}

const nameKey = ({ place }: Found<SearchablePlace>): string => foldKey(place.fields.name ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
