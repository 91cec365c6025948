import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import { locate } from '../../domain/locate.ts';
import { openness } from '../../domain/openness.ts';
import { type Found, pointOf } from '../../domain/world.ts';
import type { FinderWorld } from './deps.ts';
import { PlaceRow } from './place-row.tsx';

const MOST = 3;
const NEARBY_METRES = 10_000;
/** Asking for the hours of every place of a city would take a second. */
const MOST_ASKED = 40;

interface Around {
  view: View;
  world: FinderWorld;
  fields: PlaceFields;
}

/** The closest places that are open at this very moment. */
export function openNearby({ view, world, fields }: Around): Found<PublishedPlace>[] {
  const point = pointOf(fields);
  if (!point) return [];
  return world.catalogue
    .nearest(point, { radiusMetres: NEARBY_METRES, limit: MOST_ASKED })
    .filter(({ place }) => !place.missingSince && openness(place.fields, view.now).kind === 'open')
    .slice(0, MOST);
}

/** The closest places, open or not: what to propose instead of a place that has closed for good. */
export function closestTo({ world, fields }: Around): Found<PublishedPlace>[] {
  const point = pointOf(fields) ?? locate(fields.codeInsee ?? fields.commune ?? '', world)?.point;
  return point ? [...world.catalogue.nearest(point, { limit: MOST, radiusMetres: 50_000 })] : [];
}

export function Nearby({
  view,
  found,
  title,
}: {
  view: View;
  found: Found<PublishedPlace>[];
  title: string;
}) {
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="alentour">
      <h2 id="alentour">{nb(title)}</h2>
      <ul class="m-places">
        {found.map((one) => (
          <PlaceRow key={one.place.id} view={view} found={one} as="h3" />
        ))}
      </ul>
    </section>
  );
}
