import type { Database } from '../../../platform/db/database.ts';
import { buildCatalogue } from '../domain/catalogue.ts';
import type { Catalogue, PublishedPlace, StoredPlace } from '../domain/place.ts';
import { loadPlaces, type PlaceSources, readPlaceSources, readRevision } from '../store.ts';

export interface LiveCatalogue {
  /** Null until the first load: the process is not ready. */
  current(): Catalogue | null;
  /** Loads the directory when it changed since the last load; the old catalogue serves until the new one is whole. */
  refresh(): Promise<void>;
}

/** Keeps one catalogue in memory for all readers of the process. */
export function openCatalogue(deps: { db: Database; clock: () => Date }): LiveCatalogue {
  let catalogue: Catalogue | null = null;
  let loading: Promise<void> | null = null;
  const load = async () => {
    const revision = await readRevision(deps.db);
    if (catalogue?.revision !== revision) catalogue = await loadCatalogue(deps, revision);
  };
  return {
    current: () => catalogue,
    refresh: () => {
      loading ??= load().finally(() => {
        loading = null;
      });
      return loading;
    },
  };
}

/** Reads the whole directory once: 20,000 places take about a second on the embedded database. */
export async function loadCatalogue(
  deps: { db: Database; clock: () => Date },
  revision?: number,
): Promise<Catalogue> {
  const places = await loadPlaces(deps.db);
  const sources = await readPlaceSources(deps.db);
  const having = (status: StoredPlace['status']) => places.filter((place) => place.status === status);
  return buildCatalogue({
    revision: revision ?? (await readRevision(deps.db)),
    refreshedAt: deps.clock(),
    places: having('published').map((place) => toPublished(place, sources.get(place.id))),
    merged: new Map(having('merged').map(({ id, mergedInto }) => [id, mergedInto!])),
    removed: new Map(
      having('removed').map(({ id, fields, updatedAt }) => [id, { fields, removedAt: updatedAt }]),
    ),
  });
}

function toPublished(place: StoredPlace, sources: PlaceSources | undefined): PublishedPlace {
  const { id, fields, provenance, createdAt, updatedAt } = place;
  const { names = [], missingSince = null } = sources ?? {};
  return { id, fields, provenance, sources: names, missingSince, createdAt, updatedAt };
}
