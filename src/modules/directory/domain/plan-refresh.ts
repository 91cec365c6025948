import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { type RecordRef, recordRef } from '../../../kernel/record-ref.ts';
import type { FieldKey } from '../../standard/index.ts';
import type { Correction } from './correction.ts';
import { assignIdentities, type Identities, type Standing } from './identities.ts';
import { corrected } from './overlay.ts';
import type { ChangeKind, NewChange, StoredPlace } from './place.ts';
import { type SourceRecord, surviving } from './survivorship.ts';

export interface RefreshInput {
  records: readonly SourceRecord[];
  /** The cluster of every record, by any label. */
  clusterOf: ReadonlyMap<RecordRef, string>;
  standing: ReadonlyMap<RecordRef, Standing>;
  places: readonly StoredPlace[];
  /** What people said of these places. */
  corrections: readonly Correction[];
  mintId: (founder: RecordRef, attempt: number) => string;
  now: Date;
}

export interface RefreshPlan {
  /** Places to write, the unchanged ones left out. */
  places: StoredPlace[];
  /** Records whose place or home changed. */
  standing: Map<RecordRef, Standing>;
  changes: NewChange[];
}

/** The difference between the directory as stored and as its records now describe it: nothing when they agree. */
export function planRefresh(input: RefreshInput): RefreshPlan {
  const stored = new Map(input.places.map((place) => [place.id, place]));
  const identities = assignIdentities({
    clusters: groupByCluster(input.clusterOf),
    standing: input.standing,
    places: stored,
    mintId: input.mintId,
  });
  const changes = identityChanges(identities, input.now);
  const places = [
    ...describedPlaces(input, identities, stored),
    ...redirectedPlaces(identities, stored, input.now),
  ];
  const told = new Set(changes.filter(({ kind }) => kind !== 'split').map(({ placeId }) => placeId));
  for (const place of places) {
    const before = stored.get(place.id);
    if (before && place.status !== 'merged' && !told.has(place.id))
      changes.push(updateOf(before, place, input.now));
  }
  const standing = new Map(
    [...identities.standing].filter(([ref, now]) => !isSameStanding(now, input.standing.get(ref))),
  );
  changes.push(...movesOf(standing, { input, changes }));
  return { places, standing, changes };
}

/** A place that a record left or joined is known by other sources than before, even when no field shows it. */
function* movesOf(
  standing: ReadonlyMap<RecordRef, Standing>,
  { input, changes }: { input: RefreshInput; changes: readonly NewChange[] },
): Generator<NewChange> {
  const told = new Set(changes.map(({ placeId }) => placeId));
  for (const [ref, { placeId }] of standing) {
    const before = input.standing.get(ref)?.placeId;
    if (before === undefined || before === placeId) continue;
    for (const id of [before, placeId]) {
      if (told.has(id)) continue;
      told.add(id);
      yield { placeId: id, kind: 'updated', detail: { fields: [] }, at: input.now };
    }
  }
}

const isSameStanding = (now: Standing, before: Standing | undefined): boolean =>
  now.placeId === before?.placeId && now.homeId === before.homeId;

function groupByCluster(clusterOf: ReadonlyMap<RecordRef, string>): RecordRef[][] {
  const clusters = new Map<string, RecordRef[]>();
  for (const [ref, cluster] of clusterOf) {
    const members = clusters.get(cluster);
    if (members) members.push(ref);
    else clusters.set(cluster, [ref]);
  }
  return [...clusters.values()];
}

function identityChanges(identities: Identities, at: Date): NewChange[] {
  const change = (placeId: string, kind: ChangeKind, detail: Record<string, unknown> = {}) => ({
    placeId,
    kind,
    detail,
    at,
  });
  return [
    ...identities.created.map((id) => change(id, 'created')),
    ...identities.restored.map((id) => change(id, 'restored')),
    ...identities.merged.map(({ from, into }) => change(from, 'merged', { into })),
    ...identities.split.map(({ from, into }) => change(from, 'split', { into })),
  ];
}

/** Every place that has records, when what its records say differs from what is stored. */
function* describedPlaces(
  input: RefreshInput,
  identities: Identities,
  stored: ReadonlyMap<string, StoredPlace>,
): Generator<StoredPlace> {
  const recordsOf = new Map<string, SourceRecord[]>();
  for (const record of input.records) {
    const { placeId: id } = identities.standing.get(recordRef(record.source, record.recordKey))!;
    const members = recordsOf.get(id);
    if (members) members.push(record);
    else recordsOf.set(id, [record]);
  }
  const correctionsOf = groupBySurvivor(input.corrections, identities, stored);
  for (const [id, records] of recordsOf) {
    const before = stored.get(id);
    const place: StoredPlace = {
      id,
      // A place that a person removed stays removed, whatever its sources still say.
      status: before?.status === 'removed' ? 'removed' : 'published',
      mergedInto: null,
      ...corrected({ ...surviving(records), records }, correctionsOf.get(id) ?? []),
      createdAt: before?.createdAt ?? input.now,
      updatedAt: input.now,
    };
    if (!before || contentOf(before) !== contentOf(place)) yield place;
  }
}

/** What was said of a place that is now part of another one is said of that one; parted again, each has its own back. */
function groupBySurvivor(
  corrections: readonly Correction[],
  identities: Identities,
  stored: ReadonlyMap<string, StoredPlace>,
): Map<string, Correction[]> {
  const survivorOf = new Map(identities.merged.map(({ from, into }) => [from, into]));
  const restored = new Set(identities.restored);
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const { placeId } = correction;
    const before = restored.has(placeId) ? placeId : (stored.get(placeId)?.mergedInto ?? placeId);
    const id = survivorOf.get(placeId) ?? survivorOf.get(before) ?? before;
    const group = groups.get(id);
    if (group) group.push(correction);
    else groups.set(id, [correction]);
  }
  return groups;
}

const contentOf = ({ status, fields, provenance }: StoredPlace): string =>
  canonicalJson([status, fields, provenance]);

/** Merged places point at their survivor, and so do those that pointed at them: a redirect never has two steps. */
function* redirectedPlaces(
  identities: Identities,
  stored: ReadonlyMap<string, StoredPlace>,
  now: Date,
): Generator<StoredPlace> {
  const restored = new Set(identities.restored);
  const survivorOf = new Map(identities.merged.map(({ from, into }) => [from, into]));
  for (const place of stored.values()) {
    const into =
      survivorOf.get(place.id) ?? (place.mergedInto ? survivorOf.get(place.mergedInto) : undefined);
    if (into && !restored.has(place.id))
      yield { ...place, status: 'merged', mergedInto: into, updatedAt: now };
  }
}

function updateOf(before: StoredPlace, place: StoredPlace, at: Date): NewChange {
  return { placeId: place.id, kind: 'updated', detail: { fields: changedFields(before, place) }, at };
}

/** Names of the fields whose value is not the same, sorted. */
export function changedFields(before: StoredPlace, after: StoredPlace): FieldKey[] {
  const keys = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]) as Set<FieldKey>;
  return [...keys]
    .filter((key) => canonicalJson(before.fields[key]) !== canonicalJson(after.fields[key]))
    .sort();
}
