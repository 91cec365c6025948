import type { LocalDate } from '../../../kernel/dates.ts';
import type { Point } from '../../../kernel/geo.ts';
import type { FieldKey, PlaceFields } from '../../standard/index.ts';

/** Where one published field comes from. */
export interface FieldOrigin {
  /** Name of the source, and the key of its record. */
  source: string;
  recordKey: string;
  /** How fresh the record says it is; absent when it does not say. */
  date?: LocalDate;
  /** Set when no source but a person gave it: `recordKey` then names the correction. */
  saidBy?: Sayer;
}

/** Who corrects a place. */
export type Sayer = 'place-manager' | 'coordinator';

export type Provenance = Partial<Record<FieldKey, FieldOrigin[]>>;

/** One place as residents see it. */
export interface PublishedPlace {
  /** Stable for ever: `/lieux/{id}`. */
  id: string;
  fields: PlaceFields;
  provenance: Provenance;
  /** Names of the sources whose records describe it, sorted. */
  sources: string[];
  /** Its records have all left their sources since this instant: shown with a warning, never removed by itself. */
  missingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What a place was when it left the directory. */
export interface RemovedPlace {
  fields: PlaceFields;
  removedAt: Date;
}

/** What `/lieux/{id}` finds. */
export type PlaceAnswer =
  | { kind: 'published'; place: PublishedPlace }
  | { kind: 'merged'; into: string }
  | ({ kind: 'removed' } & RemovedPlace)
  | { kind: 'unknown' };

/** All published places at one revision, in memory: read by search, pages, API and exports. Never changes once made. */
export interface Catalogue {
  /** Grows with every change of the directory. */
  readonly revision: number;
  readonly refreshedAt: Date;
  /** Sorted by id. */
  readonly places: readonly PublishedPlace[];
  /** Identifiers that now lead to another one. */
  readonly merged: ReadonlyMap<string, string>;
  readonly removed: ReadonlyMap<string, RemovedPlace>;
  find(id: string): PlaceAnswer;
  /** Places with coordinates, closest first. */
  nearest(
    point: Point,
    options?: { limit?: number; radiusMetres?: number; accept?: (place: PublishedPlace) => boolean },
  ): readonly { place: PublishedPlace; distanceMetres: number }[];
}

/** A place as the database keeps it, whatever its state. */
export interface StoredPlace {
  id: string;
  status: 'published' | 'merged' | 'removed';
  mergedInto: string | null;
  fields: PlaceFields;
  provenance: Provenance;
  createdAt: Date;
  updatedAt: Date;
}

export type ChangeKind = 'created' | 'updated' | 'merged' | 'split' | 'removed' | 'restored';

export interface NewChange {
  placeId: string;
  kind: ChangeKind;
  detail: Record<string, unknown>;
  at: Date;
}
