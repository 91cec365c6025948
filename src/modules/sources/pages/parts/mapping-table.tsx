import type { ComponentChildren } from 'preact';
import { IconText, Status, Table } from '../../../../platform/html/parts.tsx';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { FIELD_LABELS } from '../../../standard/index.ts';
import { type ColumnUse, columnUse, OFFERED_USES, useCode } from '../../domain/column-use.ts';
import type { Mapping } from '../../domain/mapping.ts';
import type { ReviewedColumn } from '../../domain/review.ts';
import { IMPORTS } from '../../import-messages.ts';
import { columnControl } from './mapping-controls.ts';

type Advice = 'sure' | 'check' | 'left';

export interface MappingRow {
  /** Rank in the file: names the control of the form. */
  rank: number;
  column: ReviewedColumn;
  advice: Advice;
}

/** Each column beside what was read in it and what it becomes. */
export function MappingTable({
  lang,
  caption,
  mapping,
  rows,
}: {
  lang: Lang;
  caption: string;
  mapping: Mapping;
  rows: readonly MappingRow[];
}) {
  const say = IMPORTS[lang];
  return (
    <Table
      caption={caption}
      columns={[
        { label: say.columnColumn },
        { label: say.columnSamples },
        { label: say.columnBecomes },
        { label: say.columnAdvice },
      ]}
      rows={rows.map(({ rank, column, advice }) => ({
        key: String(rank),
        cells: [
          <code key="name">{column.name}</code>,
          column.samples.length === 0 ? (
            <span class="m-subtle">{say.emptyColumn}</span>
          ) : (
            <span class="m-loose">{column.samples.join(' · ')}</span>
          ),
          <UseSelect
            key="use"
            lang={lang}
            rank={rank}
            column={column.name}
            use={columnUse(mapping, column.name)}
          />,
          <AdviceChip key="advice" lang={lang} advice={advice} />,
        ],
      }))}
    />
  );
}

function AdviceChip({ lang, advice }: { lang: Lang; advice: Advice }) {
  const say = IMPORTS[lang];
  if (advice === 'check')
    return (
      <Status kind="ask" icon="eye">
        {say.toCheck}
      </Status>
    );
  return advice === 'sure' ? (
    <IconText icon="circle-check">{say.sure}</IconText>
  ) : (
    <IconText icon="minus">{say.leftAside}</IconText>
  );
}

function useLabel({ fields, day }: ColumnUse, lang: Lang): string {
  if (day) return IMPORTS[lang].dayHours[day];
  return fields.map((field) => FIELD_LABELS[field][lang]).join(' + ');
}

const SINGLE = OFFERED_USES.filter(({ fields, day }) => fields.length === 1 && !day);
const DAYS = OFFERED_USES.filter(({ day }) => day);
const SEVERAL = OFFERED_USES.filter(({ fields }) => fields.length > 1);

function UseSelect({
  lang,
  rank,
  column,
  use,
}: {
  lang: Lang;
  rank: number;
  column: string;
  use: ColumnUse;
}) {
  const say = IMPORTS[lang];
  const name = columnControl(rank);
  const code = useCode(use);
  const isOffered = code === '' || OFFERED_USES.some((one) => useCode(one) === code);
  return (
    <div class="ds-field">
      <label class="ds-label ds-sr-only" for={name}>
        {nb(say.becomesFor(column))}
      </label>
      <select class="ds-input" id={name} name={name}>
        <option value="" selected={code === ''}>
          {say.doNotImport}
        </option>
        {!isOffered && (
          <option value={code} selected>
            {useLabel(use, lang)}
          </option>
        )}
        <UseGroup lang={lang} label={say.oneField} uses={SINGLE} code={code} />
        <UseGroup lang={lang} label={say.oneDay} uses={DAYS} code={code} />
        <UseGroup lang={lang} label={say.severalFields} uses={SEVERAL} code={code} />
      </select>
    </div>
  );
}

function UseGroup({
  lang,
  label,
  uses,
  code,
}: {
  lang: Lang;
  label: string;
  uses: readonly ColumnUse[];
  code: string;
}): ComponentChildren {
  return (
    <optgroup label={label}>
      {uses.map((use) => (
        <option key={useCode(use)} value={useCode(use)} selected={useCode(use) === code}>
          {useLabel(use, lang)}
        </option>
      ))}
    </optgroup>
  );
}
