import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Button, Table, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatEuros, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { isPayableAnyway } from '../../domain/late-settlement.ts';
import { LATE } from '../../late-messages.ts';
import type { LateRow } from '../../store/devices.ts';
import { firstWords, lateHelp, outcomeWords } from '../parts/late-words.ts';
import { Settled } from '../parts/settled.tsx';

export interface LateDeskView {
  base: string;
  programme: string;
  rows: readonly LateRow[];
  nameOf: (id: string) => string;
  /** Colleagues; null for someone who left. */
  personOf: (by: string) => string | null;
  /** What is left to give out, from which a refused help may still be paid. */
  provisionCents: bigint;
  canSettle: boolean;
  said: 'classe' | 'paye' | null;
  fault: LateFault | null;
}

/** What is wrong with the decision about one of them. */
export interface LateFault {
  key: string;
  message: string;
  typed: string;
}

/** Two places helped with the same pass and one is not paid: a person decides, never the program. */
export function lateDeskPage(view: View, desk: LateDeskView): string {
  const say = LATE[view.lang];
  const { fault, said } = desk;
  const wrong = desk.rows.findIndex(({ key, settlement }) => key === fault?.key && !settlement);
  return renderPage(view, {
    title: say.managerTitle,
    side: 'pro',
    active: 'space',
    back: { href: desk.base, label: desk.programme },
    errors: fault ? [{ field: wrong < 0 ? 'contenu' : `decision-${wrong}`, message: fault.message }] : [],
    children: (
      <>
        <h1>{nb(say.managerTitle)}</h1>
        {said && <p role="status">{nb(say.settleSaid[said])}</p>}
        <p>{nb(say.managerLead)}</p>
        {desk.rows.length > 0 && <p>{nb(say.managerPay(formatEuros(desk.provisionCents, view.lang)))}</p>}
        {desk.rows.length === 0 ? (
          <p>{nb(say.managerNone)}</p>
        ) : (
          <Table
            caption={say.managerTitle}
            columns={[say.place, say.help, say.day, say.outcome, say.decision].map((label) => ({ label }))}
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
  const first = firstWords(row, { lang: view.lang, nameOf, here: LATE[view.lang].samePlace });
  return (
    <>
      <p>{nb(outcomeWords(row, view.lang))}</p>
      {first && <p>{nb(first)}</p>}
    </>
  );
}

function Decision({ view, desk, row, rank }: { view: View; desk: LateDeskView; row: LateRow; rank: number }) {
  const say = LATE[view.lang];
  if (row.settlement) {
    const who = desk.personOf(row.settlement.by) ?? say.someone;
    return <Settled view={view} settlement={row.settlement} who={who} />;
  }
  if (!desk.canSettle) return <p>{nb(say.settleWaits)}</p>;
  const own = desk.fault?.key === row.key ? desk.fault : null;
  const place = desk.nameOf(row.structure);
  const sum = formatEuros((row.passCents ?? 0n) * BigInt(row.passCount), view.lang);
  const isPayable = isPayableAnyway(row.outcome);
  return (
    <form class="m-fields" method="post" action={`${desk.base}/differes`}>
      <input type="hidden" name="envoi" value={row.key} />
      <TextField
        name="decision"
        id={`decision-${rank}`}
        label={say.settle}
        description={say.settleHint}
        value={own?.typed ?? ''}
        error={own?.message}
        maxlength={300}
      />
      <div class="m-row">
        <Button variant="secondary" name="avis" value="classer" aria-label={say.settleOne(place)}>
          {say.settleButton}
        </Button>
        {isPayable && (
          <Button variant="secondary" name="avis" value="payer" aria-label={say.payOne(sum, place)}>
            {say.payButton(sum)}
          </Button>
        )}
      </div>
      {!isPayable && <p class="m-small">{nb(say.notPayable)}</p>}
    </form>
  );
}
