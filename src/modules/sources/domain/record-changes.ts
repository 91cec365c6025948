import type { PlannedRecord } from './plan-import.ts';

/** What a source held of a record before a new reading. */
export interface RecordState {
  hash: string;
  /** Whether it gave a place then, and was still in its source. */
  isPlace: boolean;
}

export interface RecordChanges {
  /** Places that the source did not give. */
  added: number;
  /** Places that it gave otherwise. */
  updated: number;
}

/** What a reading brings to its source. What leaves it is known only once the reading is written. */
export function compareWithSource(
  before: ReadonlyMap<string, RecordState>,
  records: readonly PlannedRecord[],
): RecordChanges {
  const places = records.filter(({ rejection }) => rejection === null);
  const known = places.filter(({ recordKey }) => before.get(recordKey)?.isPlace);
  const updated = known.filter(({ recordKey, hash }) => before.get(recordKey)?.hash !== hash);
  return { added: places.length - known.length, updated: updated.length };
}
