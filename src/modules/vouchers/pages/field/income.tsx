import type { ComponentChildren } from 'preact';
import type { LocalDate } from '../../../../kernel/dates.ts';
import { renderPage } from '../../../../platform/html/page.tsx';
import {
  Answer,
  ButtonLink,
  Figures,
  Pagination,
  Status,
  type StatusKind,
  Table,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { type Iban, maskIban } from '../../domain/sepa/iban.ts';
import { INCOME } from '../../income-messages.ts';
import { reasonWords } from '../../sepa-messages.ts';
import type { Income, IncomeTotals } from '../../store/income.ts';
import type { Payment } from '../../store/payments.ts';
import { helpWords } from '../parts/help-words.ts';
import { type IncomeState, incomeState } from '../parts/income-state.ts';

export interface IncomeView {
  base: string;
  today: LocalDate;
  totals: IncomeTotals;
  /** Names of those who are late. */
  lateManagers: readonly string[];
  hasAccount: boolean;
  rows: readonly Income[];
  page: number;
  pages: number;
  payments: readonly Payment[];
}

/** V11: each pass and the day it is paid; what is late says so first, with whom to call. */
export function incomePage(view: View, income: IncomeView): string {
  const say = INCOME[view.lang];
  const { base, totals } = income;
  const euros = (cents: bigint) => formatEuros(cents, view.lang);
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    back: { href: base, label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        {totals.late > 0 && (
          <Answer kind="bad" icon="alert-circle" title={say.late(totals.late)}>
            <p>{nb(say.lateNext(income.lateManagers.join(', ')))}</p>
          </Answer>
        )}
        {!income.hasAccount && (
          <Answer kind="ask" icon="alert-circle" title={say.noAccount}>
            <div>
              <ButtonLink variant="secondary" href={`${base}/compte`}>
                {say.seeAccount}
              </ButtonLink>
            </div>
          </Answer>
        )}
        <Figures
          items={[
            { label: say.owed, value: euros(totals.owedCents) },
            { label: say.onTheWay, value: euros(totals.pendingCents) },
            { label: say.paid, value: euros(totals.paidCents) },
          ]}
        />
        {income.rows.length === 0 ? <p>{nb(say.none)}</p> : <IncomeTable view={view} income={income} />}
        <Pagination
          lang={view.lang}
          page={income.page}
          count={income.pages}
          hrefOf={(page) => `${base}/paiements?page=${page}`}
        />
        {income.rows.length > 0 && (
          <div>
            <ButtonLink icon="download" variant="secondary" href={`${base}/paiements.csv`}>
              {say.csv}
            </ButtonLink>
          </div>
        )}
        <Payments view={view} payments={income.payments} />
      </>
    ),
  });
}

const LOOKS: Readonly<Record<IncomeState, StatusKind>> = {
  waiting: 'no',
  late: 'bad',
  batched: 'ask',
  paid: 'ok',
  undone: 'no',
};
const ICONS = {
  waiting: 'clock',
  late: 'alert-triangle',
  batched: 'send',
  paid: 'circle-check',
  undone: 'arrow-back-up',
} as const;

function IncomeTable({ view, income: { base, rows, today } }: { view: View; income: IncomeView }) {
  const say = INCOME[view.lang];
  return (
    <Table
      caption={say.list}
      columns={[
        { label: say.day },
        { label: say.help },
        { label: say.amount, isNumber: true },
        { label: say.state },
        { label: say.programme },
        { label: say.number },
      ]}
      rows={rows.map((one) => ({
        key: one.id,
        cells: [
          formatDate(one.at, view.lang),
          nb(helpWords(one, { count: one.passCount, cents: one.cents }, view.lang)),
          formatEuros(one.cents, view.lang),
          <PaymentState view={view} one={one} today={today} />,
          nb(one.programme),
          <a class="m-it" href={base.replace(/lieu$/, `utiliser/${one.id}`)}>
            <span>{one.id}</span>
          </a>,
        ] as ComponentChildren[],
      }))}
    />
  );
}

function PaymentState({ view, one, today }: { view: View; one: Income; today: LocalDate }) {
  const say = INCOME[view.lang];
  const state = incomeState(one, today);
  const { payment } = one;
  const when = {
    waiting: say.promisedOn(formatDate(one.payBy, view.lang)),
    late: say.promisedOn(formatDate(one.payBy, view.lang)),
    batched: payment ? say.leavesOn(formatDate(payment.executeOn, view.lang)) : '',
    paid: payment?.resolvedAt ? say.paidOn(formatDate(payment.resolvedAt, view.lang)) : '',
    undone: '',
  }[state];
  return (
    <>
      <Status kind={LOOKS[state]} icon={ICONS[state]}>
        {say.states[state]}
      </Status>{' '}
      <span class="m-small">{nb(when)}</span>
    </>
  );
}

function Payments({ view, payments }: { view: View; payments: readonly Payment[] }) {
  const say = INCOME[view.lang];
  return (
    <section class="m-group" aria-labelledby="virements">
      <h2 id="virements">{nb(say.payments)}</h2>
      {payments.length === 0 ? (
        <p>{nb(say.paymentsNone)}</p>
      ) : (
        <Table
          caption={say.paymentsCaption}
          columns={[
            { label: say.number },
            { label: say.amount, isNumber: true },
            { label: say.state },
            { label: say.account },
          ]}
          rows={payments.map((payment) => ({
            key: payment.id,
            cells: [
              payment.id,
              formatEuros(payment.cents, view.lang),
              <Outcome view={view} payment={payment} />,
              maskIban(payment.iban as Iban),
            ] as ComponentChildren[],
          }))}
        />
      )}
    </section>
  );
}

const OUTCOME_LOOKS: Readonly<Record<Payment['outcome'], StatusKind>> = {
  pending: 'no',
  paid: 'ok',
  rejected: 'bad',
  cancelled: 'no',
  returned: 'bad',
};

/** A refusal is told in words, with what to do: the sum itself is never lost. */
function Outcome({ view, payment }: { view: View; payment: Payment }) {
  const say = INCOME[view.lang];
  const { outcome, resolvedAt, reasonCode } = payment;
  const isRefused = outcome === 'rejected' || outcome === 'returned';
  const reason = isRefused ? reasonWords(reasonCode ?? undefined, view.lang) : null;
  return (
    <>
      <Status kind={OUTCOME_LOOKS[outcome]} icon={outcome === 'pending' ? 'clock' : undefined}>
        {say.outcomes[outcome]}
      </Status>{' '}
      {resolvedAt && <span class="m-small">{nb(say.paidOn(formatDate(resolvedAt, view.lang)))}</span>}
      {reason && <p>{nb(`${reason.what} ${say.stillOwed}`)}</p>}
    </>
  );
}
