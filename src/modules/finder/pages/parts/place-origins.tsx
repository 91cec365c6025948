import { Details, Provenance, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { FIELD_KEYS, FIELD_LABELS, STANDARD_FIELDS } from '../../../standard/index.ts';
import { PLACE_FACTS } from '../../place-facts-messages.ts';
import { freshness } from './freshness.ts';
import { checkedByManager, OriginNames } from './place-care.tsx';

/** Where each piece of information comes from, and since when. */
export function PlaceOrigins({ view, place }: { view: View; place: PublishedPlace }) {
  const words = PLACE_FACTS[view.publicLang];
  const rows = originRows(view, place);
  return (
    <section>
      <Provenance>
        {nb(
          [
            checkedByManager(view, place) ?? freshness(place, view.publicLang),
            place.sources.length > 0 && words.sources(place.sources.join(', ')),
          ]
            .filter(Boolean)
            .join(' '),
        )}
      </Provenance>
      {rows.length > 0 && (
        <Details summary={words.origins}>
          <Table
            caption={words.originsCaption}
            columns={[{ label: words.information }, { label: words.source }, { label: words.date }]}
            rows={rows}
          />
        </Details>
      )}
    </section>
  );
}

function originRows(view: View, { provenance }: PublishedPlace) {
  const words = PLACE_FACTS[view.publicLang];
  return STANDARD_FIELDS.flatMap((field) => {
    const origins = provenance[FIELD_KEYS[field]] ?? [];
    if (origins.length === 0 || field === 'id') return [];
    const dates = origins.flatMap(({ date }) => (date ? [date] : [])).sort();
    const latest = dates.at(-1);
    const date = latest ? formatDate(latest, view.publicLang) : words.noDate;
    return [
      {
        key: field,
        cells: [
          FIELD_LABELS[field][view.publicLang],
          <OriginNames key={field} view={view} origins={origins} />,
          date,
        ],
      },
    ];
  });
}
