import type { Point } from '../../../../kernel/geo.ts';
import type { Found, SearchablePlace } from '../world.ts';
import type { Facet, FacetCounts } from './facets.ts';

/** What an index is asked. A place is listed when it stands within the radius or in the area, and has all the rest. */
export interface IndexQuery {
  /** Distances are measured from here. */
  origin?: Point;
  /** As the crow flies; without it no place is too far. */
  radiusMetres?: number;
  /** INSEE codes: their places are listed wherever they stand, even without coordinates. */
  communes?: ReadonlySet<string>;
  departement?: string;
  /** Words of the name and of the town; slips of the finger are forgiven when nothing else fits. */
  text?: string;
  facets?: readonly Facet[];
  /** The instant of « open now », and the weeks of « open on Saturdays »; without it no place is said to open. */
  openAt?: Date;
  offset?: number;
  limit?: number;
}

export interface IndexList<Place extends SearchablePlace> {
  /** Closest first, then by name, then by identifier: the order is total, so that pages never repeat a place. */
  hits: readonly Found<Place>[];
  /** Of all the pages. */
  total: number;
}

export interface IndexAnswer<Place extends SearchablePlace> extends IndexList<Place> {
  counts: FacetCounts;
}

export interface PlaceIndex<Place extends SearchablePlace> {
  search(query: IndexQuery): IndexAnswer<Place>;
  /** The same without what each facet would leave: counting may cost more than finding. */
  list(query: IndexQuery): IndexList<Place>;
}
