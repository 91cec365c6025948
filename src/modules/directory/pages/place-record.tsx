import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import {
  FIELD_KEYS,
  FIELD_LABELS,
  formatPhone,
  isEnumeratedField,
  labelForValue,
  type PlaceFields,
  STANDARD_FIELDS,
  type StandardField,
} from '../../standard/index.ts';
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
            wordsOf(field, place.fields, view.lang),
            [...new Set(origins.map(({ source }) => source))].join(', '),
            origins[0]?.date ? formatDate(origins[0].date, view.lang) : say.unknownDate,
          ],
        };
      })}
    />
  );
}

/** Codes of a list are said in words; other values as they are published. */
function wordsOf(field: StandardField, fields: PlaceFields, lang: Lang): string {
  const value = fields[FIELD_KEYS[field]];
  if (field === 'telephone') return (fields.phones ?? []).map(formatPhone).join(', ');
  if (!Array.isArray(value)) return String(value);
  return value.map((item) => (isEnumeratedField(field) ? labelForValue(field, item)[lang] : item)).join(', ');
}
