import { renderPage } from '../../../platform/html/page.tsx';
import { IconText, Status, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { PAGES } from '../page-messages.ts';
import type { SourceSummary } from '../store/sources.ts';
import { ImportForms, type ImportRequest, NO_REQUEST } from './parts/import-form.tsx';

export interface SourceListView {
  sources: readonly SourceSummary[];
  running: readonly { id: string; title: string }[];
  /** What was asked and could not be done, with the sentence that says why. */
  refused?: { request: ImportRequest; message: string };
}

/** The sources of the directory, and the ways to add places. */
export function sourceListPage(view: View, { sources, running, refused }: SourceListView): string {
  const { lang } = view;
  const say = PAGES[lang];
  const request = refused?.request ?? NO_REQUEST;
  return renderPage(view, {
    title: say.sources,
    side: 'pro',
    active: 'sources',
    ...(refused && { errors: [{ field: request.origin, message: refused.message }] }),
    children: (
      <>
        <h1>{say.sources}</h1>
        <p>{nb(say.sourcesLead)}</p>
        {running.map(({ id, title }) => (
          <p key={id}>
            <a class="m-it ds-link" href={`/gestion/imports/en-cours/${id}`}>
              <IconText icon="clock">{say.underWay(title)}</IconText>
            </a>
          </p>
        ))}
        {sources.length === 0 ? <p>{nb(say.noSource)}</p> : <SourceTable lang={lang} sources={sources} />}
        <h2 id="ajouter">{say.addTitle}</h2>
        <ImportForms lang={lang} sources={sources} request={request} error={refused?.message} />
      </>
    ),
  });
}

function SourceTable({ lang, sources }: { lang: Lang; sources: readonly SourceSummary[] }) {
  const say = PAGES[lang];
  const number = (count: number) => (count === 0 ? say.none : formatNumber(count, lang));
  return (
    <Table
      caption={say.sourceTable}
      columns={[
        { label: say.columnSource },
        { label: say.columnPlaces, isNumber: true },
        { label: say.columnMissing, isNumber: true },
        { label: say.columnLastImport },
        { label: say.columnState },
      ]}
      rows={sources.map((source) => ({
        key: source.name,
        cells: [
          <a class="ds-link" key="title" href={`/gestion/sources/${encodeURIComponent(source.name)}`}>
            {source.title}
          </a>,
          number(source.records),
          number(source.missing),
          source.lastImportAt ? formatDate(source.lastImportAt, lang) : say.never,
          <SourceState key="state" lang={lang} source={source} />,
        ],
      }))}
    />
  );
}

function SourceState({ lang, source }: { lang: Lang; source: SourceSummary }) {
  const say = PAGES[lang];
  if (source.heldImportId !== null)
    return (
      <a class="ds-link" href={`/gestion/imports/${source.heldImportId}`}>
        <Status kind="ask" icon="eye">
          {say.awaiting}
        </Status>
      </a>
    );
  return <>{source.lastImportAt ? say.upToDate : say.nothingPublished}</>;
}
