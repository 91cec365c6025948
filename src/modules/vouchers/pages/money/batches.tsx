import {
  Answer,
  Button,
  ButtonLink,
  DateField,
  Field,
  Status,
  type StatusKind,
  Table,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { BATCHES } from '../../batch-messages.ts';
import type { EscrowHold, Payability } from '../../domain/payable.ts';
import { ESCROW } from '../../escrow-messages.ts';
import type { BatchFigures, Owed } from '../../store/dues.ts';
import type { Batch } from '../../store/payments.ts';
import { BATCH_LOOKS } from './parts/batch-looks.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface BatchesView {
  base: string;
  programme: string;
  owed: readonly (Owed & { payability: Payability })[];
  batches: readonly Batch[];
  figuresOf: ReadonlyMap<string, BatchFigures>;
  nameOf: (id: string) => string;
  /** As typed, or the next day on which banks work; null for those who do not prepare. */
  executeOn: string | null;
  /** Why nothing may leave the account today. */
  hold: EscrowHold | null;
  faults: readonly Fault[];
  said: string | null;
}

/** What can be paid, what cannot and why, the batches, and the answers of the bank. */
export function batchesPage(view: View, batches: BatchesView): string {
  const say = BATCHES[view.lang];
  const { base, owed, executeOn, faults } = batches;
  const payable = owed.filter(({ payability }) => payability === 'payable');
  const cents = payable.reduce((sum, { ripeCents }) => sum + ripeCents, 0n);
  const waiting = batches.batches.filter(({ state }) => state === 'prepared').length;
  const late = owed.reduce((sum, { lateCount }) => sum + lateCount, 0);
  return moneyPage(view, {
    title: say.title,
    back: { href: base, label: batches.programme },
    faults,
    said: batches.said,
    children: (
      <>
        <Answer icon="coin-euro" {...answerOf(view, { cents, waiting, late })}>
          {late > 0 && <p>{nb(say.late(late))}</p>}
        </Answer>
        {batches.hold && cents > 0n && <Held view={view} base={base} hold={batches.hold} />}
        {!batches.hold && executeOn !== null && cents > 0n && (
          <PrepareForm view={view} base={base} executeOn={executeOn} faults={faults} />
        )}
        <OwedTable view={view} batches={batches} />
        <BatchTable view={view} batches={batches} />
        {executeOn !== null && <BankFileForm view={view} base={base} faults={faults} />}
      </>
    ),
  });
}

function answerOf(
  view: View,
  { cents, waiting, late }: { cents: bigint; waiting: number; late: number },
): { kind: StatusKind; title: string } {
  const say = BATCHES[view.lang];
  if (cents > 0n) return { kind: late > 0 ? 'ask' : 'ok', title: say.answer(formatEuros(cents, view.lang)) };
  if (waiting > 0) return { kind: 'ask', title: say.answerToApprove(waiting) };
  return { kind: late > 0 ? 'ask' : 'no', title: say.answerNone };
}

/** P5: the way to what has to be done first, or the day from which it goes on. */
function Held({ view, base, hold }: { view: View; base: string; hold: EscrowHold }) {
  const say = ESCROW[view.lang];
  const words =
    hold.kind === 'escrow-delay' ? say.until(formatInstant(hold.until, view.lang)) : say.hold[hold.kind];
  return (
    <section class="m-group">
      <p>{nb(words)}</p>
      <p>
        <ButtonLink href={`${base}/argent`} variant="secondary" icon="coin-euro">
          {say.see}
        </ButtonLink>
      </p>
    </section>
  );
}

function PrepareForm({
  view,
  base,
  executeOn,
  faults,
}: {
  view: View;
  base: string;
  executeOn: string;
  faults: readonly Fault[];
}) {
  const say = BATCHES[view.lang];
  return (
    <section class="m-group">
      <h2>{nb(say.prepare)}</h2>
      <p>{nb(say.prepareWhy)}</p>
      <form class="m-fields" method="post" action={`${base}/paiements`}>
        <DateField
          name="executeOn"
          label={say.executeOn}
          description={say.executeOnHint}
          value={executeOn}
          error={faultOf(faults, 'executeOn')}
        />
        <div>
          <Button icon="check">{say.prepareButton}</Button>
        </div>
      </form>
    </section>
  );
}

function OwedTable({ view, batches }: { view: View; batches: BatchesView }) {
  const say = BATCHES[view.lang];
  if (batches.owed.length === 0) return <p>{nb(say.owedNone)}</p>;
  return (
    <Table
      caption={say.owed}
      columns={[
        { label: say.place },
        { label: say.due, isNumber: true },
        { label: say.payBy },
        { label: say.next },
      ]}
      rows={batches.owed.map((one) => ({
        key: one.structure,
        cells: [
          nb(batches.nameOf(one.structure)),
          formatEuros(one.owedCents, view.lang),
          <>
            {formatDate(one.payBy, view.lang)}
            {one.lateCount > 0 && <Status kind="bad">{say.isLate}</Status>}
          </>,
          nb(whyOf(view, one)),
        ],
      }))}
    />
  );
}

function whyOf(view: View, { payability, payableFrom }: BatchesView['owed'][number]): string {
  const { why } = BATCHES[view.lang];
  return payability === 'account-delay' && payableFrom
    ? why[payability](formatDate(payableFrom, view.lang))
    : why[payability as Exclude<Payability, 'account-delay'>];
}

function BatchTable({ view, batches }: { view: View; batches: BatchesView }) {
  const say = BATCHES[view.lang];
  if (batches.batches.length === 0) return <p>{nb(say.batchesNone)}</p>;
  return (
    <Table
      caption={say.batches}
      columns={[
        { label: say.batch },
        { label: say.executeOn },
        { label: say.sum, isNumber: true },
        { label: say.state },
      ]}
      rows={batches.batches.map((batch) => {
        const figures = batches.figuresOf.get(batch.id) ?? { count: 0, cents: 0n, paid: 0 };
        return {
          key: batch.id,
          cells: [
            <a class="m-it" href={`${batches.base}/paiements/${batch.id}`}>
              <span>{batch.id}</span>
            </a>,
            formatDate(batch.executeOn, view.lang),
            formatEuros(figures.cents, view.lang),
            <>
              <Status {...BATCH_LOOKS[batch.state]}>{say.states[batch.state]}</Status>
              {batch.state === 'approved' && (
                <p class="m-small">{nb(say.progress(figures.paid, figures.count))}</p>
              )}
            </>,
          ],
        };
      })}
    />
  );
}

function BankFileForm({ view, base, faults }: { view: View; base: string; faults: readonly Fault[] }) {
  const say = BATCHES[view.lang];
  return (
    <section class="m-group">
      <h2>{nb(say.bankFile)}</h2>
      <form class="m-fields" method="post" enctype="multipart/form-data" action={`${base}/paiements/reponse`}>
        <Field name="file" label={say.file} description={say.bankFileWhy} error={faultOf(faults, 'file')}>
          {(tied) => <input class="ds-input" type="file" accept=".xml,application/xml,text/xml" {...tied} />}
        </Field>
        <div>
          <Button variant="secondary" icon="upload">
            {say.readButton}
          </Button>
        </div>
      </form>
    </section>
  );
}
