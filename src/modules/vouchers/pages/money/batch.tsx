import {
  Answer,
  Button,
  ButtonLink,
  Chain,
  Details,
  SelectField,
  Status,
  Table,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { BATCHES } from '../../batch-messages.ts';
import { type Iban, maskIban } from '../../domain/sepa/iban.ts';
import { reasonWords } from '../../sepa-messages.ts';
import { SLIP } from '../../slip-messages.ts';
import type { Batch, Payment } from '../../store/payments.ts';
import { Facts } from '../parts/facts.tsx';
import { OUTCOME_LOOKS } from './parts/batch-looks.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface BatchView {
  /** Address of the programme, without final slash. */
  base: string;
  batch: Batch;
  payments: readonly Payment[];
  nameOf: (id: string) => string;
  /** P6, of whoever did it; null for someone who left. */
  personOf: (by: string) => string | null;
  /** What whoever looks may do with it. */
  may: { approve: boolean; cancel: boolean; resolve: boolean };
  programme: string;
  /** Why they may not approve, when somebody has to. */
  whyNot: 'approveOther' | 'approveRole' | null;
  faults: readonly Fault[];
  said: string | null;
}

/** One batch: its transfers, who agreed, the file for the bank, and what became of each. */
export function batchPage(view: View, shown: BatchView): string {
  const say = BATCHES[view.lang];
  const { base, batch, payments, may, whyNot } = shown;
  const cents = payments.reduce((sum, payment) => sum + payment.cents, 0n);
  const path = `${base}/paiements/${batch.id}`;
  const sum = formatEuros(cents, view.lang);
  return moneyPage(view, {
    title: say.batchTitle(batch.id),
    // With its programme: a batch that is printed and filed says of which one it is.
    back: { href: `${base}/paiements`, label: `${say.title} (${shown.programme})` },
    faults: shown.faults,
    said: shown.said,
    children: (
      <>
        <Answer
          kind={batch.state === 'prepared' ? 'ask' : batch.state === 'approved' ? 'ok' : 'no'}
          icon="coin-euro"
          title={say.batchOf(payments.length, sum, formatDate(batch.executeOn, view.lang))}
        >
          <p class="m-small">{nb(say.from(batch.debtor.name, maskIban(batch.debtor.iban as Iban)))}</p>
        </Answer>
        <Facts items={handsOf(view, shown)} />
        {batch.state !== 'cancelled' && <Steps view={view} batch={batch} payments={payments} />}
        {may.approve && (
          <form class="m-group" method="post" action={`${path}/approuver`}>
            <p>{nb(say.approveWhy)}</p>
            <div>
              <Button icon="check">{say.approve}</Button>
            </div>
          </form>
        )}
        {whyNot && <p>{nb(say[whyNot])}</p>}
        {batch.state === 'approved' && (
          <div class="m-group">
            <p>{nb(say.downloadWhy)}</p>
            <div>
              <ButtonLink
                href={`${path}/fichier.xml`}
                icon="download"
                // Once the bank answered, nobody needs it any more: given twice, it could be paid twice.
                {...(isAnswered(payments) && { variant: 'secondary' as const })}
              >
                {say.download}
              </ButtonLink>
            </div>
          </div>
        )}
        <PaymentTable view={view} shown={shown} />
        <p>
          <ButtonLink href={`${path}/bordereau.csv`} variant="secondary" icon="download">
            {SLIP[view.lang].csv}
          </ButtonLink>
        </p>
        {may.resolve && <ResolveForm view={view} shown={shown} action={`${path}/resultat`} />}
        {may.cancel && (
          <Details summary={say.cancel}>
            <form class="m-group" method="post" action={`${path}/abandonner`}>
              <p>{nb(say.cancelWhy)}</p>
              <div>
                <Button variant="secondary">{say.cancel}</Button>
              </div>
            </form>
          </Details>
        )}
      </>
    ),
  });
}

/** P6: two hands, each with its day, on the screen and on paper. */
function handsOf(view: View, { batch, personOf }: BatchView) {
  const say = SLIP[view.lang];
  const words = (by: string, at: Date) => say.hand(personOf(by) ?? say.someone, formatInstant(at, view.lang));
  const { preparedBy, preparedAt, decidedBy, decidedAt } = batch;
  return [
    { label: say.preparedBy, value: words(preparedBy, preparedAt) },
    {
      label: batch.state === 'cancelled' ? say.cancelledBy : say.approvedBy,
      value: decidedBy && decidedAt ? words(decidedBy, decidedAt) : say.nobodyYet,
    },
  ];
}

const isAnswered = (payments: readonly Payment[]): boolean =>
  payments.every(({ outcome }) => outcome !== 'pending');

function Steps({ view, batch, payments }: { view: View; batch: Batch; payments: readonly Payment[] }) {
  const { steps } = BATCHES[view.lang];
  const isApproved = batch.state === 'approved';
  const hasAnswer = isApproved && isAnswered(payments);
  return (
    <Chain
      lang={view.lang}
      steps={[
        { label: steps.prepared, state: 'done' },
        { label: steps.approved, state: isApproved ? 'done' : 'now' },
        { label: steps.sent, state: hasAnswer ? 'done' : isApproved ? 'now' : 'open' },
        { label: steps.answered, state: hasAnswer ? 'done' : 'open' },
      ]}
    />
  );
}

function PaymentTable({ view, shown }: { view: View; shown: BatchView }) {
  const say = BATCHES[view.lang];
  return (
    <Table
      caption={say.payments}
      columns={[
        { label: say.place },
        { label: say.sum, isNumber: true },
        { label: say.holder },
        { label: say.iban },
        { label: say.outcome },
      ]}
      rows={shown.payments.map((payment) => ({
        key: payment.id,
        cells: [
          nb(shown.nameOf(payment.structure)),
          formatEuros(payment.cents, view.lang),
          payment.holder,
          maskIban(payment.iban as Iban),
          <Outcome view={view} batch={shown.batch} payment={payment} />,
        ],
      }))}
    />
  );
}

function Outcome({ view, batch, payment }: { view: View; batch: Batch; payment: Payment }) {
  const say = BATCHES[view.lang];
  const { outcome, reasonCode } = payment;
  if (batch.state === 'prepared') return say.notSent;
  const words =
    outcome === 'rejected' || outcome === 'returned' ? reasonWords(reasonCode ?? undefined, view.lang) : null;
  return (
    <>
      <Status {...OUTCOME_LOOKS[outcome]}>{say.outcomes[outcome]}</Status>
      {words && <p class="m-small">{nb(`${words.what} ${words.next}`)}</p>}
    </>
  );
}

function ResolveForm({ view, shown, action }: { view: View; shown: BatchView; action: string }) {
  const say = BATCHES[view.lang];
  const { payments, nameOf, faults } = shown;
  return (
    <Details summary={say.byHand} isOpen={faultOf(faults, 'payment') !== undefined}>
      <form class="m-fields" method="post" action={action}>
        <p>{nb(say.byHandWhy)}</p>
        <SelectField
          name="payment"
          label={say.payment}
          options={payments.map(({ id, structure, cents }) => ({
            value: id,
            label: `${nameOf(structure)}, ${formatEuros(cents, view.lang)}`,
          }))}
          error={faultOf(faults, 'payment')}
        />
        <SelectField
          name="outcome"
          label={say.result}
          options={(['paid', 'rejected', 'returned'] as const).map((value) => ({
            value,
            label: say.results[value],
          }))}
        />
        <div>
          <Button variant="secondary">{say.resolveButton}</Button>
        </div>
      </form>
    </Details>
  );
}
