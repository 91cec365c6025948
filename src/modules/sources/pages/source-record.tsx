import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Pagination, Status, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatInstant, formatNumber, nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { IMPORTS } from '../import-messages.ts';
import { PAGES } from '../page-messages.ts';
import type { ImportRun } from '../store/imports.ts';
import type { MissingRecord } from '../store/records.ts';
import type { MappingVersion, SourceSummary } from '../store/sources.ts';
import type { SourceView } from './parts/read-views.ts';

/** One source: its imports, who agreed to which mapping, and the places that left it. */
export function sourceRecordPage(view: View, shown: SourceView): string {
  const { lang } = view;
  const say = PAGES[lang];
  const { source, runs, versions, missing } = shown;
  return renderPage(view, {
    title: source.title,
    side: 'pro',
    active: 'sources',
    back: { href: '/gestion/sources', label: IMPORTS[lang].allSources },
    children: (
      <>
        <h1>{nb(source.title)}</h1>
        <Facts lang={lang} source={source} />
        <h2>{say.history}</h2>
        <RunTable lang={lang} runs={runs} source={source} />
        <h2>{say.versions}</h2>
        <VersionTable lang={lang} source={source.name} versions={versions} />
        <h2 id="absents">{say.missingTitle}</h2>
        <MissingTable lang={lang} records={missing.records} />
        <Pagination
          lang={lang}
          page={missing.page}
          count={missing.pageCount}
          hrefOf={(page) => `/gestion/sources/${encodeURIComponent(source.name)}?page=${page}#absents`}
        />
      </>
    ),
  });
}

function Facts({ lang, source }: { lang: Lang; source: SourceSummary }) {
  const say = PAGES[lang];
  const facts = (['territory', 'licence', 'url'] as const).flatMap((key) => {
    const fact = source[key];
    return fact === null ? [] : [{ key, fact }];
  });
  return (
    <>
      {facts.map(({ key, fact }) => (
        <p key={key}>
          <strong>{say.facts[key]}</strong> {nb(':')} {key === 'url' ? fact : nb(fact)}
        </p>
      ))}
      {source.url !== null && (
        <form method="post" action="/gestion/imports">
          <input type="hidden" name="origine" value="adresse" />
          <input type="hidden" name="adresse" value={source.url} />
          <input type="hidden" name="source" value={source.name} />
          <Button variant="secondary" icon="refresh">
            {say.readAgain}
          </Button>
        </form>
      )}
    </>
  );
}

const STATE_KIND = { held: 'ask', published: 'ok', cancelled: 'no', replaced: 'no' } as const;
const STATE_ICON = { held: 'eye', published: 'circle-check', cancelled: 'x', replaced: 'clock' } as const;

/** A held reading that something later of the same source has replaced waits for nothing any more. */
const stateOf = ({ id, status }: ImportRun, { heldImportId }: SourceSummary): keyof typeof STATE_KIND =>
  status === 'held' && id !== heldImportId ? 'replaced' : status;

function RunTable({ lang, runs, source }: { lang: Lang; runs: readonly ImportRun[]; source: SourceSummary }) {
  const say = PAGES[lang];
  return (
    <Table
      caption={say.newestFirst}
      columns={[
        { label: say.columnDate },
        { label: say.columnFile },
        { label: say.columnRecords, isNumber: true },
        { label: say.columnAccepted, isNumber: true },
        { label: say.columnState },
      ]}
      rows={runs.map((run) => ({
        key: String(run.id),
        cells: [
          <a class="ds-link" key="date" href={`/gestion/imports/${run.id}`}>
            {formatInstant(run.startedAt, lang)}
          </a>,
          run.fileName,
          formatNumber(run.records, lang),
          formatNumber(run.accepted, lang),
          <RunState key="state" lang={lang} state={stateOf(run, source)} />,
        ],
      }))}
    />
  );
}

function RunState({ lang, state }: { lang: Lang; state: keyof typeof STATE_KIND }) {
  return (
    <Status kind={STATE_KIND[state]} icon={STATE_ICON[state]}>
      {PAGES[lang].states[state]}
    </Status>
  );
}

function VersionTable({
  lang,
  source,
  versions,
}: {
  lang: Lang;
  source: string;
  versions: readonly MappingVersion[];
}) {
  const say = PAGES[lang];
  if (versions.length === 0) return <p>{say.noVersion}</p>;
  const authors: Record<string, string> = say.authors;
  return (
    <>
      <p>{nb(say.versionsHelp)}</p>
      <Table
        caption={say.newestFirst}
        columns={[
          { label: say.columnVersion },
          { label: say.columnAuthor },
          { label: say.columnDate },
          { label: say.columnDownload },
        ]}
        rows={versions.map(({ version, author, createdAt }) => ({
          key: String(version),
          cells: [
            say.version(version),
            authors[author] ?? author,
            formatInstant(createdAt, lang),
            <a
              class="ds-link"
              key="download"
              href={`/gestion/sources/${encodeURIComponent(source)}/correspondances/${version}.json`}
              download
            >
              {say.downloadMapping(version)}
            </a>,
          ],
        }))}
      />
    </>
  );
}

function MissingTable({ lang, records }: { lang: Lang; records: readonly MissingRecord[] }) {
  const say = PAGES[lang];
  if (records.length === 0) return <p>{say.noMissing}</p>;
  return (
    <>
      <p>{nb(say.missingHelp)}</p>
      <Table
        caption={say.newestFirst}
        columns={[{ label: say.columnName }, { label: say.columnCommune }, { label: say.columnSince }]}
        rows={records.map(({ recordKey, name, commune, missingSince }) => ({
          key: recordKey,
          cells: [name, commune === null ? '' : unbroken(commune), formatDate(missingSince, lang)],
        }))}
      />
    </>
  );
}
