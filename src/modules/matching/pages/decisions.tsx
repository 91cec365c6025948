import { renderPage } from '../../../platform/html/page.tsx';
import { Pagination, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { REVIEW, type Said } from '../review-messages.ts';
import type { Gesture } from '../store/decisions.ts';
import { pairHref, REVIEW_PATH } from './parts/pair-address.ts';

export interface DecisionsView {
  gestures: readonly (Gesture & { names: readonly [string | undefined, string | undefined] })[];
  page: number;
  pageCount: number;
  said: Said | null;
}

/** Who decided what and when; each decision that still stands can be undone, however old. */
export function decisionsPage(view: View, { gestures, page, pageCount, said }: DecisionsView): string {
  const { lang } = view;
  const say = REVIEW[lang];
  return renderPage(view, {
    title: say.decisionsTitle,
    side: 'pro',
    active: 'duplicates',
    back: { href: REVIEW_PATH, label: say.back },
    children: (
      <>
        <h1>{say.decisionsTitle}</h1>
        {said && <p role="status">{nb(say.done[said])}</p>}
        {gestures.length === 0 ? (
          <p>{nb(say.noDecision)}</p>
        ) : (
          <Table
            caption={say.decisionsTitle}
            columns={[say.when, say.who, say.pair, say.decision, say.reason, say.action].map((label) => ({
              label,
            }))}
            rows={gestures.map((gesture) => ({ key: String(gesture.id), cells: cellsOf(gesture, lang) }))}
          />
        )}
        <Pagination
          lang={lang}
          page={page}
          count={pageCount}
          hrefOf={(to) => `${REVIEW_PATH}/decisions?page=${to}`}
        />
      </>
    ),
  });
}

function cellsOf(gesture: DecisionsView['gestures'][number], lang: Lang) {
  const say = REVIEW[lang];
  const [a, b] = gesture.names.map((name) => name ?? say.goneRecord);
  const pair = say.pairOf(a!, b!);
  const areBothThere = !gesture.names.includes(undefined);
  return [
    formatInstant(gesture.at, lang),
    gesture.author,
    <>
      {areBothThere ? (
        <a class="ds-link" href={pairHref(gesture)}>
          {pair}
        </a>
      ) : (
        pair
      )}
      {gesture.pairs > 1 && ` ${say.andOthers(gesture.pairs - 1)}`}
    </>,
    gesture.undoes !== null || gesture.verdict === 'withdrawn' ? say.withdrawn : say.answers[gesture.verdict],
    gesture.reason ?? '',
    <UndoCell lang={lang} gesture={gesture} pair={pair} />,
  ];
}

function UndoCell({ lang, gesture, pair }: { lang: Lang; gesture: Gesture; pair: string }) {
  const say = REVIEW[lang];
  if (gesture.undoes !== null) return null;
  if (gesture.fate !== 'stands') return <span>{say[gesture.fate]}</span>;
  return (
    <form method="post" action={`${REVIEW_PATH}/annuler`}>
      <input type="hidden" name="decision" value={gesture.id} />
      <button class="ds-button" type="submit" data-variant="secondary" aria-label={nb(say.undoThis(pair))}>
        {say.undo}
      </button>
    </form>
  );
}
