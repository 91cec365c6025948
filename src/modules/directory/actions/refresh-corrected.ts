import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { corrected, type SourceSide } from '../domain/overlay.ts';
import type { StoredPlace } from '../domain/place.ts';
import { changedFields } from '../domain/plan-refresh.ts';
import { surviving } from '../domain/survivorship.ts';
import { loadCorrectionsOf } from '../store/corrections.ts';
import { appendChanges } from '../store/history.ts';
import { loadPlacesAround, savePlaces } from '../store/places.ts';
import { readRecordsOfPlace } from '../store/records.ts';

/** What sources say of a place today; null when none does. */
export async function readSourceSide(db: Queries, placeId: string): Promise<SourceSide | null> {
  const records = await readRecordsOfPlace(db, placeId);
  return records.length === 0 ? null : { ...surviving(records), records };
}

/** Computes one place again around its corrections, as a whole refresh would. The directory is locked by the caller. */
export async function refreshCorrected(
  tx: Queries,
  place: StoredPlace,
  { now, author }: { now: Date; author: string },
): Promise<void> {
  const source = await readSourceSide(tx, place.id);
  if (!source) return;
  const merged = await loadPlacesAround(tx, [place.id]);
  const corrections = await loadCorrectionsOf(
    tx,
    merged.map(({ id }) => id),
  );
  const after: StoredPlace = { ...place, ...corrected(source, corrections), updatedAt: now };
  const isSame =
    canonicalJson([place.fields, place.provenance]) === canonicalJson([after.fields, after.provenance]);
  if (isSame) return;
  await savePlaces(tx, [after]);
  const detail = { fields: changedFields(place, after) };
  await appendChanges(tx, [{ placeId: place.id, kind: 'updated', detail, at: now }], author);
}
