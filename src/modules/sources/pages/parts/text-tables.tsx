import { Details, Table } from '../../../../platform/html/parts.tsx';
import { formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { type EnumeratedField, enumerationOf, FIELD_LABELS, labelForValue } from '../../../standard/index.ts';
import type { Mapping } from '../../domain/mapping.ts';
import type { Review, ReviewedColumn } from '../../domain/review.ts';
import { valuedFields, valuesOfText } from '../../domain/text-values.ts';
import { IMPORTS } from '../../import-messages.ts';
import { KEPT_AS_IS, textControl } from './mapping-controls.ts';

/** For each column that gives values of a closed list: what each of its texts becomes. */
export function TextTables({ lang, mapping, review }: { lang: Lang; mapping: Mapping; review: Review }) {
  const say = IMPORTS[lang];
  const tables = review.columns.flatMap((column, rank) =>
    valuedFields(mapping, column.name).map((field) => ({ column, rank, field })),
  );
  const shown = tables.filter(({ column }) => column.texts.length > 0);
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{say.textsTitle}</h3>
      <p>{nb(say.textsHelp)}</p>
      <div>
        {shown.map((table) => (
          <TextTable key={`${table.rank}.${table.field}`} lang={lang} mapping={mapping} {...table} />
        ))}
      </div>
    </>
  );
}

interface TextTableProps {
  lang: Lang;
  mapping: Mapping;
  column: ReviewedColumn;
  rank: number;
  field: EnumeratedField;
}

function TextTable({ lang, mapping, column, rank, field }: TextTableProps) {
  const say = IMPORTS[lang];
  const title = say.textsOf(column.name, FIELD_LABELS[field][lang]);
  const texts = column.texts.map((one, order) => ({
    ...one,
    order,
    values: valuesOfText(mapping, { field, column: column.name }, one.text),
  }));
  const without = texts.filter(({ values }) => values.length === 0).length;
  const counts = [say.textCount(texts.length), ...(without > 0 ? [say.textsWithout(without)] : [])];
  return (
    <Details summary={`${title} (${counts.join(', ')})`}>
      <Table
        caption={title}
        columns={[
          { label: say.columnText },
          { label: say.columnCount, isNumber: true },
          { label: say.columnBecomes },
        ]}
        rows={texts.map(({ text, count, order, values }) => ({
          key: text,
          cells: [
            text,
            formatNumber(count, lang),
            <ValueSelect
              key="values"
              {...{ lang, field, text, values }}
              name={textControl(rank, field, order)}
            />,
          ],
        }))}
      />
      {column.otherTexts > 0 && <p>{nb(say.otherTexts(formatNumber(column.otherTexts, lang)))}</p>}
    </Details>
  );
}

function ValueSelect({
  lang,
  name,
  field,
  text,
  values,
}: {
  lang: Lang;
  name: string;
  field: EnumeratedField;
  text: string;
  values: readonly string[];
}) {
  const say = IMPORTS[lang];
  const label = (value: string) => labelForValue(field, value)[lang];
  return (
    <div class="ds-field">
      <label class="ds-label ds-sr-only" for={name}>
        {nb(say.textBecomes(text))}
      </label>
      <select class="ds-input" id={name} name={name}>
        <option value="" selected={values.length === 0}>
          {say.noValue}
        </option>
        {values.length > 1 && (
          <option value={KEPT_AS_IS} selected>
            {values.map(label).join(' + ')}
          </option>
        )}
        {enumerationOf(field).map((value) => (
          <option key={value} value={value} selected={values.length === 1 && values[0] === value}>
            {label(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
