import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Button, Table, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { LATE } from '../../late-messages.ts';
import type { LateRow } from '../../store/devices.ts';
import { firstWords, lateHelp, outcomeWords } from '../parts/late-words.ts';

export interface LateDeskView {
  base: string;
  programme: string;
  rows: readonly LateRow[];
  nameOf: (id: string) => string;
  canSettle: boolean;
  isDone: boolean;
  /** Key of the one whose decision is missing. */
  fault: string | null;
}

/** Two places helped with the same pass and one is not paid: a person decides, never the program. */
export function lateDeskPage(view: View, desk: LateDeskView): string {
  const say = LATE[view.lang];
  const missing = desk.rows.findIndex(({ key }) => key === desk.fault);
  return renderPage(view, {
    title: say.managerTitle,
    side: 'pro',
    active: 'space',
    back: { href: desk.base, label: desk.programme },
    errors: missing < 0 ? [] : [{ field: `decision-${missing}`, message: say['settle-missing'] }],
    children: (
      <>
        <h1>{nb(say.managerTitle)}</h1>
        {desk.isDone && <p role="status">{nb(say.settleDone)}</p>}
        <p>{nb(say.managerLead)}</p>
        {desk.rows.length === 0 ? (
          <p>{nb(say.managerNone)}</p>
        ) : (
          <Table
            caption={say.managerTitle}
            columns={[say.place, say.help, say.day, say.outcome, say.settle].map((label) => ({ label }))}
            rows={desk.rows.map((row, rank) => ({
              key: row.key,
              cells: [
                nb(desk.nameOf(row.structure)),
                nb(lateHelp(row, view.lang)),
                formatInstant(row.at, view.lang),
                <Why view={view} row={row} nameOf={desk.nameOf} />,
                <Decision view={view} desk={desk} row={row} rank={rank} />,
              ] as ComponentChildren[],
            }))}
          />
        )}
      </>
    ),
  });
}

function Why({ view, row, nameOf }: { view: View; row: LateRow; nameOf: (id: string) => string }) {
  const first = firstWords(row, { lang: view.lang, nameOf });
  return (
    <>
      <p>{nb(outcomeWords(row, view.lang))}</p>
      {first && <p>{nb(first)}</p>}
    </>
  );
}

function Decision({ view, desk, row, rank }: { view: View; desk: LateDeskView; row: LateRow; rank: number }) {
  const say = LATE[view.lang];
  if (row.settlement || !desk.canSettle) return <p>{nb(row.settlement ?? '')}</p>;
  return (
    <form class="m-fields" method="post" action={`${desk.base}/differes`}>
      <input type="hidden" name="envoi" value={row.key} />
      <TextField
        name="decision"
        id={`decision-${rank}`}
        label={say.settle}
        description={say.settleHint}
        error={row.key === desk.fault ? say['settle-missing'] : undefined}
        maxlength={300}
      />
      <div>
        <Button variant="secondary" aria-label={say.settleOne(desk.nameOf(row.structure))}>
          {say.settleButton}
        </Button>
      </div>
    </form>
  );
}
