import type { Database } from '../../../platform/db/database.ts';
import { buildCatalogue, type CatalogueInput } from '../domain/catalogue.ts';
import type { Catalogue, PublishedPlace, RemovedPlace, StoredPlace } from '../domain/place.ts';
import { type Revision, readChangedPlaces, readRevision } from '../store/history.ts';
import {
  loadPlaces,
  loadPlacesAround,
  type PlaceSources,
  readPlaceSources,
  readSourcesOf,
} from '../store/places.ts';

export interface LiveCatalogue {
  /** Null until the first load: the process is not ready. */
  current(): Catalogue | null;
  /** Loads the directory when it changed since the last load; the old catalogue serves until the new one is whole. */
  refresh(): Promise<void>;
}

interface Deps {
  db: Database;
  clock: () => Date;
}

interface LiveDeps extends Deps {
  /** What others derive from a catalogue, made before it serves; called on each refresh, changed or not. */
  prepare?: (catalogue: Catalogue) => Promise<void>;
}

/** What the catalogue in use was built from. */
interface Loaded {
  revision: Revision;
  shelves: Shelves;
  catalogue: Catalogue;
}

/** Places by what their address answers. */
interface Shelves {
  published: Map<string, PublishedPlace>;
  merged: Map<string, string>;
  removed: Map<string, RemovedPlace>;
}

/** More changed places than this are read with all the others: it is then as fast. */
const FEW_PLACES = 500;

/** Keeps one catalogue in memory for all readers of the process. */
export function openCatalogue(deps: LiveDeps): LiveCatalogue {
  let loaded: Loaded | null = null;
  let loading: Promise<void> | null = null;
  const load = async () => {
    const revision = await readRevision(deps.db);
    const isSame = loaded && sumOf(loaded.revision) === sumOf(revision);
    const next = isSame
      ? loaded
      : ((loaded && (await loadChanges(deps, loaded, revision))) ?? (await loadAll(deps, revision)));
    if (next) await deps.prepare?.(next.catalogue);
    loaded = next;
  };
  return {
    current: () => loaded?.catalogue ?? null,
    refresh: () => {
      loading ??= load().finally(() => {
        loading = null;
      });
      return loading;
    },
  };
}

/** Reads the whole directory once: 20,000 places take about a second on the embedded database. */
export const loadCatalogue = async (deps: Deps): Promise<Catalogue> =>
  (await loadAll(deps, await readRevision(deps.db))).catalogue;

const sumOf = ({ lastChange, publishedImports }: Revision): number => lastChange + publishedImports;

async function loadAll(deps: Deps, revision: Revision): Promise<Loaded> {
  const shelves: Shelves = { published: new Map(), merged: new Map(), removed: new Map() };
  const places = await loadPlaces(deps.db);
  const sources = await readPlaceSources(deps.db);
  for (const place of places) shelve(shelves, place, sources.get(place.id));
  return { revision, shelves, catalogue: toCatalogue(deps, revision, shelves) };
}

/** Reads what changed alone, or nothing when that is too much: an import may also change places without a change. */
async function loadChanges(deps: Deps, before: Loaded, revision: Revision): Promise<Loaded | null> {
  if (before.revision.publishedImports !== revision.publishedImports) return null;
  const since = before.revision.lastChange;
  const ids = await readChangedPlaces(deps.db, { since, limit: FEW_PLACES });
  if (ids === null) return null;
  const shelves: Shelves = {
    published: new Map(before.shelves.published),
    merged: new Map(before.shelves.merged),
    removed: new Map(before.shelves.removed),
  };
  // A merged place also moves those that redirected to it, and the place that a part left changes its sources.
  const places = await loadPlacesAround(deps.db, ids);
  const sources = await readSourcesOf(
    deps.db,
    places.map(({ id }) => id),
  );
  for (const place of places) shelve(shelves, place, sources.get(place.id));
  return { revision, shelves, catalogue: toCatalogue(deps, revision, shelves) };
}

function shelve(
  { published, merged, removed }: Shelves,
  place: StoredPlace,
  sources: PlaceSources | undefined,
): void {
  for (const shelf of [published, merged, removed]) shelf.delete(place.id);
  if (place.status === 'published') published.set(place.id, toPublished(place, sources));
  else if (place.status === 'merged') merged.set(place.id, place.mergedInto!);
  else removed.set(place.id, { fields: place.fields, removedAt: place.updatedAt });
}

function toCatalogue({ clock }: Deps, revision: Revision, shelves: Shelves): Catalogue {
  const input: CatalogueInput = {
    revision: sumOf(revision),
    refreshedAt: clock(),
    places: [...shelves.published.values()],
    merged: shelves.merged,
    removed: shelves.removed,
  };
  return buildCatalogue(input);
}

function toPublished(place: StoredPlace, sources: PlaceSources | undefined): PublishedPlace {
  const { id, fields, createdAt, updatedAt } = place;
  const { names = [], missingSince = null } = sources ?? {};
  return {
    id,
    fields,
    // Read when asked, like that of the stored place.
    get provenance() {
      return place.provenance;
    },
    sources: names,
    missingSince,
    createdAt,
    updatedAt,
  };
}
