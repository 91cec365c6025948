import type { Point } from '../../../kernel/geo.ts';
import type { Facet } from './index/facets.ts';
import type { IndexAnswer, IndexList, IndexQuery } from './index/index-query.ts';
import { placeIndexOf } from './index/place-index-of.ts';
import type { Located } from './locate.ts';
import type { SearchablePlace, World } from './world.ts';

export interface PlaceQuery {
  located?: Located | null;
  /** Wins over the point of `located`. */
  near?: Point;
  radiusMetres?: number;
  /** A place must have all of them. */
  facets?: readonly Facet[];
  /** Words of the name. */
  text?: string;
  /** The instant of « open now ». */
  openAt?: Date;
  offset?: number;
  /** Every place found, unless a limit is given. */
  limit?: number;
}

/** An hour by bus or ten minutes by car: beyond, a list « près de » would be untrue. */
export const DEFAULT_RADIUS_METRES = 20_000;

/** Closest first; places without a known distance last, by name. The order is total: paging never repeats or skips. */
export function searchPlaces<Place extends SearchablePlace>(
  { catalogue }: World<Place>,
  query: PlaceQuery,
): IndexAnswer<Place> {
  return placeIndexOf(catalogue.places).search({ ...asked(query), ...scopeOf(query) });
}

/** The same, where nobody looks at what each facet would leave. */
export function listPlaces<Place extends SearchablePlace>(
  { catalogue }: World<Place>,
  query: PlaceQuery,
): IndexList<Place> {
  return placeIndexOf(catalogue.places).list({ ...asked(query), ...scopeOf(query) });
}

function asked({ facets, openAt, offset, limit }: PlaceQuery): IndexQuery {
  return {
    ...(facets && { facets }),
    ...(openAt && { openAt }),
    ...(offset !== undefined && { offset }),
    ...(limit !== undefined && { limit }),
  };
}

/** A place of the commune itself belongs to the list even when it has no coordinates or stands far from the centre. */
function scopeOf({ located, near, radiusMetres, text }: PlaceQuery): IndexQuery {
  const isNamed = located?.kind === 'place';
  const origin = near ?? (isNamed ? undefined : located?.point);
  const wanted = text ?? (isNamed ? located.label : '');
  const from = { ...(origin && { origin }), ...(wanted !== '' && { text: wanted }) };
  if (isNamed) return from;
  return {
    ...from,
    ...(origin && { radiusMetres: radiusMetres ?? DEFAULT_RADIUS_METRES }),
    ...areaOf(located),
  };
}

function areaOf(located: Located | null | undefined): IndexQuery {
  if (!located) return {};
  const departement = located.kind === 'departement' ? located.communes[0]?.departement : undefined;
  if (departement !== undefined) return { departement };
  return { communes: new Set(located.communes.map(({ codeInsee }) => codeInsee)) };
}
