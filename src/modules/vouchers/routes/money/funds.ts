import type { Context } from 'hono';
import { localDateAt, parseLocalDate } from '../../../../kernel/dates.ts';
import { parseEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { formatEuros } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { personOf } from '../../actions/deps.ts';
import { decideEscrow, proposeEscrow } from '../../actions/escrow.ts';
import { promiseFunding } from '../../actions/promise-funding.ts';
import { receiveFunding } from '../../actions/receive-funding.ts';
import { refundProvision } from '../../actions/return-value.ts';
import { ESCROW } from '../../escrow-messages.ts';
import { type FundsForm, fundsPage } from '../../pages/money/funds.tsx';
import { type AccountForm, accountFault } from '../../pages/money/parts/account-fields.tsx';
import { ESCROW_WAITING } from '../../pages/money/parts/escrow.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { PROVISION } from '../../provision-messages.ts';
import { readEscrowAccounts } from '../../store/places.ts';
import { listFundings, readFunders } from '../../store/programmes.ts';
import { readStanding } from '../../store/standing.ts';
import { newKey, type VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, READERS, readFields, readFunderChoices, saidOf } from './desk.ts';

const SAID = ['funding-promised', 'funding-received', 'provision-refunded', 'already'] as const;
const ESCROW_SAID = ['escrow-proposed', 'escrow-confirmed', 'escrow-refused'] as const;

/** V6: the account, the promises, the money that arrives, and what is given back. */
export function mountFunds(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps, 'money');
  door.page('/argent', (c, desk) => showFunds(c, desk, { deps }));
  door.form('/argent/compte', (c, desk) => saveAccount(c, desk, deps));
  door.form('/argent/compte/decision', (c, desk) => decideAccount(c, desk, deps), READERS);
  door.form('/argent/financeur', (c, desk) => savePromise(c, desk, deps));
  door.form('/argent', (c, desk) => saveFunding(c, desk, deps));
  door.form('/argent/rendre', (c, desk) => refund(c, desk, deps));
}

const gone = (c: Context<WebEnv>, base: string, said: (typeof SAID)[number] | (typeof ESCROW_SAID)[number]) =>
  c.redirect(`${base}/argent?fait=${said}`, 303);

async function saveAccount(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const account = await readFields(c, ['holder', 'iban', 'bic']);
  const proposed = await proposeEscrow({ programme: desk.programme.id, ...account }, desk.hand, deps);
  if (proposed.ok) return gone(c, desk.base, 'escrow-proposed');
  if (proposed.refusal.kind === 'unknown-programme') return answerError(c, 404, 'notFound');
  return showFunds(c, desk, { deps, account, faults: [accountFault(desk.view, proposed.refusal)] });
}

/** P5: the second person, who may approve payments or run the programme. */
async function decideAccount(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { account, verdict } = await readFields(c, ['account', 'verdict']);
  const isAgreed = verdict === 'agree';
  const decided = await decideEscrow({ programme: desk.programme.id, account, isAgreed }, desk.hand, deps);
  if (decided.ok) return gone(c, desk.base, isAgreed ? 'escrow-confirmed' : 'escrow-refused');
  const { kind } = decided.refusal;
  if (kind === 'unknown-programme') return answerError(c, 404, 'notFound');
  const field = kind === 'same-person' ? ESCROW_WAITING : 'contenu';
  return showFunds(c, desk, { deps, faults: [{ field, message: ESCROW[desk.view.lang].refusals[kind] }] });
}

async function savePromise(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PROVISION[desk.view.lang];
  const { key, ...promise } = await readFields(c, ['key', 'funder', 'promised']);
  const promisedCents = parseEuros(promise.promised);
  const isKnown = (await readFunderChoices(desk.actor, deps)).some(({ id }) => id === promise.funder);
  const faults = [
    ...(isKnown ? [] : [{ field: 'funder', message: say['unknown-funder'] }]),
    ...(promisedCents === null ? [{ field: 'promised', message: say['amount-wrong'] }] : []),
  ];
  if (promisedCents === null || faults.length > 0)
    return showFunds(c, desk, { deps, typed: { key, promise }, faults });
  const { ok } = await promiseFunding(
    { programme: desk.programme.id, funder: promise.funder, promisedCents },
    desk.hand,
    deps,
  );
  return ok ? gone(c, desk.base, 'funding-promised') : answerError(c, 404, 'notFound');
}

async function saveFunding(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PROVISION[desk.view.lang];
  const { key, ...funding } = await readFields(c, ['key', 'payer', 'amount', 'receivedOn', 'reference']);
  const cents = parseEuros(funding.amount);
  const receivedOn = parseLocalDate(funding.receivedOn.trim());
  const reference = funding.reference.trim();
  const faults: Fault[] = [
    ...(cents === null ? [{ field: 'amount', message: say['amount-wrong'] }] : []),
    ...(receivedOn === null ? [{ field: 'receivedOn', message: say['day-wrong'] }] : []),
    ...(reference === '' ? [{ field: 'reference', message: say['reference-missing'] }] : []),
  ];
  const again = (more: readonly Fault[]) =>
    showFunds(c, desk, { deps, typed: { key, funding }, faults: more });
  if (cents === null || receivedOn === null || faults.length > 0) return again(faults);
  const { id: programme } = desk.programme;
  const received = await receiveFunding(
    { id: `F-${programme}-${key}`, programme, funder: funding.payer, cents, receivedOn, reference },
    desk.hand,
    deps,
  );
  if (received.ok) return gone(c, desk.base, received.value.isReplayed ? 'already' : 'funding-received');
  return again([fundingFault(received.refusal.kind, desk)]);
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'not-positive': 'amount',
  'in-the-future': 'receivedOn',
  'period-closed': 'receivedOn',
  'unknown-funder': 'payer',
};

function fundingFault(kind: string, { view }: Desk): Fault {
  const say: Readonly<Record<string, unknown>> = PROVISION[view.lang];
  const field = FIELD_OF[kind];
  return field
    ? { field, message: String(say[kind]) }
    : { field: 'amount', message: PROVISION[view.lang].failed };
}

async function refund(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { lang } = desk.view;
  const { key, refund: typed } = await readFields(c, ['key', 'refund']);
  const again = (message: string) =>
    showFunds(c, desk, { deps, typed: { key, refund: typed }, faults: [{ field: 'refund', message }] });
  const cents = parseEuros(typed);
  if (cents === null) return again(PROVISION[lang]['amount-wrong']);
  const done = await refundProvision({ programme: desk.programme.id, cents, key }, desk.hand, deps);
  if (done.ok) return gone(c, desk.base, 'provision-refunded');
  const { refusal } = done;
  if (refusal.kind === 'insufficient-funds')
    return again(PROVISION[lang][refusal.kind](formatEuros(refusal.shortCents, lang)));
  return again(refusal.kind === 'nothing-left' ? PROVISION[lang][refusal.kind] : PROVISION[lang].failed);
}

function saidIn(c: Context<WebEnv>, lang: Lang): string | null {
  const money = saidOf(c, SAID);
  const escrow = saidOf(c, ESCROW_SAID);
  return money ? PROVISION[lang][money] : escrow && ESCROW[lang].said[escrow];
}

async function showFunds(
  c: Context<WebEnv>,
  { programme, actor, hand, view, base }: Desk,
  {
    deps,
    typed = {},
    account = { holder: '', iban: '', bic: '' },
    faults = [],
  }: {
    deps: VoucherWebDeps;
    typed?: Partial<FundsForm>;
    account?: AccountForm;
    faults?: readonly Fault[];
  },
): Promise<Response> {
  const isManager = actor.roles.has('programme-manager');
  const { waiting, payableFrom } = await readEscrowAccounts(deps.db, programme.id);
  const funders = await readFunders(deps.db, programme.id);
  const fresh: FundsForm = {
    key: newKey(deps),
    promise: { funder: '', promised: '' },
    funding: { payer: '', amount: '', receivedOn: localDateAt(deps.clock()), reference: '' },
    refund: '',
  };
  const page = fundsPage(view, {
    base,
    programme,
    standing: await readStanding(deps.db, programme.id),
    funders,
    fundings: await listFundings(deps.db, programme.id),
    choices: await readFunderChoices(actor, deps),
    nameOf: await nameBook(
      deps,
      funders.map(({ funder }) => funder),
    ),
    escrow: {
      action: `${base}/argent/compte`,
      programme,
      payableFrom,
      waiting: waiting && { ...waiting, isOwn: personOf(waiting.proposedBy) === hand.person },
      form: isManager ? account : null,
      faults,
    },
    form: isManager ? { ...fresh, ...typed } : null,
    faults,
    said: saidIn(c, view.lang),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}
