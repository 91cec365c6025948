import type { Context } from 'hono';
import { localDateAt, parseLocalDate } from '../../../../kernel/dates.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { type AgreementDecision, decideAgreement } from '../../actions/agreements.ts';
import { decideBankAccount } from '../../actions/bank-accounts.ts';
import { audit } from '../../actions/deps.ts';
import { decideExtension, readLiving } from '../../actions/extensions.ts';
import { accountsPage } from '../../pages/money/accounts.tsx';
import { dayField, extensionsPage } from '../../pages/money/extensions.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { ownField, type PlacesView, placesPage } from '../../pages/money/places.tsx';
import { PARTNERS } from '../../partner-messages.ts';
import { listWaitingExtensions } from '../../store/extensions.ts';
import { listAgreements, listWaitingAccounts, longestBankDelay } from '../../store/places.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, READERS, readFields, saidOf } from './desk.ts';

const SAID = [
  'agreement-active',
  'agreement-refused',
  'agreement-ended',
  'account-confirmed',
  'account-refused',
  'extension-agreed',
  'extension-refused',
] as const;

/** Places: their agreement, their account, the dates that they ask to put off. */
export function mountPartners(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps);
  door.page('/lieux', (c, desk) => showPlaces(c, desk, { deps }));
  door.form('/lieux', (c, desk) => decidePlace(c, desk, deps));
  door.page('/prolongations', (c, desk) => showExtensions(c, desk, { deps }));
  door.form('/prolongations', (c, desk) => decideDate(c, desk, deps));
  const moneyDoor = openDesk(space, deps, 'money');
  moneyDoor.page('/comptes', (c, desk) => showAccounts(c, desk, { deps }));
  moneyDoor.form('/comptes', (c, desk) => decideAccount(c, desk, deps), READERS);
}

const saidIn = (c: Context<WebEnv>, { view }: Desk): string | null => {
  const said = saidOf(c, SAID);
  return said && PARTNERS[view.lang].said[said];
};

async function showPlaces(
  c: Context<WebEnv>,
  desk: Desk,
  {
    deps,
    typed = null,
    faults = [],
  }: { deps: VoucherWebDeps; typed?: PlacesView['typed']; faults?: readonly Fault[] },
): Promise<Response> {
  const { programme, actor, view, base } = desk;
  const agreements = await listAgreements(deps.db, { programme: programme.id });
  const page = placesPage(view, {
    base,
    programme: programme.name,
    agreements,
    nameOf: await nameBook(
      deps,
      agreements.map(({ structure }) => structure),
    ),
    communeOf: (code) => deps.communes.byInsee(code)?.name ?? code,
    canDecide: actor.roles.has('programme-manager'),
    typed,
    today: localDateAt(deps.clock()),
    faults,
    said: saidIn(c, desk),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function decidePlace(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PARTNERS[desk.view.lang];
  const { structure, verdict, ...form } = await readFields(c, [
    'structure',
    'verdict',
    'startsOn',
    'endsOn',
    'reason',
  ]);
  const again = (name: string, message: string) =>
    showPlaces(c, desk, {
      deps,
      typed: { structure, form },
      faults: [{ field: ownField(name, structure), message }],
    });
  const startsOn = parseLocalDate(form.startsOn.trim());
  const endsOn = parseLocalDate(form.endsOn.trim());
  if (verdict === 'agree' && startsOn === null) return again('startsOn', say['day-wrong']);
  if (verdict === 'agree' && endsOn === null && form.endsOn.trim() !== '')
    return again('endsOn', say['day-wrong']);
  const decision: AgreementDecision =
    verdict === 'agree'
      ? { verdict, startsOn: startsOn!, endsOn }
      : { verdict: verdict === 'end' ? 'end' : 'refuse', reason: form.reason };
  const decided = await decideAgreement(
    { programme: desk.programme.id, structure, decision },
    desk.hand,
    deps,
  );
  if (decided.ok) return c.redirect(`${desk.base}/lieux?fait=agreement-${ENDED_AS[decision.verdict]}`, 303);
  const { kind } = decided.refusal;
  if (kind === 'unknown-agreement') return answerError(c, 404, 'notFound');
  const field =
    kind === 'reason-missing' ? 'reason' : kind === 'ends-before-it-starts' ? 'endsOn' : 'startsOn';
  return again(field, say.refusals[kind]);
}

const ENDED_AS = { agree: 'active', refuse: 'refused', end: 'ended' } as const;

async function showAccounts(
  c: Context<WebEnv>,
  desk: Desk,
  { deps, faults = [] }: { deps: VoucherWebDeps; faults?: readonly Fault[] },
): Promise<Response> {
  const { programme, hand, view, base } = desk;
  const waiting = await listWaitingAccounts(deps.db, programme.id);
  const accounts = await Promise.all(
    waiting.map(async (account) => ({
      ...account,
      delayDays: await longestBankDelay(deps.db, account.structure),
    })),
  );
  await audit(deps.db, hand, {
    action: 'accounts-read',
    subjectKind: 'programme',
    subjectId: programme.id,
    at: deps.clock(),
  });
  const page = accountsPage(view, {
    base,
    programme: programme.name,
    accounts,
    nameOf: await nameBook(
      deps,
      accounts.map(({ structure }) => structure),
    ),
    faults,
    said: saidIn(c, desk),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function decideAccount(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { account: id, verdict } = await readFields(c, ['account', 'verdict']);
  const known = (await listWaitingAccounts(deps.db, desk.programme.id)).find((one) => one.id === id);
  const again = (message: string) => showAccounts(c, desk, { deps, faults: [{ field: id, message }] });
  const { refusals } = PARTNERS[desk.view.lang];
  if (!known) return again(refusals['already-decided']);
  const isAgreed = verdict === 'agree';
  const delayDays = await longestBankDelay(deps.db, known.structure);
  const decided = await decideBankAccount({ id, isAgreed, delayDays }, desk.hand, deps);
  const said = isAgreed ? 'account-confirmed' : 'account-refused';
  if (decided.ok) return c.redirect(`${desk.base}/comptes?fait=${said}`, 303);
  return again(refusals[decided.refusal.kind]);
}

async function showExtensions(
  c: Context<WebEnv>,
  desk: Desk,
  {
    deps,
    typed = {},
    faults = [],
  }: { deps: VoucherWebDeps; typed?: Readonly<Record<string, string>>; faults?: readonly Fault[] },
): Promise<Response> {
  const { programme, actor, view, base } = desk;
  const extensions = await listWaitingExtensions(deps.db, programme.id);
  const waiting = await Promise.all(
    extensions.map(async (extension) => ({
      extension,
      booklet: (await readLiving(deps.db, extension.booklet))!,
    })),
  );
  const page = extensionsPage(view, {
    base,
    programme: programme.name,
    waiting,
    nameOf: await nameBook(
      deps,
      waiting.flatMap(({ extension, booklet }) => [extension.structure, booklet.prescriber]),
    ),
    typed,
    canDecide: actor.roles.has('programme-manager'),
    faults,
    said: saidIn(c, desk),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function decideDate(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = PARTNERS[desk.view.lang];
  const {
    extension: id,
    verdict,
    newLastDay: typed,
  } = await readFields(c, ['extension', 'verdict', 'newLastDay']);
  const isOwn = (await listWaitingExtensions(deps.db, desk.programme.id)).some((one) => one.id === id);
  const again = (message: string) =>
    showExtensions(c, desk, { deps, typed: { [id]: typed }, faults: [{ field: dayField(id), message }] });
  if (!isOwn) return again(say.refusals['already-decided']);
  const newLastDay = verdict === 'agree' ? parseLocalDate(typed.trim()) : null;
  if (verdict === 'agree' && newLastDay === null) return again(say['day-wrong']);
  const decided = await decideExtension({ id, newLastDay }, desk.hand, deps);
  const said = newLastDay === null ? 'extension-refused' : 'extension-agreed';
  return decided.ok
    ? c.redirect(`${desk.base}/prolongations?fait=${said}`, 303)
    : again(say.refusals[decided.refusal.kind]);
}
