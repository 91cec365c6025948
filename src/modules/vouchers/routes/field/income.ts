import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import { decimalEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { type Actor, findOrganisationNames, type Space } from '../../../access/index.ts';
import { tableFile } from '../../domain/table-file.ts';
import { INCOME } from '../../income-messages.ts';
import { incomePage } from '../../pages/field/income.tsx';
import { incomeState } from '../../pages/parts/income-state.ts';
import { type Income, listIncome, sumIncome } from '../../store/income.ts';
import { paymentsOfStructure } from '../../store/payments.ts';
import { listBankAccounts } from '../../store/places.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { sendTable } from '../money/desk.ts';
import { pageNumber } from './page-number.ts';

export function mountIncome(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/lieu/paiements', ['place-manager'], (c, actor) => show(c, actor, deps));
  space.get('/pass/lieu/paiements.csv', ['place-manager'], (c, actor) => download(c, actor, deps));
}

const PER_PAGE = 50;

async function show(c: Context<WebEnv>, actor: Actor, { db, clock }: VoucherWebDeps): Promise<Response> {
  const structure = actor.organisation.id;
  const today = localDateAt(clock());
  const page = pageNumber(c.req.query('page'));
  const totals = await sumIncome(db, { structure, today });
  const names = await findOrganisationNames(db, totals.lateManagers);
  const accounts = await listBankAccounts(db, structure);
  const html = incomePage(c.get('view'), {
    base: `/espace/${structure}/pass/lieu`,
    today,
    totals,
    lateManagers: totals.lateManagers.map((id) => names.get(id) ?? id),
    hasAccount: accounts.some(({ state }) => state === 'confirmed'),
    rows: await listIncome(db, { structure, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    page,
    pages: Math.ceil(totals.count / PER_PAGE),
    payments: await paymentsOfStructure(db, structure),
  });
  return c.html(html);
}

/** More rows than any place gives in years; a spreadsheet opens them still. */
const MOST_ROWS = 100_000;

async function download(c: Context<WebEnv>, actor: Actor, { db, clock }: VoucherWebDeps): Promise<Response> {
  const { lang } = c.get('view');
  const say = INCOME[lang];
  const today = localDateAt(clock());
  const rows = await listIncome(db, { structure: actor.organisation.id, limit: MOST_ROWS, offset: 0 });
  const head = [
    say.number,
    say.day,
    say.programme,
    say.theme,
    'Pass',
    say.minutes,
    say.amount,
    say.state,
    say.promised,
    say.paidDay,
    say.payment,
  ];
  const lines = rows.map((one) => lineOf(one, { lang, today }));
  return sendTable(c, say.file, tableFile(head, lines));
}

/** Days as everywhere in data, amounts as the language writes them: accountants add them up. */
function lineOf(
  one: Income,
  { lang, today }: { lang: Lang; today: ReturnType<typeof localDateAt> },
): string[] {
  const amount = decimalEuros(one.cents);
  return [
    one.id,
    localDateAt(one.at),
    one.programme,
    one.theme ?? '',
    String(one.passCount),
    one.passMinutes === null ? '' : String(one.passMinutes * one.passCount),
    lang === 'fr' ? amount.replace('.', ',') : amount,
    INCOME[lang].states[incomeState(one, today)],
    one.payBy,
    one.payment?.resolvedAt && one.payment.outcome === 'paid' ? localDateAt(one.payment.resolvedAt) : '',
    one.payment?.id ?? '',
  ];
}
