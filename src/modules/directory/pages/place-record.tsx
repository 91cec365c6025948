import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, nb } from '../../../platform/i18n/french-form.ts';
import { type Who, WhoDecides } from '../../access/index.ts';
import { FIELD_KEYS, FIELD_LABELS, STANDARD_FIELDS, wordsOfField } from '../../standard/index.ts';
import type { StoredPlace } from '../domain/place.ts';
import { MESSAGES } from '../messages.ts';
import type { PlaceRecord } from '../store/records.ts';

export const DONE = ['removed', 'restored', 'separated'] as const;
type Done = (typeof DONE)[number];

/** One place as the coordinator sees it: each field with where it comes from, and the way to take it out of view. */
export function placeRecordPage(
  view: View,
  {
    place,
    records,
    done,
    who,
  }: { place: StoredPlace; records: readonly PlaceRecord[]; done: Done | null; who: Who },
): string {
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
        {done && <p role="status">{nb(say[`${done}Done`])}</p>}
        <p>{nb(isRemoved ? say.stateRemoved(formatDate(place.updatedAt, view.lang)) : say.statePublished)}</p>
        {!isRemoved && (
          <div class="m-row">
            <ButtonLink href={`/gestion/lieux/${place.id}/corriger`}>{say.correct}</ButtonLink>
            <ButtonLink href={`/lieux/${place.id}`} variant="secondary" icon="arrow-right">
              {say.seePublic}
            </ButtonLink>
          </div>
        )}
        <FieldTable view={view} place={place} />
        {records.length > 1 && <Records view={view} place={place} records={records} />}
        <h2>{isRemoved ? say.restore : say.remove}</h2>
        <p>{nb(isRemoved ? say.restoreWhy : say.removeWhy)}</p>
        <form method="post" action={`/gestion/lieux/${place.id}/${isRemoved ? 'retablir' : 'retirer'}`}>
          <Button variant="secondary">{isRemoved ? say.restore : say.remove}</Button>
        </form>
        <WhoDecides view={view} who={who} />
      </>
    ),
  });
}

/** The records that were judged one place, why, and the way to say that one is not. */
function Records({
  view,
  place,
  records,
}: {
  view: View;
  place: StoredPlace;
  records: readonly PlaceRecord[];
}) {
  const say = MESSAGES[view.lang];
  return (
    <>
      <h2>{say.recordsTitle}</h2>
      <p>{nb(say.recordsLead)}</p>
      <Table
        caption={say.recordsTitle}
        columns={[
          { label: say.columnRecord },
          { label: say.columnOrigin },
          { label: say.columnDate },
          { label: say.columnAction },
        ]}
        rows={records.map((record) => {
          const { source, recordKey, name, updatedOn } = record;
          const title = name ?? recordKey;
          const asked = new URLSearchParams({ source, fiche: recordKey });
          return {
            key: `${source} ${recordKey}`,
            cells: [
              title,
              source,
              updatedOn ? formatDate(updatedOn, view.lang) : say.unknownDate,
              <div class="m-row">
                <ButtonLink
                  href={`/gestion/doublons/fiche?${asked}`}
                  variant="tertiary"
                  aria-label={nb(`${say.whyHere} (${title}, ${source})`)}
                >
                  {say.whyHere}
                </ButtonLink>
                <form method="post" action={`/gestion/lieux/${place.id}/separer`}>
                  <input type="hidden" name="source" value={source} />
                  <input type="hidden" name="fiche" value={recordKey} />
                  <Button variant="secondary" aria-label={nb(`${say.separate} (${title}, ${source})`)}>
                    {say.separate}
                  </Button>
                </form>
              </div>,
            ],
          };
        })}
      />
      <p>
        <a class="ds-link" href="/gestion/doublons/decisions">
          {say.allDecisions}
        </a>
      </p>
    </>
  );
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
            wordsOfField(field, place.fields, view.lang),
            [...new Set(origins.map(({ source }) => source))].join(', '),
            origins[0]?.date ? formatDate(origins[0].date, view.lang) : say.unknownDate,
          ],
        };
      })}
    />
  );
}
