import { type ComponentChildren, Fragment } from 'preact';
import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, Provenance, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { SERVICES } from '../../standard/index.ts';
import type { ApiDocument } from '../actions/describe-api.ts';
import { API_WORDS } from '../contract/api-words.ts';
import { type Operation, operationsOf, type Parameter, parameterRule } from './parts/api-document.ts';
import { API_ERROR_KINDS } from './parts/api-error-words.ts';
import { ClosedList, FieldTable } from './parts/api-fields.tsx';
import { API_PAGE } from './parts/api-page-words.ts';
import { Reference } from './parts/reference.tsx';

/** The OpenAPI document made readable, without a script: see docs/adr/0012. */
export function apiPage(view: View, document: ApiDocument, example: PublishedPlace | undefined): string {
  const say = API_PAGE[view.publicLang];
  return renderPage(view, {
    title: say.title,
    description: say.lead,
    back: { href: '/donnees-ouvertes', label: say.back },
    children: (
      <>
        <div class="m-group">
          <h1>{say.title}</h1>
          <p class="m-lead">{nb(say.lead)}</p>
          {say.reference[view.lang] && <Provenance>{say.reference[view.lang]}</Provenance>}
        </div>
        <p>
          <ButtonLink href="/api/v1/openapi.json" variant="secondary" icon="download">
            {say.document}
          </ButtonLink>
        </p>
        {operationsOf(document).map((operation) => (
          <OperationPart key={operation.id} view={view} operation={operation} example={example} />
        ))}
        <Rules view={view} />
        <section>
          <h2 id="champs">{say.fields}</h2>
          <p>
            <Reference view={view}>{API_WORDS[view.lang].schemas.Lieu}</Reference>
          </p>
          <FieldTable view={view} document={document} />
        </section>
        <Errors view={view} />
      </>
    ),
  });
}

interface OperationProps {
  view: View;
  operation: Operation;
  example: PublishedPlace | undefined;
}

function OperationPart({ view, operation, example }: OperationProps) {
  const say = API_PAGE[view.publicLang];
  const words = API_WORDS[view.lang];
  const id = operation.id as keyof typeof words.operations;
  const { colon } = LANGUAGE_FACTS[view.publicLang];
  return (
    <section class="m-group">
      <h2>{say.operations[id]}</h2>
      <p>
        <code dir="ltr">
          {operation.method} {operation.path}
        </code>
      </p>
      <p>
        <Reference view={view}>{words.operations[id].description}</Reference>
      </p>
      <Table
        caption={`${say.parameters}${colon}${say.operations[id]}`}
        columns={[{ label: say.parameter }, { label: say.meaning }, { label: say.rule }]}
        rows={operation.parameters.map((parameter) => parameterRow(parameter, view))}
      />
      <Table
        caption={`${say.responses}${colon}${say.operations[id]}`}
        columns={[{ label: say.code }, { label: say.meaning }]}
        rows={operation.statuses.map((status) => ({
          key: status,
          cells: [
            <code key={status}>{status}</code>,
            <Reference key={`${status}-words`} view={view}>
              {words.responses[Number(status) as 200]}
            </Reference>,
          ],
        }))}
      />
      <h3>{say.tryIt}</h3>
      {examplesOf(operation, example).map((path) => (
        <Example key={path} view={view} path={path} />
      ))}
    </section>
  );
}

function parameterRow(parameter: Parameter, view: View): { key: string; cells: ComponentChildren[] } {
  const words = API_WORDS[view.lang].parameters;
  return {
    key: parameter.name,
    cells: [
      <code key={parameter.name}>{parameter.name}</code>,
      <Reference key={`${parameter.name}-words`} view={view}>
        {words[parameter.name as keyof typeof words]}
      </Reference>,
      <Fragment key={`${parameter.name}-rule`}>
        {nb(parameterRule(parameter, view.publicLang))}
        {parameter.name === 'services' && <ClosedList view={view} values={SERVICES} />}
      </Fragment>,
    ],
  };
}

/** Real addresses of this instance: the town and the identifier are those of a place it publishes. */
function examplesOf(operation: Operation, example: PublishedPlace | undefined): string[] {
  if (operation.id === 'lireLieu') return example ? [`/api/v1/lieux/${example.id}`] : [];
  const town = encodeURIComponent(example?.fields.commune ?? 'Lyon');
  const service = encodeURIComponent(example?.fields.services?.[0] ?? 'Aide aux démarches administratives');
  return [
    `/api/v1/lieux?ou=${town}`,
    `/api/v1/lieux?lat=45.76&lon=4.86&rayon=5000&limite=5`,
    `/api/v1/lieux?services=${service}&limite=5`,
  ];
}

const Example = ({ view, path }: { view: View; path: string }) => (
  <p>
    <a class="ds-link" href={path}>
      <code dir="ltr">{decodeURIComponent(path)}</code>
    </a>
    <br />
    <code dir="ltr">{`curl "${view.publicUrl}${path}"`}</code>
  </p>
);

function Rules({ view }: { view: View }) {
  const say = API_PAGE[view.publicLang];
  return (
    <section class="m-group">
      <h2>{say.rules}</h2>
      <h3>{say.pagesTitle}</h3>
      <p>{nb(say.pagesText)}</p>
      <h3>{say.versionsTitle}</h3>
      <p>{nb(say.versionsText)}</p>
      <p>
        <code dir="ltr">{`curl --header 'If-None-Match: W/"…"' "${view.publicUrl}/api/v1/lieux"`}</code>
      </p>
      <h3>{say.wholeTitle}</h3>
      <p>
        {nb(say.wholeText)}{' '}
        <a class="ds-link" href="/donnees-ouvertes">
          {say.wholeLink}
        </a>
      </p>
    </section>
  );
}

function Errors({ view }: { view: View }) {
  const say = API_ERROR_KINDS[view.publicLang];
  return (
    <section class="m-group">
      <h2>{API_PAGE[view.publicLang].errors}</h2>
      <p>{nb(say.intro)}</p>
      {Object.entries(say.kinds).map(([kind, { title, text }]) => (
        <div key={kind} class="m-group" id={`erreur-${kind}`}>
          <h3>{title}</h3>
          <p>{nb(text)}</p>
        </div>
      ))}
    </section>
  );
}
