import type { Point } from '../../../kernel/geo.ts';
import type { CommuneReference, PlaceFields } from '../../standard/index.ts';

export interface SearchablePlace {
  readonly id: string;
  readonly fields: PlaceFields;
  /** Its records have all left their sources since this instant. */
  readonly missingSince?: Date | null;
}

export interface Found<Place extends SearchablePlace> {
  place: Place;
  /** As the crow flies; null when the place or the person has no known position. */
  distanceMetres: number | null;
}

/** What search needs of a catalogue of places, which never changes once made. */
interface SearchableCatalogue<Place extends SearchablePlace> {
  /** Sorted by id. */
  readonly places: readonly Place[];
  /** Places with coordinates, closest first. */
  nearest(
    point: Point,
    options?: { limit?: number; radiusMetres?: number; accept?: (place: Place) => boolean },
  ): readonly { place: Place; distanceMetres: number }[];
}

export interface World<Place extends SearchablePlace = SearchablePlace> {
  communes: CommuneReference;
  catalogue: SearchableCatalogue<Place>;
}

export const pointOf = ({ latitude, longitude, coordinatesPrecision }: PlaceFields): Point | undefined =>
  latitude === undefined || longitude === undefined || coordinatesPrecision === 'doubtful'
    ? undefined
    : { latitude, longitude };
