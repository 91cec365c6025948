import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import { type Actor, peopleWithRole, type Space } from '../../../access/index.ts';
import { decideBankAccount, proposeBankAccount } from '../../actions/bank-accounts.ts';
import { personOf } from '../../actions/deps.ts';
import { accountPage } from '../../pages/field/account.tsx';
import { type AccountForm, accountFault } from '../../pages/money/parts/account-fields.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { PLACE } from '../../place-messages.ts';
import { listBankAccounts, longestBankDelay } from '../../store/places.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';

/** Where a place is paid: the code of a telephone is asked before anything is shown. */
export function mountAccount(space: Space, deps: VoucherWebDeps): void {
  const money = { money: true } as const;
  space.get('/pass/lieu/compte', ['place-manager'], (c, actor) => show(c, actor, { deps }), money);
  space.post('/pass/lieu/compte', ['place-manager'], (c, actor) => propose(c, actor, deps), money);
  space.post(
    '/pass/lieu/compte/:account',
    ['place-manager'],
    (c, actor) => decide(c, actor, { deps, id: c.req.param('account') }),
    money,
  );
}

const SAID = ['proposed', 'confirmed', 'refusedAccount'] as const;

async function show(
  c: Context<WebEnv>,
  actor: Actor,
  {
    deps,
    form = { holder: '', iban: '', bic: '' },
    fault,
    said,
  }: {
    deps: VoucherWebDeps;
    form?: AccountForm;
    fault?: Fault;
    said?: string;
  },
): Promise<Response> {
  const { db } = deps;
  const structure = actor.organisation.id;
  const accounts = await listBankAccounts(db, structure);
  const waiting = accounts.find(({ state }) => state === 'proposed');
  const managers = await peopleWithRole(db, structure, 'place-manager');
  const done = SAID.find((one) => one === c.req.query('fait'));
  const html = accountPage(c.get('view'), {
    base: `/espace/${structure}/pass/lieu`,
    confirmed: accounts.find(({ state }) => state === 'confirmed') ?? null,
    waiting: waiting ? { ...waiting, isOwn: personOf(waiting.proposedBy) === actor.personId } : null,
    isAlone: managers.length < 2,
    delayDays: await longestBankDelay(db, structure),
    form,
    faults: fault ? [fault] : [],
    said: said ?? (done ? PLACE[c.get('view').lang][done] : null),
  });
  return c.html(html, fault || said ? 422 : 200);
}

async function propose(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const body = await c.req.parseBody();
  const text = (name: string) => String(body[name] ?? '');
  const form = { holder: text('holder'), iban: text('iban'), bic: text('bic') };
  const proposed = await proposeBankAccount(form, handOf(actor), deps);
  if (!proposed.ok)
    return show(c, actor, { deps, form, fault: accountFault(c.get('view'), proposed.refusal) });
  return c.redirect(`/espace/${actor.organisation.id}/pass/lieu/compte?fait=proposed`, 303);
}

async function decide(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, id }: { deps: VoucherWebDeps; id: string },
): Promise<Response> {
  const structure = actor.organisation.id;
  // The action knows two persons, not two organisations: an account of another place does not exist here.
  const own = await listBankAccounts(deps.db, structure);
  if (!own.some((account) => account.id === id)) return answerError(c, 404, 'notFound');
  const isAgreed = (await c.req.parseBody()).avis === 'oui';
  const delayDays = await longestBankDelay(deps.db, structure);
  const decided = await decideBankAccount({ id, isAgreed, delayDays }, handOf(actor), deps);
  if (!decided.ok)
    return show(c, actor, { deps, said: PLACE[c.get('view').lang].decisionRefused[decided.refusal.kind] });
  const done = isAgreed ? 'confirmed' : 'refusedAccount';
  return c.redirect(`/espace/${structure}/pass/lieu/compte?fait=${done}`, 303);
}
