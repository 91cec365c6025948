import { renderPage } from '../../../platform/html/page.tsx';
import {
  ButtonLink,
  Details,
  Figures,
  Icon,
  Provenance,
  Published,
  Table,
} from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatInstant, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../platform/i18n/public-languages.ts';
import { FEED_PATH } from '../actions/changes-feed.ts';
import { leftOutReasons, lossSentences } from '../actions/loss-sentences.ts';
import type { MeasuredFiles } from '../actions/measure-files.ts';
import type { CitedSource } from '../actions/open-data-deps.ts';
import type { History as ChangeHistory } from '../actions/read-history.ts';
import { CHANGES } from '../changes-messages.ts';
import { FORMATS, type FormatName } from '../contract/formats.ts';
import { type LossReport, leftOutCount } from '../domain/loss-report.ts';
import { OPEN_DATA } from '../open-data-messages.ts';
import { ORIGINS } from '../origins-messages.ts';

export interface OpenDataFacts {
  placeCount: number;
  /** Only what is already counted. */
  files: MeasuredFiles;
  sources: readonly CitedSource[];
  history: ChangeHistory;
}

const LICENCE_NAME = 'Licence Ouverte 2.0';
const LICENCE_URL = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
/** The one most people open first. */
const FILE_ORDER: readonly FormatName[] = [
  'standard-csv',
  'standard-json',
  'geojson',
  'ndjson',
  'data-inclusion',
];

export function openDataPage(view: View, facts: OpenDataFacts): string {
  const say = OPEN_DATA[view.publicLang];
  return renderPage(view, {
    title: say.title,
    description: say.description,
    head: (
      <link
        rel="alternate"
        type="application/atom+xml"
        title={ORIGINS[view.publicLang].feed}
        href={FEED_PATH}
      />
    ),
    children: (
      <>
        <div class="m-group">
          <h1>{say.title}</h1>
          <p class="m-lead">{nb(say.lead)}</p>
          <LastChange view={view} at={facts.history.lastChangeAt} />
        </div>
        <Summary view={view} facts={facts} />
        <Files view={view} files={facts.files} />
        <Licence view={view} facts={facts} />
        <Losses view={view} files={facts.files} />
        <Sources view={view} sources={facts.sources} />
        <History view={view} facts={facts} />
        <section class="m-group">
          <h2>{say.programs}</h2>
          <p>
            <ButtonLink href="/api" variant="secondary" icon="file-text">
              {say.apiLink}
            </ButtonLink>
          </p>
        </section>
      </>
    ),
  });
}

type Part<Facts> = { view: View } & Facts;

function Summary({ view, facts }: Part<{ facts: OpenDataFacts }>) {
  const say = OPEN_DATA[view.publicLang];
  const count = (value: number) => (value === 0 ? say.none : formatNumber(value, view.publicLang));
  const report = facts.files.get('standard-json')?.report;
  return (
    <Figures
      items={[
        { label: say.places, value: count(facts.placeCount) },
        { label: say.exported, value: report ? count(report.exported) : say.counting },
        { label: say.leftOut, value: report ? count(leftOutCount(report)) : say.counting },
      ]}
    />
  );
}

function LastChange({ view, at }: Part<{ at: Date | null }>) {
  const say = OPEN_DATA[view.publicLang];
  return <Provenance>{at ? say.updated(formatInstant(at, view.publicLang)) : say.neverUpdated}</Provenance>;
}

function Files({ view, files }: Part<{ files: MeasuredFiles }>) {
  const say = OPEN_DATA[view.publicLang];
  return (
    <section>
      <h2>{say.files}</h2>
      <Table
        caption={say.fileTable}
        columns={[{ label: say.file }, { label: say.purpose }, { label: say.size, isNumber: true }]}
        rows={FILE_ORDER.map((format) => ({
          key: format,
          cells: [
            <a class="ds-link" key={format} href={`/donnees-ouvertes/${FORMATS[format].fileName}`} download>
              {FORMATS[format].fileName}
            </a>,
            nb(say.purposes[format]),
            sizeWords(files.get(format)?.bytes, view),
          ],
        }))}
      />
    </section>
  );
}

function sizeWords(bytes: number | undefined, { publicLang: lang }: View): string {
  const say = OPEN_DATA[lang];
  if (bytes === undefined) return say.counting;
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'B' as const]
      : bytes < 1e6
        ? [bytes / 1000, 'kB' as const]
        : [bytes / 1e6, 'MB' as const];
  return nb(say.bytes[unit](formatNumber(value, lang)));
}

function Licence({ view, facts }: Part<{ facts: OpenDataFacts }>) {
  const say = OPEN_DATA[view.publicLang];
  const date = formatDate(facts.history.lastChangeAt ?? view.now, view.publicLang);
  return (
    <section class="m-group">
      <h2>{say.licence}</h2>
      <p>
        {say.licenceIntro}{' '}
        <a class="ds-link" rel="license" href={LICENCE_URL}>
          <Published view={view}>{LICENCE_NAME}</Published>
        </a>
        .
      </p>
      <p>{nb(say.licenceAsk(view.territoryName, date))}</p>
    </section>
  );
}

function Losses({ view, files }: Part<{ files: MeasuredFiles }>) {
  const say = ORIGINS[view.publicLang];
  const report = files.get('standard-json')?.report;
  return (
    <section class="m-group">
      <h2>{say.lossTitle}</h2>
      <p>{nb(say.lossIntro)}</p>
      {report && leftOutReasons(report, view.publicLang).map((reason) => <p key={reason}>{nb(reason)}</p>)}
      <FileLosses view={view} summary={say.lossFiles} report={report} />
      <FileLosses view={view} summary={say.lossInclusion} report={files.get('data-inclusion')?.report} />
    </section>
  );
}

function FileLosses({ view, summary, report }: Part<{ summary: string; report: LossReport | undefined }>) {
  if (!report) return null;
  return (
    <Details summary={summary}>
      {lossSentences(report, view.publicLang).map((sentence) => (
        <p key={sentence}>{nb(sentence)}</p>
      ))}
    </Details>
  );
}

function Sources({ view, sources }: Part<{ sources: readonly CitedSource[] }>) {
  const say = ORIGINS[view.publicLang];
  return (
    <section>
      <h2>{say.sources}</h2>
      {sources.length === 0 ? (
        <p>{say.noSource}</p>
      ) : (
        <Table
          caption={say.sourceTable}
          columns={[
            { label: say.source },
            { label: say.sourceLicence },
            { label: say.records, isNumber: true },
            { label: say.lastImport },
          ]}
          rows={sources.map((source) => ({
            key: source.name,
            cells: [
              <SourceName key={source.name} view={view} source={source} />,
              source.licence ? <Published view={view}>{source.licence}</Published> : say.unknownLicence,
              formatNumber(source.records, view.publicLang),
              source.lastImportAt ? formatDate(source.lastImportAt, view.publicLang) : say.never,
            ],
          }))}
        />
      )}
    </section>
  );
}

/** A source may have been a file of the coordinator's own: only a web address makes a link. */
function SourceName({ view, source: { title, url } }: Part<{ source: CitedSource }>) {
  const name = <Published view={view}>{title}</Published>;
  if (!url || !/^https?:/.test(url)) return name;
  return (
    <a class="ds-link" href={url}>
      {name}
    </a>
  );
}

function History({ view, facts }: Part<{ facts: OpenDataFacts }>) {
  const say = ORIGINS[view.publicLang];
  return (
    <section class="m-group">
      <h2>{say.history}</h2>
      <p>
        <a class="m-it ds-link" href={FEED_PATH}>
          <Icon name="rss" />
          <span>{nb(say.feed)}</span>
        </a>
      </p>
      {facts.history.days.length === 0 ? (
        <p>{say.noChange}</p>
      ) : (
        <Table
          caption={say.historyTable}
          columns={[{ label: say.day }, { label: say.changes }]}
          rows={facts.history.days.map(({ day, counts }) => ({
            key: day,
            cells: [formatDate(day, view.publicLang), nb(countWords(counts, view))],
          }))}
        />
      )}
      {!facts.history.isComplete && <p>{nb(say.older)}</p>}
    </section>
  );
}

function countWords(counts: Readonly<Record<string, number>>, { publicLang: lang }: View): string {
  const say = CHANGES[lang].counted;
  const kinds = Object.keys(say) as (keyof typeof say)[];
  return kinds
    .filter((kind) => counts[kind])
    .map((kind) => say[kind](formatNumber(counts[kind]!, lang)))
    .join(LANGUAGE_FACTS[lang].comma);
}
