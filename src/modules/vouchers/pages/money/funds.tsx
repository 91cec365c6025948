import type { ComponentChildren } from 'preact';
import {
  Answer,
  Button,
  DateField,
  Details,
  SelectField,
  Table,
  TextField,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { PROVISION } from '../../provision-messages.ts';
import type { Funder, Funding, Programme } from '../../store/programmes.ts';
import type { Standing } from '../../store/standing.ts';
import { Escrow, type EscrowView } from './parts/escrow.tsx';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface FundsForm {
  /** Chosen when the page is shown: the same form sent twice does its work once. */
  key: string;
  promise: { funder: string; promised: string };
  funding: { payer: string; amount: string; receivedOn: string; reference: string };
  refund: string;
}

export interface FundsView {
  base: string;
  programme: Programme;
  escrow: EscrowView;
  standing: Standing;
  funders: readonly Funder[];
  fundings: readonly Funding[];
  /** Organisations that may fund. */
  choices: readonly { id: string; name: string }[];
  nameOf: (id: string) => string;
  /** Null for those who only read. */
  form: FundsForm | null;
  faults: readonly Fault[];
  said: string | null;
}

/** V6: what the account must hold, who promised, what arrived. */
export function fundsPage(view: View, funds: FundsView): string {
  const say = PROVISION[view.lang];
  const { base, programme, standing, faults } = funds;
  const euros = (cents: bigint) => formatEuros(cents, view.lang);
  const { provisionCents, liveCents, bonusCents, owedCents, returnedCents } = standing;
  return moneyPage(view, {
    title: say.fundsTitle,
    back: { href: base, label: programme.name },
    faults,
    said: funds.said,
    children: (
      <>
        <Answer
          kind="no"
          icon="coin-euro"
          title={say.fundsAnswer(euros(provisionCents + liveCents + bonusCents + owedCents))}
        >
          <ul>
            {(['provisionCents', 'liveCents', 'bonusCents', 'owedCents'] as const).map((part) => (
              <li key={part}>{nb(`${say.parts[part]} : ${euros(standing[part])}`)}</li>
            ))}
          </ul>
          <p class="m-small">{nb(say.fundsWhy)}</p>
          {returnedCents > 0n && <p class="m-small">{nb(say.fundsReturned(euros(returnedCents)))}</p>}
        </Answer>
        <Escrow view={view} escrow={funds.escrow} />
        <Funders view={view} funds={funds} />
        <Fundings view={view} funds={funds} />
        {funds.form && provisionCents > 0n && (
          <Details summary={say.refund} isOpen={faultOf(faults, 'refund') !== undefined}>
            <Form action={`${base}/argent/rendre`} formKey={funds.form.key}>
              <p>{nb(say.refundWhy(euros(provisionCents)))}</p>
              <TextField
                name="refund"
                label={say.refundEuros}
                value={funds.form.refund}
                error={faultOf(faults, 'refund')}
                autocomplete="off"
              />
              <div>
                <Button variant="secondary">{say.refundButton}</Button>
              </div>
            </Form>
          </Details>
        )}
      </>
    ),
  });
}

function Form({
  action,
  formKey,
  children,
}: {
  action: string;
  formKey: string;
  children: ComponentChildren;
}) {
  return (
    <form class="m-fields" method="post" action={action}>
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  );
}

function Funders({ view, funds }: { view: View; funds: FundsView }) {
  const say = PROVISION[view.lang];
  const { funders, nameOf, form, faults, choices, base } = funds;
  return (
    <section class="m-group">
      <h2>{nb(say.funders)}</h2>
      {funders.length === 0 ? (
        <p>{nb(say.fundersNone)}</p>
      ) : (
        <Table
          caption={say.fundersCaption}
          columns={[
            { label: say.funder },
            { label: say.promised, isNumber: true },
            { label: say.received, isNumber: true },
          ]}
          rows={funders.map(({ funder, promisedCents, receivedCents }) => ({
            key: funder,
            cells: [
              nb(nameOf(funder)),
              formatEuros(promisedCents, view.lang),
              formatEuros(receivedCents, view.lang),
            ],
          }))}
        />
      )}
      {form && (
        <Details
          summary={say.addFunder}
          isOpen={funders.length === 0 || faultOf(faults, 'promised') !== undefined}
        >
          <Form action={`${base}/argent/financeur`} formKey={form.key}>
            <SelectField
              name="funder"
              label={say.funder}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.promise.funder}
              error={faultOf(faults, 'funder')}
            />
            <TextField
              name="promised"
              label={say.promisedEuros}
              value={form.promise.promised}
              error={faultOf(faults, 'promised')}
              autocomplete="off"
            />
            <div>
              <Button variant="secondary">{say.addFunderButton}</Button>
            </div>
          </Form>
        </Details>
      )}
    </section>
  );
}

function Fundings({ view, funds }: { view: View; funds: FundsView }) {
  const say = PROVISION[view.lang];
  const { fundings, nameOf, form } = funds;
  return (
    <section class="m-group">
      <h2>{nb(form ? say.receive : say.history)}</h2>
      {form && <ReceiveForm view={view} funds={funds} form={form} />}
      {fundings.length === 0 ? (
        <p>{nb(say.historyNone)}</p>
      ) : (
        <Table
          caption={say.history}
          columns={[
            { label: say.funder },
            { label: say.received, isNumber: true },
            { label: say.receivedOn },
            { label: say.reference },
          ]}
          rows={fundings.map(({ id, funder, cents, receivedOn, reference }) => ({
            key: id,
            cells: [
              nb(nameOf(funder)),
              formatEuros(cents, view.lang),
              formatDate(receivedOn, view.lang),
              reference,
            ],
          }))}
        />
      )}
    </section>
  );
}

function ReceiveForm({ view, funds, form }: { view: View; funds: FundsView; form: FundsForm }) {
  const say = PROVISION[view.lang];
  const { base, funders, nameOf, faults } = funds;
  if (funders.length === 0) return <p>{nb(say.receiveNone)}</p>;
  return (
    <Form action={`${base}/argent`} formKey={form.key}>
      <SelectField
        name="payer"
        label={say.funder}
        options={funders.map(({ funder }) => ({ value: funder, label: nameOf(funder) }))}
        value={form.funding.payer}
        error={faultOf(faults, 'payer')}
      />
      <TextField
        name="amount"
        label={say.amount}
        value={form.funding.amount}
        error={faultOf(faults, 'amount')}
        autocomplete="off"
      />
      <DateField
        name="receivedOn"
        label={say.receivedOn}
        value={form.funding.receivedOn}
        error={faultOf(faults, 'receivedOn')}
      />
      <TextField
        name="reference"
        label={say.reference}
        description={say.referenceHint}
        value={form.funding.reference}
        error={faultOf(faults, 'reference')}
        maxlength={140}
        autocomplete="off"
      />
      <div>
        <Button icon="check">{say.receiveButton}</Button>
      </div>
    </Form>
  );
}
