import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, ButtonLink, Chain, type ChainStep } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Report } from '../domain/report.ts';
import { REPORT } from '../report-messages.ts';

/** What became of a report: read by whoever holds its address, and nobody else. */
export function followUpPage(view: View, report: Report): string {
  const say = REPORT[view.publicLang];
  const { publicLang } = view;
  const title = say.number(formatNumber(report.id, publicLang));
  const step = (label: string, at: Date | null, isNow: boolean): ChainStep => ({
    label: at ? `${label} : ${formatInstant(at, publicLang)}` : label,
    state: at ? 'done' : isNow ? 'now' : 'open',
  });
  return renderPage(view, {
    title,
    // Whoever holds the address reads the page: no search engine should.
    head: <meta name="robots" content="noindex" />,
    children: (
      <>
        <div class="m-group">
          <h1>{nb(title)}</h1>
          {!report.answer && <p>{nb(say.thanks)}</p>}
          <p>{nb(report.answer ? '' : report.readAt ? say.beingRead : say.notRead)}</p>
        </div>
        {report.answer && <Answer kind="ok" question={say.answer} title={report.answer} />}
        <Chain
          lang={publicLang}
          steps={[
            step(say.received, report.receivedAt, false),
            step(say.read, report.readAt, true),
            step(say.answered, report.answeredAt, report.readAt !== null),
          ]}
        />
        {!report.answer && <p>{nb(say.keep)}</p>}
        <section>
          <h2>{nb(say.yourWords)}</h2>
          <p>{nb(say.kinds[report.kind])}</p>
          {report.words && (
            <p class="m-lines" dir="auto">
              {report.words}
            </p>
          )}
        </section>
        <ButtonLink href={`/lieux/${report.placeId}`} variant="secondary">
          {say.seePlace}
        </ButtonLink>
      </>
    ),
  });
}
