import type { Queries } from '../../../platform/db/database.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { type Correction, fieldsOfUnit } from '../domain/correction.ts';
import { type CorrectionFate, effectiveCorrections, fateOf } from '../domain/overlay.ts';
import type { StoredPlace } from '../domain/place.ts';
import { readLatestCorrections } from '../store/corrections.ts';
import { loadPlacesAround } from '../store/places.ts';
import { readSourceSide } from './refresh-corrected.ts';

/** A correction beside what is shown and what sources say today. */
export interface ShownCorrection extends Correction {
  /** The place where it counts: the one its own was joined with, if it was. */
  place: StoredPlace;
  shown: PlaceFields;
  source: PlaceFields;
  /** Null while it is not published, or once a later one of its unit is. */
  fate: CorrectionFate | null;
}

const LATEST = 100;

export async function readCorrections(db: Queries): Promise<ShownCorrection[]> {
  const corrections = await readLatestCorrections(db, LATEST);
  const shown: ShownCorrection[] = [];
  for (const [place, about] of await byPlace(db, corrections)) {
    const source = await readSourceSide(db, place.id);
    const effective = new Set(effectiveCorrections(about).map(({ id }) => id));
    for (const correction of about)
      shown.push({
        ...correction,
        place,
        shown: fieldsOfUnit(correction.unit, place.fields),
        source: source ? fieldsOfUnit(correction.unit, source.fields) : {},
        fate: source && effective.has(correction.id) ? fateOf(correction, source) : null,
      });
  }
  return shown.sort((a, b) => b.id - a.id);
}

async function byPlace(
  db: Queries,
  corrections: readonly Correction[],
): Promise<Map<StoredPlace, Correction[]>> {
  const ids = corrections.map(({ placeId }) => placeId);
  const near = await loadPlacesAround(db, ids);
  const survivors = await loadPlacesAround(
    db,
    near.flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  const known = new Map([...near, ...survivors].map((place) => [place.id, place]));
  const groups = new Map<StoredPlace, Correction[]>();
  for (const correction of corrections) {
    const own = known.get(correction.placeId)!;
    const place = own.mergedInto ? known.get(own.mergedInto)! : own;
    groups.set(place, [...(groups.get(place) ?? []), correction]);
  }
  return groups;
}
