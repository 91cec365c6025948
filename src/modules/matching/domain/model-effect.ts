import type { RecordRef } from '../../../kernel/record-ref.ts';
import type { LiveResolution } from './live-resolution.ts';

/** Places that would become one, or one that would become several: the records of each, in a stable order. */
export interface PlaceChange {
  before: readonly (readonly RecordRef[])[];
  after: readonly (readonly RecordRef[])[];
}

/** What another way of weighing would change in the directory. */
export interface ModelEffect {
  placesBefore: number;
  placesAfter: number;
  /** How many of the present places would no longer be described by the same records. */
  changedPlaces: number;
  changes: PlaceChange[];
}

export function effectOf(before: LiveResolution, after: LiveResolution): ModelEffect {
  const present = groupsOf(before);
  const next = groupsOf(after);
  const seen = new Set<RecordRef>();
  const changes: PlaceChange[] = [];
  let changedPlaces = 0;
  for (const group of present) {
    if (seen.has(group[0]!) || isOneOf(group, after)) continue;
    const change = changeAround(group, before, after);
    for (const ref of change.before.flat()) seen.add(ref);
    changedPlaces += change.before.length;
    changes.push(change);
  }
  return { placesBefore: present.length, placesAfter: next.length, changedPlaces, changes };
}

const groupsOf = (live: LiveResolution): (readonly RecordRef[])[] =>
  live.records
    .map(({ rid }) => live.membersWith(rid))
    .filter((group, at) => group[0] === live.records[at]!.rid);

const isOneOf = (group: readonly RecordRef[], live: LiveResolution): boolean => {
  const other = live.membersWith(group[0]!);
  return other.length === group.length && other.every((ref, at) => ref === group[at]);
};

/** All the groups, before and after, that records reach from one another. */
function changeAround(
  start: readonly RecordRef[],
  before: LiveResolution,
  after: LiveResolution,
): PlaceChange {
  const refs = new Set(start);
  for (const ref of refs)
    for (const live of [before, after]) for (const other of live.membersWith(ref)) refs.add(other);
  const sorted = [...refs].sort();
  const groups = (live: LiveResolution) =>
    sorted.map((ref) => live.membersWith(ref)).filter((group, at) => group[0] === sorted[at]);
  return { before: groups(before), after: groups(after) };
}
