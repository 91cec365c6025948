import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Progress, WorkStep } from '../actions/background-work.ts';
import { remainingSeconds } from '../domain/remaining-time.ts';
import { IMPORTS } from '../import-messages.ts';
import { type ChainLink, ImportChain, LINKS } from './parts/import-chain.tsx';

const LINK_OF: Record<WorkStep, ChainLink> = {
  download: 'reading',
  reading: 'reading',
  columns: 'columns',
  checking: 'checking',
  writing: 'checking',
  duplicates: 'duplicates',
};

/** Seconds between two looks, for browsers without scripts; the script asks as often. */
const RELOAD_SECONDS = 2;

export interface RunningWork {
  id: string;
  title: string;
  progress: Progress;
  /** The person asked for a page that stays still. */
  isStill: boolean;
}

/**
 * Work under way, with its real progress. The script replaces what moves and tells it politely; without scripts the
 * page loads itself again, unless the person stopped that (WCAG 2.2.1).
 */
export function importProgressPage(view: View, work: RunningWork): string {
  const say = IMPORTS[view.lang];
  const address = `/gestion/imports/en-cours/${work.id}`;
  return renderPage(view, {
    title: say.importTitle(work.title),
    side: 'pro',
    active: 'sources',
    back: { href: '/gestion/sources', label: say.allSources },
    ...(work.isStill
      ? {}
      : {
          scripts: ['follow-progress.js'],
          head: (
            <noscript>
              <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />
            </noscript>
          ),
        }),
    children: (
      <>
        <h1>{nb(say.importTitle(work.title))}</h1>
        <Steps view={view} progress={work.progress} />
        <p>{nb(work.isStill ? say.mayLeave : `${say.mayLeave} ${say.reloads}`)}</p>
        <div class="m-row">
          <ButtonLink
            href={`${address}${work.isStill ? '?fixe=oui' : ''}`}
            variant="secondary"
            icon="refresh"
          >
            {say.seeNow}
          </ButtonLink>
          {!work.isStill && (
            <ButtonLink href={`${address}?fixe=oui`} variant="tertiary">
              {say.stopReloading}
            </ButtonLink>
          )}
        </div>
      </>
    ),
  });
}

function Steps({ view, progress }: { view: View; progress: Progress }) {
  const { lang } = view;
  const say = IMPORTS[lang];
  const { step, done, total } = progress;
  const link = LINK_OF[step];
  return (
    <div class="m-group">
      <p id="etape" role="status">
        <strong>{nb(say.stepOf(LINKS.indexOf(link) + 1, say.steps[step]))}</strong>
      </p>
      <div id="compte" class="m-group">
        {total > 0 && (
          <>
            <progress value={done} max={total} aria-label={say.steps[step]} />
            <p>
              {nb(say.rowsChecked(formatNumber(done, lang), formatNumber(total, lang)))}{' '}
              {remaining(view, progress)}
            </p>
          </>
        )}
        <ImportChain lang={lang} now={link} />
      </div>
    </div>
  );
}

/** Told in round figures: a count of seconds that jumps about tells less. */
function remaining(view: View, { done, total, since }: Progress): string {
  const say = IMPORTS[view.lang];
  const elapsedMs = view.now.getTime() - since.getTime();
  const seconds = remainingSeconds({ done, total, elapsedMs });
  if (seconds === null) return '';
  if (seconds < 5) return say.fewSeconds;
  if (seconds < 60) return nb(say.aboutSeconds(Math.ceil(seconds / 5) * 5));
  return nb(say.aboutMinutes(Math.ceil(seconds / 60)));
}

/** The page of a work this process knows nothing of: the program was stopped in between. */
export function workLostPage(view: View): string {
  const say = IMPORTS[view.lang];
  return renderPage(view, {
    title: say.lostTitle,
    side: 'pro',
    active: 'sources',
    children: (
      <>
        <h1 class="ds-sr-only">{say.lostTitle}</h1>
        <Answer kind="no" icon="refresh" title={say.lostTitle}>
          <p>{nb(say.lostWhy)}</p>
          <p>{nb(say.lostSafe)}</p>
          <div class="m-row">
            <ButtonLink href="/gestion/sources" icon="arrow-left">
              {say.backToSources}
            </ButtonLink>
          </div>
        </Answer>
      </>
    ),
  });
}
