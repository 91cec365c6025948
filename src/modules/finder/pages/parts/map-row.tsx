import { Icon, Published } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDistance, nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { openness } from '../../domain/openness.ts';
import { type Found, pointOf } from '../../domain/world.ts';
import { MAP } from '../../map-messages.ts';
import { PlaceName } from './place-name.tsx';
import { PlaceStatus } from './place-row.tsx';

/** A short row; `data-*` is all that the map knows of the place. */
export function MapRow({
  view,
  found,
  number,
}: {
  view: View;
  found: Found<PublishedPlace>;
  number: number;
}) {
  const { place, distanceMetres } = found;
  const { fields } = place;
  const point = pointOf(fields);
  const isOpen = !place.missingSince && openness(fields, view.now).kind === 'open';
  const where = [fields.address, fields.commune].filter(Boolean).join(', ');
  const facts = distanceMetres === null ? '' : `, ${formatDistance(distanceMetres, view.publicLang)}`;
  return (
    <li
      id={`lieu-${number}`}
      tabIndex={-1}
      data-lat={point?.latitude}
      data-lon={point?.longitude}
      data-number={number}
      data-open={isOpen || undefined}
    >
      <div class="m-place-body">
        <PlaceStatus view={view} place={place} />
        <h2>
          {number}.{' '}
          <a href={`/lieux/${place.id}`}>
            <PlaceName view={view} fields={fields} />
          </a>
        </h2>
        <p class="m-subtle">
          <Published view={view}>{unbroken(where)}</Published>
          {facts}
        </p>
        {!point && (
          <p class="m-it m-small">
            <Icon name="map-pin" />
            <span>{nb(MAP[view.publicLang].unplaced)}</span>
          </p>
        )}
      </div>
    </li>
  );
}
