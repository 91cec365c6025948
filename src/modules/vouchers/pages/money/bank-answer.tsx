import { ButtonLink, Figures, Status, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatEuros, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import type { BankFileRead } from '../../actions/bank-answers.ts';
import { BATCHES } from '../../batch-messages.ts';
import { reasonWords } from '../../sepa-messages.ts';
import { OUTCOME_LOOKS } from './parts/batch-looks.ts';
import { moneyPage } from './parts/frame.tsx';

/** P7: what was done with each line of a bank's file; the same file again says that it was read. */
export function bankAnswerPage(
  view: View,
  {
    base,
    name,
    read,
    nameOf,
  }: { base: string; name: string; read: BankFileRead; nameOf: (id: string) => string },
): string {
  const say = BATCHES[view.lang];
  const number = (value: number) => formatNumber(value, view.lang);
  return moneyPage(view, {
    title: say.readTitle(name),
    back: { href: `${base}/paiements`, label: say.title },
    said: read.isReplayed ? say.replayed : null,
    children: (
      <>
        <Figures
          items={[
            { label: say.figures.paid, value: number(read.paid) },
            { label: say.figures.rejected, value: number(read.rejected) },
            { label: say.figures.refused, value: number(read.refused.length) },
            { label: say.figures.unknown, value: number(read.unknown) },
          ]}
        />
        {read.unknown > 0 && <p class="m-small">{nb(say.unknownWhy)}</p>}
        {read.lines.length + read.refused.length === 0 ? (
          <p>{nb(say.linesNone)}</p>
        ) : (
          <LineTable view={view} read={read} nameOf={nameOf} />
        )}
        <p>
          <ButtonLink href={`${base}/paiements`} variant="secondary">
            {say.to}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function LineTable({
  view,
  read,
  nameOf,
}: {
  view: View;
  read: BankFileRead;
  nameOf: (id: string) => string;
}) {
  const say = BATCHES[view.lang];
  const refusals: Readonly<Record<string, string>> = say.refusals;
  const done = read.lines.map((line) => ({
    key: line.payment,
    cells: [
      line.payment,
      nb(nameOf(line.structure)),
      formatEuros(line.cents, view.lang),
      <>
        <Status {...OUTCOME_LOOKS[line.outcome]}>{say.outcomes[line.outcome]}</Status>
        {line.isReplayed && <p class="m-small">{nb(say.unchanged)}</p>}
        {line.outcome !== 'paid' && (
          <p class="m-small">{nb(reasonWords(line.reasonCode ?? undefined, view.lang).what)}</p>
        )}
      </>,
    ],
  }));
  const refused = read.refused.map(({ payment, kind }) => ({
    key: payment,
    cells: [payment, null, null, nb(refusals[kind] ?? say.refusals.failed)],
  }));
  return (
    <Table
      caption={say.lines}
      columns={[
        { label: say.payment },
        { label: say.place },
        { label: say.sum, isNumber: true },
        { label: say.done },
      ]}
      rows={[...refused, ...done]}
    />
  );
}
