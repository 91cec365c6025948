import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { formatEuros } from '../../../../platform/i18n/french-form.ts';
import { findOrganisations, type Space } from '../../../access/index.ts';
import { type IssueRefusal, issueBooklets, sendBooklets } from '../../actions/issue-booklets.ts';
import { MOST_BOOKLETS, orderBooklets } from '../../actions/order-booklets.ts';
import { cancelBooklet } from '../../actions/return-value.ts';
import { accountOf } from '../../domain/accounts.ts';
import { bookletCents } from '../../domain/programme.ts';
import { type OrdersForm, ordersPage } from '../../pages/money/orders.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { PROVISION } from '../../provision-messages.ts';
import { readBooklet } from '../../store/booklets.ts';
import { readBalance } from '../../store/ledger.ts';
import { listOrders, orderVersions } from '../../store/orders.ts';
import { listTerms } from '../../store/programmes.ts';
import { newKey, type VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, readFields, saidOf } from './desk.ts';

const SAID = ['ordered', 'issued', 'sent'] as const;

/** Booklets: ordered for a prescriber, paid for, sent; and those that must stop. */
export function mountOrders(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps, 'money');
  door.page('/carnets', (c, desk) => showOrders(c, desk, { deps }));
  door.form('/carnets', (c, desk) => order(c, desk, deps));
  door.form('/carnets/emettre', (c, desk) => move(c, desk, { deps, act: issueBooklets, said: 'issued' }));
  door.form('/carnets/envoyer', (c, desk) => move(c, desk, { deps, act: sendBooklets, said: 'sent' }));
  door.form('/carnets/annuler', (c, desk) => cancel(c, desk, deps));
}

async function order(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PROVISION[desk.view.lang];
  const typed = await readFields(c, ['id', 'prescriber', 'quantity']);
  const again = (field: string, message: string) =>
    showOrders(c, desk, { deps, typed, faults: [{ field, message }] });
  const prescribers = await findOrganisations(deps.db, { kind: 'prescripteur' });
  if (!prescribers.some(({ id }) => id === typed.prescriber))
    return again('prescriber', say['prescriber-missing']);
  const { id: programme } = desk.programme;
  const quantity = /^\d{1,6}$/.test(typed.quantity.trim()) ? Number(typed.quantity) : 0;
  const ordered = await orderBooklets(
    { id: `O-${programme}-${typed.id}`, programme, prescriber: typed.prescriber, quantity },
    desk.hand,
    deps,
  );
  if (ordered.ok) return c.redirect(`${desk.base}/carnets?fait=ordered`, 303);
  const { refusal } = ordered;
  if (refusal.kind === 'wrong-quantity') return again('quantity', say[refusal.kind](refusal.most));
  if (refusal.kind === 'unknown-programme')
    throw new Error('The desk is open before its own programme only.');
  // What is typed is another order, whose page needs a number of its own.
  if (refusal.kind === 'key-reused') typed.id = newKey(deps);
  return again('prescriber', say[refusal.kind]);
}

/** An order of another programme is refused as one that does not exist. */
async function move(
  c: Context<WebEnv>,
  desk: Desk,
  { deps, act, said }: { deps: VoucherWebDeps; act: typeof issueBooklets; said: 'issued' | 'sent' },
): Promise<Response> {
  const { order: id } = await readFields(c, ['order']);
  const isOwn = (await listOrders(deps.db, { programme: desk.programme.id })).some((one) => one.id === id);
  const moved = isOwn
    ? await act(id, desk.hand, deps)
    : { ok: false as const, refusal: { kind: 'unknown-order' as const } };
  if (moved.ok) return c.redirect(`${desk.base}/carnets?fait=${said}`, 303);
  const message = moveRefusal(moved.refusal, desk);
  return showOrders(c, desk, { deps, faults: [{ field: 'commandes', message }] });
}

function moveRefusal(refusal: IssueRefusal, { view }: Desk): string {
  const say = PROVISION[view.lang];
  if (refusal.kind === 'not-enough-funds')
    return say[refusal.kind](formatEuros(refusal.shortCents, view.lang));
  return refusal.kind === 'unknown-order' || refusal.kind === 'not-issued' ? say[refusal.kind] : say.failed;
}

async function cancel(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PROVISION[desk.view.lang];
  const typed = await readFields(c, ['booklet', 'reason']);
  const booklet = typed.booklet.trim().toUpperCase();
  const isOwn = (await readBooklet(deps.db, booklet))?.programme === desk.programme.id;
  const again = (field: string, message: string) =>
    showOrders(c, desk, { deps, typed, faults: [{ field, message }] });
  if (!isOwn) return again('booklet', say['unknown-booklet']);
  const done = await cancelBooklet({ booklet, reason: typed.reason }, desk.hand, deps);
  if (done.ok) return c.redirect(`${desk.base}/carnets?annule=${done.value.cents}`, 303);
  if (done.refusal.kind === 'reason-missing') return again('reason', say['reason-missing']);
  return again('booklet', done.refusal.kind === 'nothing-left' ? say['booklet-empty'] : say.failed);
}

async function showOrders(
  c: Context<WebEnv>,
  { programme, actor, view, base }: Desk,
  {
    deps,
    typed = {},
    faults = [],
  }: { deps: VoucherWebDeps; typed?: Partial<OrdersForm>; faults?: readonly Fault[] },
): Promise<Response> {
  const orders = await listOrders(deps.db, { programme: programme.id });
  const versions = await orderVersions(deps.db, programme.id);
  const costs = new Map(
    (await listTerms(deps.db, programme.id)).map(({ version, terms }) => [version, bookletCents(terms)]),
  );
  const costOf = (id: string, quantity: number) => costs.get(versions.get(id) ?? 0)! * BigInt(quantity);
  const fresh = { id: newKey(deps), prescriber: '', quantity: '', booklet: '', reason: '' };
  const page = ordersPage(view, {
    base,
    programme,
    provisionCents: await readBalance(deps.db, accountOf.provision(programme.id)),
    orders: orders.map((one) => ({ ...one, costCents: costOf(one.id, one.quantity) })),
    prescribers: await findOrganisations(deps.db, { kind: 'prescripteur' }),
    nameOf: await nameBook(
      deps,
      orders.map(({ prescriber }) => prescriber),
    ),
    form: actor.roles.has('programme-manager') ? { ...fresh, ...typed } : null,
    mostBooklets: MOST_BOOKLETS,
    faults,
    said: saidOfOrders(c, view.lang),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

function saidOfOrders(c: Context<WebEnv>, lang: 'fr' | 'en'): string | null {
  const say = PROVISION[lang];
  const freed = c.req.query('annule') ?? '';
  if (/^\d{1,15}$/.test(freed)) return say.cancelled(formatEuros(BigInt(freed), lang));
  const said = saidOf(c, SAID);
  return said && say[said];
}
