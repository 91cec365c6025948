import { renderPage } from '../../../platform/html/page.tsx';
import { Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import { QUEUE } from '../queue-messages.ts';
import { REPORT } from '../report-messages.ts';
import type { NamedReport } from './parts/named-report.ts';

export function queuePage(
  view: View,
  { waiting, answered }: { waiting: readonly NamedReport[]; answered: readonly NamedReport[] },
): string {
  const say = QUEUE[view.lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'reports',
    back: { href: '/gestion', label: say.home },
    children: (
      <>
        <h1>{say.title}</h1>
        <p>{nb(say.lead)}</p>
        {waiting.length === 0 ? (
          <p>{nb(say.none)}</p>
        ) : (
          <ReportTable view={view} caption={say.waiting} reports={waiting} />
        )}
        {answered.length > 0 && <ReportTable view={view} caption={say.done} reports={answered} />}
      </>
    ),
  });
}

function ReportTable({
  view,
  caption,
  reports,
}: {
  view: View;
  caption: string;
  reports: readonly NamedReport[];
}) {
  const say = QUEUE[view.lang];
  return (
    <Table
      caption={caption}
      columns={[say.number, say.received, say.place, say.what, say.answer].map((label) => ({ label }))}
      rows={reports.map((report) => ({
        key: String(report.id),
        cells: [
          <a class="ds-link" href={`/gestion/signalements/${report.id}`} aria-label={say.open(report.id)}>
            {report.id}
          </a>,
          formatInstant(report.receivedAt, view.lang),
          report.placeName,
          [REPORT[view.lang].kinds[report.kind], report.words].filter(Boolean).join(' : '),
          report.answer ?? '',
        ],
      }))}
    />
  );
}
