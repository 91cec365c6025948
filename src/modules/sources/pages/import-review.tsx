import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Details } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { adviceOn } from '../domain/column-use.ts';
import { noticeWording } from '../domain/formats/wording.ts';
import type { Review } from '../domain/review.ts';
import { IMPORTS } from '../import-messages.ts';
import { ImportChain } from './parts/import-chain.tsx';
import { ImportHead } from './parts/import-head.tsx';
import { IssueList } from './parts/issue-list.tsx';
import { type MappingRow, MappingTable } from './parts/mapping-table.tsx';
import type { HeldFacts, ImportView } from './parts/read-views.ts';
import { RunFigures } from './parts/run-figures.tsx';
import { TextTables } from './parts/text-tables.tsx';

type HeldView = ImportView & HeldFacts;

/** A reading that waits: what was read, what each column becomes, what was refused, then the agreement. */
export function importReviewPage(view: View, held: HeldView): string {
  const { lang } = view;
  const rows = adviceRows(held);
  return renderPage(view, {
    title: IMPORTS[lang].importTitle(held.run.fileName),
    side: 'pro',
    active: 'sources',
    back: { href: '/gestion/sources', label: IMPORTS[lang].allSources },
    children: (
      <>
        <ImportHead view={view} shown={held} />
        <ImportChain lang={lang} now="checking" />
        {held.laterId !== null && <OutOfDate view={view} laterId={held.laterId} />}
        <RunFigures lang={lang} run={held.run} />
        <Notices view={view} review={held.review} />
        {held.laterId === null && <MappingForm view={view} held={held} rows={rows} />}
        <IssueList lang={lang} importId={held.run.id} list={held.issues} />
        <Agreement view={view} held={held} toCheck={countOf(rows, 'check')} />
      </>
    ),
  });
}

const adviceRows = ({ review, mapping }: HeldView): MappingRow[] =>
  review.columns.map((column, rank) => ({
    rank,
    column,
    advice: adviceOn(mapping.content, column.name, mapping.author !== 'proposition'),
  }));

const countOf = (rows: readonly MappingRow[], advice: MappingRow['advice']): number =>
  rows.filter((row) => row.advice === advice).length;

function OutOfDate({ view: { lang }, laterId }: { view: View; laterId: number }) {
  const say = IMPORTS[lang];
  return (
    <Answer kind="ask" icon="alert-triangle" title={say.outOfDate}>
      <p>{nb(say.outOfDateHelp)}</p>
      <div class="m-row">
        <ButtonLink href={`/gestion/imports/${laterId}`} variant="secondary" icon="arrow-right">
          {say.seeLater}
        </ButtonLink>
      </div>
    </Answer>
  );
}

function Notices({ view: { lang }, review }: { view: View; review: Review }) {
  if (review.notices.length === 0) return null;
  return (
    <Details summary={IMPORTS[lang].notices}>
      <ul>
        {review.notices.map((notice) => (
          <li key={`${notice.kind} ${notice.detail}`}>{nb(noticeWording(notice)[lang])}</li>
        ))}
      </ul>
    </Details>
  );
}

function MappingForm({
  view: { lang },
  held,
  rows,
}: {
  view: View;
  held: HeldView;
  rows: readonly MappingRow[];
}) {
  const say = IMPORTS[lang];
  const mapping = held.mapping.content;
  const used = rows.filter(({ advice }) => advice !== 'left');
  const unused = rows.filter(({ advice }) => advice === 'left');
  const toCheck = countOf(rows, 'check');
  return (
    <>
      <h2 id="colonnes">{say.mapping}</h2>
      <p>
        {say.sureColumns(countOf(rows, 'sure'))}, <strong>{say.checkColumns(toCheck)}</strong>,{' '}
        {say.leftColumns(unused.length)}
      </p>
      <form method="post" action={`/gestion/imports/${held.run.id}/correspondance`} class="m-fields">
        <input type="hidden" name="version" value={held.mapping.version} />
        {used.length > 0 && (
          <MappingTable lang={lang} caption={say.usedColumns} mapping={mapping} rows={used} />
        )}
        {unused.length > 0 && (
          <Details summary={say.seeUnused(unused.length)} isOpen={used.length === 0}>
            <MappingTable lang={lang} caption={say.unusedColumns} mapping={mapping} rows={unused} />
          </Details>
        )}
        <TextTables lang={lang} mapping={mapping} review={held.review} />
        <Button variant="secondary" icon="refresh">
          {say.saveMapping}
        </Button>
      </form>
    </>
  );
}

function Agreement({ view: { lang }, held, toCheck }: { view: View; held: HeldView; toCheck: number }) {
  const say = IMPORTS[lang];
  if (held.laterId !== null) return <CancelForm lang={lang} importId={held.run.id} />;
  const { nom } = held.mapping.content.fields;
  const isNamed = held.review.columns.some(({ name }) => nom?.columns.includes(name));
  return (
    <>
      <h2>{say.agreement}</h2>
      <p>{nb(isNamed ? say.notBeforeAgreement : say.nameMissing)}</p>
      {isNamed && toCheck > 0 && <p>{nb(say.stillToCheck(toCheck))}</p>}
      <div class="m-row">
        {isNamed ? (
          <form method="post" action={`/gestion/imports/${held.run.id}/publier`}>
            <Button icon="check">{say.publish}</Button>
          </form>
        ) : (
          <ButtonLink href="#colonnes" icon="list">
            {say.chooseName}
          </ButtonLink>
        )}
        <CancelForm lang={lang} importId={held.run.id} />
      </div>
    </>
  );
}

function CancelForm({ lang, importId }: { lang: Lang; importId: number }) {
  return (
    <form method="post" action={`/gestion/imports/${importId}/annuler`}>
      <Button variant="tertiary" icon="trash">
        {IMPORTS[lang].cancel}
      </Button>
    </form>
  );
}
