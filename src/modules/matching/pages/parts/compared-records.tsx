import type { ComponentChildren } from 'preact';
import { distanceMetres } from '../../../../kernel/geo.ts';
import { TABLE_ROLES } from '../../../../platform/html/parts.tsx';
import { formatDate, formatDistance, nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { formatPhone, labelForValue, type PlaceFields } from '../../../standard/index.ts';
import { differences } from '../../domain/differences.ts';
import { REVIEW } from '../../review-messages.ts';
import type { ShownRecord } from '../../store/shown-records.ts';

type RowKey = keyof (typeof REVIEW)['fr']['fields'];

const ROWS: readonly RowKey[] = [
  'name',
  'address',
  'commune',
  'phones',
  'emails',
  'websites',
  'pivot',
  'position',
  'openingHours',
  'typologies',
  'services',
];

const DEGREES: Record<Lang, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 5 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 5 }),
};

function textOf(fields: PlaceFields, key: RowKey, lang: Lang): string {
  switch (key) {
    case 'commune':
      return [fields.postalCode, fields.commune].filter(Boolean).join(' ');
    case 'phones':
      return (fields.phones ?? []).map(formatPhone).join(', ');
    case 'position':
      return fields.latitude === undefined || fields.longitude === undefined
        ? ''
        : `${DEGREES[lang].format(fields.latitude)} ${DEGREES[lang].format(fields.longitude)}`;
    case 'typologies':
      return (fields.typologies ?? []).map((value) => labelForValue('typologie', value)[lang]).join(', ');
    case 'services':
      return (fields.services ?? []).map((value) => labelForValue('services', value)[lang]).join(', ');
    default: {
      const value = fields[key];
      return Array.isArray(value) ? value.join(', ') : (value ?? '');
    }
  }
}

/** Two columns on every screen: what is the same steps back, what differs is marked. */
export function ComparedRecords({
  lang,
  records: [a, b],
}: {
  lang: Lang;
  records: readonly [ShownRecord, ShownRecord];
}) {
  const say = REVIEW[lang];
  const rows = ROWS.map((key) => ({
    key,
    left: textOf(a.fields, key, lang),
    right: textOf(b.fields, key, lang),
  })).filter(({ left, right }) => left !== '' || right !== '');
  return (
    <table class="m-pair" {...TABLE_ROLES.table}>
      <caption class="ds-sr-only">{nb(say.compared)}</caption>
      <thead {...TABLE_ROLES.rowgroup}>
        <tr {...TABLE_ROLES.row}>
          <th scope="col" {...TABLE_ROLES.columnheader}>
            <span class="ds-sr-only">{say.field}</span>
          </th>
          <RecordHead lang={lang} title={say.recordA} record={a} />
          <RecordHead lang={lang} title={say.recordB} record={b} />
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.rowgroup}>
        {rows.map(({ key, left, right }) => (
          <tr key={key} {...TABLE_ROLES.row}>
            <th scope="row" {...TABLE_ROLES.rowheader}>
              {nb(say.fields[key])}
            </th>
            <Value lang={lang} text={left} other={right} />
            <Value lang={lang} text={right} other={left}>
              {key === 'position' && <Away lang={lang} a={a.fields} b={b.fields} />}
            </Value>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordHead({ lang, title, record }: { lang: Lang; title: string; record: ShownRecord }) {
  const say = REVIEW[lang];
  const { updatedOn } = record.fields;
  const origin = updatedOn
    ? say.updated(record.source, formatDate(updatedOn, lang))
    : say.read(record.source, formatDate(record.seenAt, lang));
  return (
    <th scope="col" {...TABLE_ROLES.columnheader}>
      {title}
      <span class="m-pair-origin">{nb(origin)}</span>
    </th>
  );
}

function Value({
  lang,
  text,
  other,
  children,
}: {
  lang: Lang;
  text: string;
  other: string;
  children?: ComponentChildren;
}) {
  if (text === '')
    return (
      <td {...TABLE_ROLES.cell}>
        <mark>{REVIEW[lang].absent}</mark>
      </td>
    );
  const pieces = other === '' ? [{ text, isDifferent: false }] : differences(text, other);
  const isSame = text === other;
  return (
    <td {...TABLE_ROLES.cell} class={isSame ? 'm-pair-same' : undefined}>
      {pieces.map((piece, rank) =>
        piece.isDifferent ? <mark key={rank}>{nb(piece.text)}</mark> : nb(piece.text),
      )}
      {children}
    </td>
  );
}

function Away({ lang, a, b }: { lang: Lang; a: PlaceFields; b: PlaceFields }) {
  if ([a.latitude, a.longitude, b.latitude, b.longitude].includes(undefined)) return null;
  const metres = distanceMetres(
    { latitude: a.latitude!, longitude: a.longitude! },
    { latitude: b.latitude!, longitude: b.longitude! },
  );
  return metres < 1 ? null : <span>{nb(`, ${REVIEW[lang].away(formatDistance(metres, lang))}`)}</span>;
}
