import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, nb } from '../../../platform/i18n/french-form.ts';
import { FIELD_KEYS, FIELD_LABELS, STANDARD_FIELDS } from '../../standard/index.ts';
import type { StoredPlace } from '../domain/place.ts';
import { MESSAGES } from '../messages.ts';

/** One place as the coordinator sees it: each field with where it comes from, and the way to take it out of view. */
export function placeRecordPage(view: View, place: StoredPlace, done: 'removed' | 'restored' | null): string {
  const say = MESSAGES[view.lang];
  const isRemoved = place.status === 'removed';
  const title = place.fields.name ?? place.id;
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'places',
    back: { href: '/gestion/lieux', label: say.backToPlaces },
    children: (
      <>
        <h1>{title}</h1>
        {done && <p role="status">{done === 'removed' ? say.removedDone : say.restoredDone}</p>}
        <p>{nb(isRemoved ? say.stateRemoved(formatDate(place.updatedAt, view.lang)) : say.statePublished)}</p>
        {!isRemoved && (
          <ButtonLink href={`/lieux/${place.id}`} variant="secondary" icon="arrow-right">
            {say.seePublic}
          </ButtonLink>
        )}
        <h2>{nb(say.fieldsTitle)}</h2>
        <FieldTable view={view} place={place} />
        <h2>{isRemoved ? say.restore : say.remove}</h2>
        <p>{nb(isRemoved ? say.restoreWhy : say.removeWhy)}</p>
        <form method="post" action={`/gestion/lieux/${place.id}/${isRemoved ? 'retablir' : 'retirer'}`}>
          <Button variant="secondary">{isRemoved ? say.restore : say.remove}</Button>
        </form>
      </>
    ),
  });
}

function FieldTable({ view, place }: { view: View; place: StoredPlace }) {
  const say = MESSAGES[view.lang];
  const known = STANDARD_FIELDS.filter((field) => place.fields[FIELD_KEYS[field]] !== undefined);
  return (
    <Table
      caption={say.fieldsTitle}
      columns={[
        { label: say.columnField },
        { label: say.columnValue },
        { label: say.columnOrigin },
        { label: say.columnDate },
      ]}
      rows={known.map((field) => {
        const origins = place.provenance[FIELD_KEYS[field]] ?? [];
        return {
          key: field,
          cells: [
            FIELD_LABELS[field][view.lang],
            textOf(place.fields[FIELD_KEYS[field]]),
            [...new Set(origins.map(({ source }) => source))].join(', '),
            origins[0]?.date ? formatDate(origins[0].date, view.lang) : say.unknownDate,
          ],
        };
      })}
    />
  );
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
