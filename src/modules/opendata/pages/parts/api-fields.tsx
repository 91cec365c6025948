import { Details, Published, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';
import { enumerationOf, FIELD_LABELS, STANDARD_FIELDS, type StandardField } from '../../../standard/index.ts';
import type { ApiDocument } from '../../actions/describe-api.ts';
import { API_WORDS } from '../../contract/api-words.ts';
import { isListField } from '../../contract/standard-record.ts';
import { type Schema, schemaNamed } from './api-document.ts';
import { API_FORMS } from './api-form-words.ts';
import { API_PAGE } from './api-page-words.ts';
import { Reference } from './reference.tsx';

/** Every field of a place found: its name, what it says, how it is written. */
export function FieldTable({ view, document }: { view: View; document: ApiDocument }) {
  const say = API_PAGE[view.publicLang];
  const { properties = {} } = schemaNamed(document, 'LieuTrouve');
  return (
    <Table
      caption={say.fields}
      columns={[{ label: say.field }, { label: say.meaning }, { label: say.rule }]}
      rows={Object.entries(properties).map(([name, schema]) => ({
        key: name,
        cells: [
          <code key={name}>{name}</code>,
          isStandardField(name) ? (
            nb(FIELD_LABELS[name][view.publicLang])
          ) : (
            <Reference key={`${name}-words`} view={view}>
              {API_WORDS[view.lang].distance}
            </Reference>
          ),
          <Form key={name} view={view} name={name} schema={schema} />,
        ],
      }))}
    />
  );
}

const isStandardField = (name: string): name is StandardField =>
  (STANDARD_FIELDS as readonly string[]).includes(name);

function Form({ view, name, schema }: { view: View; name: string; schema: Schema }) {
  const say = API_FORMS[view.publicLang];
  const isNumber = schema.type === 'number' || schema.anyOf?.some(({ type }) => type === 'integer');
  const kind = isNumber ? say.types.number : schema.format === 'date' ? say.types.date : say.types.string;
  const isList = isStandardField(name) && isListField(name);
  const values = isStandardField(name) ? enumerationOf(name) : [];
  return (
    <>
      {isList ? say.list : kind}
      {schema.maxLength !== undefined &&
        LANGUAGE_FACTS[view.publicLang].comma + say.atMost(String(schema.maxLength))}
      <ClosedList view={view} values={values} />
    </>
  );
}

export function ClosedList({ view, values }: { view: View; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <Details summary={API_FORMS[view.publicLang].values(values.length)}>
      <p>
        <Published view={view}>{values.join(' ; ')}</Published>
      </p>
    </Details>
  );
}
