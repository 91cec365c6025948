import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import { IMPORTS } from '../import-messages.ts';
import type { ImportRun } from '../store/imports.ts';
import { ImportChain } from './parts/import-chain.tsx';
import { ImportHead } from './parts/import-head.tsx';
import { IssueList } from './parts/issue-list.tsx';
import type { ImportView } from './parts/read-views.ts';
import { RunFigures } from './parts/run-figures.tsx';

/** A reading that was published or cancelled: what changed, and where to look. */
export function importOutcomePage(view: View, shown: ImportView): string {
  const { lang } = view;
  const { run } = shown;
  const isPublished = run.status === 'published';
  return renderPage(view, {
    title: IMPORTS[lang].importTitle(run.fileName),
    side: 'pro',
    active: 'sources',
    back: { href: '/gestion/sources', label: IMPORTS[lang].allSources },
    children: (
      <>
        <ImportHead view={view} shown={shown} />
        {isPublished && <ImportChain lang={lang} now={null} />}
        {isPublished ? <Published view={view} run={run} /> : <Cancelled view={view} />}
        <RunFigures lang={lang} run={run} />
        <IssueList lang={lang} importId={run.id} list={shown.issues} />
      </>
    ),
  });
}

function Published({ view: { lang }, run }: { view: View; run: ImportRun }) {
  const say = IMPORTS[lang];
  const number = (count: number) => (count === 0 ? say.noneMasculine : formatNumber(count, lang));
  return (
    <Answer kind="ok" title={say.publishedTitle}>
      <p>{nb(say.changed(number(run.added), number(run.updated), number(run.missing)))}</p>
      {run.missing > 0 && <p>{nb(say.missingKept)}</p>}
      {run.finishedAt && <p>{say.publishedOn(formatInstant(run.finishedAt, lang))}</p>}
      <div class="m-row">
        <ButtonLink href="/gestion/lieux" icon="map-pin">
          {say.seePlaces}
        </ButtonLink>
        <ButtonLink
          href={`/gestion/sources/${encodeURIComponent(run.source)}`}
          variant="secondary"
          icon="list"
        >
          {say.seeSource}
        </ButtonLink>
      </div>
    </Answer>
  );
}

function Cancelled({ view: { lang } }: { view: View }) {
  const say = IMPORTS[lang];
  return (
    <Answer kind="no" icon="x" title={say.cancelledTitle}>
      <p>{nb(say.cancelledHelp)}</p>
      <div class="m-row">
        <ButtonLink href="/gestion/sources#ajouter" variant="secondary" icon="upload">
          {say.backToSources}
        </ButtonLink>
      </div>
    </Answer>
  );
}
