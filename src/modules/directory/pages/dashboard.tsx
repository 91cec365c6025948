import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Figures, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, formatNumber } from '../../../platform/i18n/french-form.ts';
import { MESSAGES } from '../messages.ts';
import type { DirectoryFigures, SignedChange } from '../store/history.ts';

export function dashboardPage(
  view: View,
  figures: DirectoryFigures & { waiting: number },
  changes: readonly SignedChange[],
): string {
  const say = MESSAGES[view.lang];
  const number = (value: number) => formatNumber(value, view.lang);
  return renderPage(view, {
    title: say.home,
    side: 'pro',
    active: 'home',
    children: (
      <>
        <h1>{say.home}</h1>
        <Figures
          items={[
            { label: say.figurePlaces, value: number(figures.published) },
            { label: say.figureSources, value: number(figures.sources) },
            { label: say.figureMissing, value: number(figures.missing) },
            { label: say.figureRemoved, value: number(figures.removed) },
            { label: say.figureWaiting, value: number(figures.waiting) },
          ]}
        />
        <h2>{say.nextSteps}</h2>
        <div class="m-actions">
          <ButtonLink href="/gestion/sources" icon="upload">
            {say.goSources}
          </ButtonLink>
          <ButtonLink href="/gestion/lieux" variant="secondary" icon="map-pin">
            {say.goPlaces}
          </ButtonLink>
          <ButtonLink href="/gestion/corrections" variant="secondary" icon="tool">
            {say.goCorrections}
          </ButtonLink>
          <ButtonLink href="/gestion/rappels" variant="secondary" icon="mail">
            {say.goReminders}
          </ButtonLink>
          <ButtonLink href="/espace" variant="secondary" icon="ticket">
            {say.goSpace}
          </ButtonLink>
          <ButtonLink href="/" variant="secondary" icon="arrow-right">
            {say.goPublic}
          </ButtonLink>
        </div>
        {changes.length === 0 ? <p>{say.noChange}</p> : <ChangeTable view={view} changes={changes} />}
        <form method="post" action="/gestion/quitter">
          <Button variant="tertiary">{say.leave}</Button>
        </form>
      </>
    ),
  });
}

function ChangeTable({ view, changes }: { view: View; changes: readonly SignedChange[] }) {
  const say = MESSAGES[view.lang];
  return (
    <Table
      caption={say.latest}
      columns={[say.columnWhen, say.columnPlace, say.columnWhat, say.columnWho].map((label) => ({ label }))}
      rows={changes.map(({ seq, at, placeId, placeName, kind, author }) => ({
        key: String(seq),
        cells: [
          formatInstant(at, view.lang),
          <a class="ds-link" key={placeId} href={`/gestion/lieux/${placeId}`}>
            {placeName}
          </a>,
          say.change[kind],
          author ?? say.bySources,
        ],
      }))}
    />
  );
}
