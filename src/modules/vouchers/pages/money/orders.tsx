import {
  Answer,
  Button,
  Details,
  SelectField,
  Status,
  Table,
  TextField,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import { bookletCents } from '../../domain/programme.ts';
import { PROVISION } from '../../provision-messages.ts';
import type { Order } from '../../store/orders.ts';
import type { Programme } from '../../store/programmes.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface OrdersForm {
  /** Number of the order that the form would make: sent twice, it is one order. */
  id: string;
  prescriber: string;
  quantity: string;
  booklet: string;
  reason: string;
}

export interface OrdersView {
  base: string;
  programme: Programme;
  provisionCents: bigint;
  orders: readonly (Order & { costCents: bigint })[];
  prescribers: readonly { id: string; name: string }[];
  nameOf: (id: string) => string;
  /** Null for those who only read. */
  form: OrdersForm | null;
  mostBooklets: number;
  faults: readonly Fault[];
  said: string | null;
}

/** V6: how many booklets the money still allows, those ordered, issued, sent. */
export function ordersPage(view: View, orders: OrdersView): string {
  const say = PROVISION[view.lang];
  const { base, programme, provisionCents, form } = orders;
  const each = bookletCents(programme.terms);
  const possible = Number(provisionCents / each);
  return moneyPage(view, {
    title: say.ordersTitle,
    back: { href: base, label: programme.name },
    faults: orders.faults,
    said: orders.said,
    children: (
      <>
        <Answer
          kind={possible > 0 ? 'ok' : 'ask'}
          icon="coin-euro"
          title={possible > 0 ? say.ordersAnswer(possible, formatEuros(each, view.lang)) : say.ordersEmpty}
        >
          {possible === 0 && (
            <p>
              <a href={`${base}/argent`}>{nb(say.ordersEmptyWhy)}</a>
            </p>
          )}
        </Answer>
        {form && <OrderForm view={view} orders={orders} form={form} />}
        <section class="m-group" id="commandes" tabIndex={-1}>
          <h2>{nb(say.orders)}</h2>
          {orders.orders.length === 0 ? (
            <p>{nb(say.ordersNone)}</p>
          ) : (
            <OrderTable view={view} orders={orders} />
          )}
        </section>
        {form && <CancelForm view={view} orders={orders} form={form} />}
      </>
    ),
  });
}

function OrderForm({ view, orders, form }: { view: View; orders: OrdersView; form: OrdersForm }) {
  const say = PROVISION[view.lang];
  const { base, prescribers, faults, mostBooklets } = orders;
  return (
    <section class="m-group">
      <h2>{nb(say.order)}</h2>
      {prescribers.length === 0 ? (
        <p>{nb(say.prescriberNone)}</p>
      ) : (
        <form class="m-fields" method="post" action={`${base}/carnets`}>
          <input type="hidden" name="id" value={form.id} />
          <SelectField
            name="prescriber"
            label={say.prescriber}
            options={prescribers.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.prescriber}
            error={faultOf(faults, 'prescriber')}
          />
          <TextField
            name="quantity"
            label={say.quantity}
            description={say.quantityHint(mostBooklets)}
            value={form.quantity}
            error={faultOf(faults, 'quantity')}
            inputmode="numeric"
            autocomplete="off"
          />
          <div>
            <Button icon="check">{say.orderButton}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function OrderTable({ view, orders }: { view: View; orders: OrdersView }) {
  const say = PROVISION[view.lang];
  const { nameOf, provisionCents, base, form } = orders;
  return (
    <Table
      caption={say.ordersCaption}
      columns={[
        { label: say.prescriber },
        { label: say.quantity, isNumber: true },
        { label: say.orderedOn },
        { label: say.state },
        { label: say.action },
      ]}
      rows={orders.orders.map((order) => ({
        key: order.id,
        cells: [
          nb(nameOf(order.prescriber)),
          formatNumber(order.quantity, view.lang),
          formatDate(order.orderedAt, view.lang),
          <OrderState view={view} order={order} provisionCents={provisionCents} />,
          order.sentAt || !form ? (
            say.done
          ) : (
            <OrderButton view={view} order={order} base={base} who={nameOf(order.prescriber)} />
          ),
        ],
      }))}
    />
  );
}

function OrderState({
  view,
  order,
  provisionCents,
}: {
  view: View;
  order: Order & { costCents: bigint };
  provisionCents: bigint;
}) {
  const say = PROVISION[view.lang];
  if (order.sentAt) return <Status kind="ok">{say.states.sent}</Status>;
  if (order.issuedAt)
    return (
      <Status kind="ask" icon="clock">
        {say.states.issued}
      </Status>
    );
  const short = order.costCents - provisionCents;
  return (
    <>
      <Status kind="ask" icon="clock">
        {say.states.ordered}
      </Status>
      <p class="m-small">{nb(say.cost(formatEuros(order.costCents, view.lang)))}</p>
      {short > 0n && <p class="m-small">{nb(say['not-enough-funds'](formatEuros(short, view.lang)))}</p>}
    </>
  );
}

function OrderButton({ view, order, base, who }: { view: View; order: Order; base: string; who: string }) {
  const say = PROVISION[view.lang];
  const [path, label, full] = order.issuedAt
    ? ['envoyer', say.send, say.sendOne(who)]
    : ['emettre', say.issue, say.issueOne(who)];
  return (
    <form method="post" action={`${base}/carnets/${path}`}>
      <input type="hidden" name="order" value={order.id} />
      <Button variant="secondary" aria-label={nb(full)}>
        {label}
      </Button>
    </form>
  );
}

function CancelForm({ view, orders, form }: { view: View; orders: OrdersView; form: OrdersForm }) {
  const say = PROVISION[view.lang];
  const { base, faults } = orders;
  const isWrong = ['booklet', 'reason'].some((field) => faultOf(faults, field) !== undefined);
  return (
    <Details summary={say.cancel} isOpen={isWrong}>
      <form class="m-fields" method="post" action={`${base}/carnets/annuler`}>
        <p>{nb(say.cancelWhy)}</p>
        <TextField
          name="booklet"
          label={say.booklet}
          description={say.bookletHint}
          value={form.booklet}
          error={faultOf(faults, 'booklet')}
          maxlength={20}
          autocomplete="off"
        />
        <TextField
          name="reason"
          label={say.reason}
          description={say.reasonHint}
          value={form.reason}
          error={faultOf(faults, 'reason')}
          maxlength={140}
          autocomplete="off"
        />
        <div>
          <Button variant="secondary">{say.cancelButton}</Button>
        </div>
      </form>
    </Details>
  );
}
