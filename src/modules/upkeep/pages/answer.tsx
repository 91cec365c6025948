import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Field } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import { isPublicLang, LANGUAGE_FACTS } from '../../../platform/i18n/public-languages.ts';
import { formatPhone } from '../../standard/index.ts';
import { QUEUE } from '../queue-messages.ts';
import { READY, REPORT } from '../report-messages.ts';
import type { NamedReport } from './parts/named-report.ts';

export interface AnswerView {
  report: NamedReport;
  isPublished: boolean;
  canText: boolean;
  said: 'sent' | 'answer-empty' | 'already-answered' | null;
}

/** One report, what to do about it, and its answer in one press. */
export function answerPage(view: View, { report, isPublished, canText, said }: AnswerView): string {
  const say = QUEUE[view.lang];
  const errors = said === 'answer-empty' ? [{ field: 'reponse', message: say[said] }] : [];
  return renderPage(view, {
    title: say.one(report.id),
    side: 'pro',
    active: 'reports',
    errors,
    back: { href: '/gestion/signalements', label: say.back },
    children: (
      <>
        <h1>{nb(say.one(report.id))}</h1>
        {said && said !== 'answer-empty' && <p role="status">{nb(say[said])}</p>}
        <p>
          <strong>{report.placeName}</strong>
        </p>
        <p>{nb(REPORT[view.lang].kinds[report.kind])}</p>
        <p class="m-lines" dir="auto">
          {report.words || say.noWords}
        </p>
        <p>{nb(contactSentence(view, report, canText))}</p>
        {isPublished ? (
          <div class="m-row">
            <ButtonLink href={`/gestion/lieux/${report.placeId}/corriger`}>{say.correct}</ButtonLink>
            <ButtonLink href={`/gestion/lieux/${report.placeId}`} variant="secondary">
              {say.manage}
            </ButtonLink>
          </div>
        ) : (
          <p>{nb(say.gone)}</p>
        )}
        {report.answeredAt ? (
          <>
            <h2>{nb(say.answeredOn(formatInstant(report.answeredAt, view.lang)))}</h2>
            <p class="m-lines" dir="auto">
              {report.answer}
            </p>
          </>
        ) : (
          <AnswerForms view={view} report={report} />
        )}
      </>
    ),
  });
}

function contactSentence(view: View, { email, phone }: NamedReport, canText: boolean): string {
  const say = QUEUE[view.lang];
  if (email) return say.contact(email);
  if (!phone) return say.noContact;
  return canText ? say.contact(formatPhone(phone)) : say.contactCall(formatPhone(phone));
}

/** The sentences that serve most often stand ready, in the language in which the person wrote. */
function AnswerForms({ view, report }: { view: View; report: NamedReport }) {
  const say = QUEUE[view.lang];
  const lang = isPublicLang(report.lang) ? report.lang : 'fr';
  const { tag, isRightToLeft } = LANGUAGE_FACTS[lang];
  return (
    <>
      <h2>{say.answerTitle}</h2>
      <form method="post" class="m-actions">
        {READY.map((key) => (
          <Button key={key} variant="secondary" name="phrase" value={key} lang={tag}>
            {REPORT[lang].ready[key]}
          </Button>
        ))}
      </form>
      <form method="post">
        <Field name="reponse" label={say.answerWords} description={say.answerHint}>
          {(tied) => (
            <textarea
              class="ds-input"
              rows={4}
              lang={tag}
              dir={isRightToLeft ? 'rtl' : undefined}
              {...tied}
            />
          )}
        </Field>
        <Button>{say.send}</Button>
      </form>
    </>
  );
}
