import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, EmptyState } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { type Who, WhoDecides } from '../../access/index.ts';
import type { ReviewedPair } from '../actions/read-review.ts';
import { REVIEW, type Said } from '../review-messages.ts';
import { ComparedRecords } from './parts/compared-records.tsx';
import { MODELS_PATH, REVIEW_PATH } from './parts/pair-address.ts';
import { ShortcutSwitch, UndoForm, VerdictForm } from './parts/verdict-form.tsx';
import { Waterfall } from './parts/waterfall.tsx';

export interface ReviewView {
  shown: ReviewedPair | null;
  waiting: number;
  decidedToday: number;
  /** What has just been done. */
  said: Said | null;
  who: Who;
}

/** One pair at a time: the question, both records, the four answers, then why the engine asks. */
export function reviewPage(view: View, { shown, waiting, decidedToday, said, who }: ReviewView): string {
  const { lang } = view;
  const say = REVIEW[lang];
  const title = shown ? say.question : say.emptyTitle;
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'duplicates',
    scripts: ['review-keys.js'],
    children: (
      <>
        <div class="m-review-head">
          <h1>{nb(title)}</h1>
          <p class="m-small">{nb(progressOf({ waiting, decidedToday }, lang))}</p>
        </div>
        <div class="m-review-said">
          {said && <p role="status">{nb(say.done[said])}</p>}
          {(said || decidedToday > 0) && <UndoForm lang={lang} />}
          <a class="ds-link" href={`${REVIEW_PATH}/decisions`}>
            {say.allDecisions}
          </a>
          <a class="ds-link" href={MODELS_PATH}>
            {say.learnt}
          </a>
        </div>
        <WhoDecides view={view} who={who} />
        {shown ? <Pair lang={lang} shown={shown} /> : <Empty lang={lang} />}
        <ShortcutSwitch lang={lang} />
      </>
    ),
  });
}

function progressOf(
  { waiting, decidedToday }: { waiting: number; decidedToday: number },
  lang: Lang,
): string {
  const say = REVIEW[lang];
  const left = waiting === 0 ? say.emptyTitle : say.left(waiting, formatNumber(waiting, lang));
  return say.progress(left, decidedToday === 0 ? say.none : formatNumber(decidedToday, lang));
}

function Pair({ lang, shown }: { lang: Lang; shown: ReviewedPair }) {
  const { decision } = shown;
  return (
    <>
      {decision && decision.verdict !== 'withdrawn' && (
        <p>{nb(REVIEW[lang].standing[decision.verdict](decision.author, formatDate(decision.at, lang)))}</p>
      )}
      <VerdictForm lang={lang} pair={shown.pair}>
        <ComparedRecords lang={lang} records={shown.records} />
      </VerdictForm>
      <Waterfall lang={lang} verdict={shown.verdict} />
    </>
  );
}

const Empty = ({ lang }: { lang: Lang }) => (
  <EmptyState lang={lang} asked={REVIEW[lang].emptyWhy}>
    <ButtonLink href="/gestion/sources" variant="secondary" icon="upload">
      {REVIEW[lang].goSources}
    </ButtonLink>
  </EmptyState>
);
