import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import type { Actor, Space } from '../../../access/index.ts';
import { handedOverBefore, handOver } from '../../actions/hand-over.ts';
import type { HandOverFault } from '../../field-messages.ts';
import { alreadyPage } from '../../pages/field/already.tsx';
import { deskPage } from '../../pages/field/desk.tsx';
import type { HandOverForm } from '../../pages/parts/hand-over-form.tsx';
import { listHandedOver, readHandedOver, readStock } from '../../store/handed-over.ts';
import { handOf, newKey, type VoucherWebDeps } from '../deps.ts';
import { pageNumber } from './page-number.ts';
import { auditReading, makeSheet, readSheetForm, showSheet } from './sheet.ts';

export function mountReferrer(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass', ['referrer'], (c, actor) => showDesk(c, actor, { deps }));
  // Where the browser is after a form was sent: opened again, it starts anew.
  space.get('/pass/remettre', ['referrer'], (c, actor) => c.redirect(baseOf(actor), 303));
  space.post('/pass/remettre', ['referrer'], (c, actor) => give(c, actor, deps));
}

const baseOf = ({ organisation }: Actor): string => `/espace/${organisation.id}/pass`;

const PER_PAGE = 25;

async function showDesk(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, refused }: { deps: VoucherWebDeps; refused?: { form: HandOverForm; fault: HandOverFault } },
): Promise<Response> {
  const prescriber = actor.organisation.id;
  const name = c.req.query('prenom') ?? '';
  const page = pageNumber(c.req.query('page'));
  const window = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const { rows, count } = await listHandedOver(deps.db, { prescriber, name, ...window });
  await auditReading(actor, deps);
  const empty: HandOverForm = { key: newKey(deps), programme: '', name: '', phone: '', lang: 'fr' };
  const html = deskPage(c.get('view'), {
    base: baseOf(actor),
    stock: await readStock(deps.db, prescriber),
    form: refused?.form ?? empty,
    fault: refused?.fault ?? null,
    canText: deps.canText,
    people: { rows, count, name, page, pages: Math.ceil(count / PER_PAGE) },
  });
  return c.html(html, refused ? 422 : 200);
}

async function give(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const form = await readForm(c, deps);
  const hand = handOf(actor);
  const earlier = await handedOverBefore(form.key, hand, deps);
  if (earlier && earlier.personName === form.name.trim()) {
    const known = await readHandedOver(deps.db, { id: earlier.id, prescriber: hand.organisation });
    return c.html(alreadyPage(c.get('view'), { base: baseOf(actor), booklet: known! }));
  }
  const given = await makeSheet(c, { form, deps }, ({ to, tell }) =>
    handOver({ ...form, personName: form.name, phone: to }, hand, { ...deps, tell }),
  );
  if (!given.ok) return showDesk(c, actor, { deps, refused: { form, fault: given.refusal } });
  return showSheet(c, actor, { given: given.value, form, deps, isAgain: false });
}

async function readForm(c: Context<WebEnv>, deps: VoucherWebDeps): Promise<HandOverForm> {
  const { cle, programme, prenom } = await c.req.parseBody();
  return {
    ...(await readSheetForm(c)),
    key: String(cle || newKey(deps)),
    programme: String(programme ?? ''),
    name: String(prenom ?? ''),
  };
}
