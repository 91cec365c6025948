import type { Context } from 'hono';
import { localDateAt, parseLocalDate } from '../../../../kernel/dates.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { formatDate } from '../../../../platform/i18n/french-form.ts';
import type { Space } from '../../../access/index.ts';
import { prepareBatch } from '../../actions/batches.ts';
import { readEscrowHold } from '../../actions/escrow.ts';
import { BATCHES } from '../../batch-messages.ts';
import { bankBusinessDayFrom, isBankBusinessDay, nextBankBusinessDay } from '../../domain/business-days.ts';
import { payabilityOf } from '../../domain/payable.ts';
import { UNDO_MS } from '../../domain/redemption.ts';
import { ESCROW } from '../../escrow-messages.ts';
import { batchesPage } from '../../pages/money/batches.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { listOwed, readBatchFigures } from '../../store/dues.ts';
import { listBatches } from '../../store/payments.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, readFields } from './desk.ts';

/** What is due, and the batch that pays it. */
export function mountBatches(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps, 'money');
  door.page('/paiements', (c, desk) => showBatches(c, desk, { deps }));
  door.form('/paiements', (c, desk) => prepare(c, desk, deps));
}

async function prepare(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = BATCHES[desk.view.lang];
  const { executeOn: typed } = await readFields(c, ['executeOn']);
  const again = (message: string, field = 'executeOn') =>
    showBatches(c, desk, { deps, executeOn: typed, faults: [{ field, message }] });
  const executeOn = parseLocalDate(typed.trim());
  if (executeOn === null || executeOn <= localDateAt(deps.clock())) return again(say['day-wrong']);
  if (!isBankBusinessDay(executeOn))
    return again(say['day-closed'](formatDate(bankBusinessDayFrom(executeOn), desk.view.lang)));
  const prepared = await prepareBatch({ programme: desk.programme.id, executeOn }, desk.hand, deps);
  if (prepared.ok)
    return c.redirect(`${desk.base}/paiements/${prepared.value.batch}?fait=batch-prepared`, 303);
  const { refusal } = prepared;
  if (refusal.kind === 'nothing-due') return again(say[refusal.kind]);
  const holds: Readonly<Record<string, string>> = ESCROW[desk.view.lang].hold;
  return again(holds[refusal.kind] ?? say.refusals.failed, 'contenu');
}

/** Also shown again by the reader of bank files, when it reads none. */
export async function showBatches(
  c: Context<WebEnv>,
  { programme, actor, view, base }: Desk,
  { deps, executeOn, faults = [] }: { deps: VoucherWebDeps; executeOn?: string; faults?: readonly Fault[] },
): Promise<Response> {
  const at = deps.clock();
  const today = localDateAt(at);
  const recordedBefore = new Date(at.getTime() - UNDO_MS);
  const owed = await listOwed(deps.db, { programme: programme.id, recordedBefore, today });
  const page = batchesPage(view, {
    base,
    programme: programme.name,
    owed: owed.map((one) => ({ ...one, payability: payabilityOf(one, at) })),
    batches: await listBatches(deps.db, programme.id),
    figuresOf: await readBatchFigures(deps.db, programme.id),
    nameOf: await nameBook(
      deps,
      owed.map(({ structure }) => structure),
    ),
    hold: await readEscrowHold(deps.db, programme, at),
    executeOn: actor.roles.has('programme-manager') ? (executeOn ?? nextBankBusinessDay(today)) : null,
    faults,
    said: null,
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}
