import { toWallMs } from '../../../../kernel/wall-clock.ts';
import type { SearchablePlace } from '../world.ts';
import { buildCalendar, CALENDAR_WEEKS, mondayBefore } from './build-calendar.ts';
import { type Built, buildIndex } from './build-index.ts';
import type { Calendar } from './calendar.ts';
import { FACETS } from './facets.ts';
import type { PlaceIndex } from './index-query.ts';
import { type OpenHours, openHours } from './open-hours.ts';
import { openIndex } from './open-index.ts';
import { finish } from './slices.ts';

/** The index of a list of places, and what makes its calendar anew when weeks have passed. */
interface Prepared<Place extends SearchablePlace> extends Built<Place> {
  index: PlaceIndex<Place>;
  calendar: Calendar | null;
  hours: OpenHours | null;
}

/** One index per catalogue, which never changes. */
const PREPARED = new WeakMap<readonly SearchablePlace[], Prepared<SearchablePlace>>();

/** Made at once when nobody prepared it: half a second for 20,000 places. */
export const placeIndexOf = <Place extends SearchablePlace>(places: readonly Place[]): PlaceIndex<Place> =>
  preparedFor(places).index;

/** Prepares the index and its calendar in slices of a few milliseconds; nothing to do when both are fresh. */
export function* preparePlaceIndex(places: readonly SearchablePlace[], now: Date): Generator<void, void> {
  const prepared = PREPARED.get(places) ?? (yield* prepare(places));
  const mondayMs = mondayBefore(now.getTime());
  if (prepared.calendar?.mondayMs === mondayMs) return;
  setCalendar(prepared, yield* buildCalendar(prepared.schedules, mondayMs));
}

function preparedFor<Place extends SearchablePlace>(places: readonly Place[]): Prepared<Place> {
  const known = PREPARED.get(places) as Prepared<Place> | undefined;
  return known ?? finish(prepare(places));
}

function* prepare<Place extends SearchablePlace>(places: readonly Place[]): Generator<void, Prepared<Place>> {
  const built = yield* buildIndex(places);
  const prepared: Prepared<Place> = {
    ...built,
    calendar: null,
    hours: null,
    index: openIndex(
      {
        data: built.data,
        placeAt: (rank) => built.places[rank]!,
        hours: {
          usual: (facet, openAt) => hoursAt(prepared, openAt).usual(facet, openAt),
          usualMasks: (openAt) => hoursAt(prepared, openAt).usualMasks(openAt),
          at: (openAt) => hoursAt(prepared, openAt).at(openAt),
        },
      },
      FACETS,
    ),
  };
  PREPARED.set(places, prepared);
  return prepared;
}

const DAY_MS = 24 * 3_600_000;

/** The calendar in use answers for weeks; out of them another one is made. */
function hoursAt(prepared: Prepared<SearchablePlace>, openAt: Date): OpenHours {
  const { calendar } = prepared;
  const time = openAt.getTime();
  const isCovered =
    calendar !== null &&
    time >= calendar.mondayMs + DAY_MS &&
    time < calendar.mondayMs + (7 * CALENDAR_WEEKS - 1) * DAY_MS;
  if (!isCovered) setCalendar(prepared, finish(buildCalendar(prepared.schedules, mondayBefore(time))));
  return prepared.hours!;
}

function setCalendar(prepared: Prepared<SearchablePlace>, calendar: Calendar): void {
  prepared.calendar = calendar;
  prepared.hours = openHours(calendar, prepared.data.schedules, toWallMs);
}
