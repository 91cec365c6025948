import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { formatEuros } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { type SettleRefusal, settleRefused } from '../../actions/settle-late.ts';
import { accountOf } from '../../domain/accounts.ts';
import { LATE } from '../../late-messages.ts';
import { type LateFault, lateDeskPage } from '../../pages/field/late-desk.tsx';
import { listLateRefusals } from '../../store/devices.ts';
import { readBalance } from '../../store/ledger.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, peopleBook, readFields, saidOf } from '../money/desk.ts';

/** For whoever runs a programme: help that was given without network, and refused when it was sent. */
export function mountLateDesk(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps, 'money');
  door.page('/differes', (c, desk) => show(c, desk, { deps }));
  door.form('/differes', async (c, desk) => {
    const { envoi: key, decision: words, avis } = await readFields(c, ['envoi', 'decision', 'avis']);
    const isPaid = avis === 'payer';
    const asked = { key, programme: desk.programme.id, words, isPaid };
    const settled = await settleRefused(asked, desk.hand, deps);
    if (settled.ok) return c.redirect(`${desk.base}/differes?fait=${isPaid ? 'paye' : 'classe'}`, 303);
    const { refusal } = settled;
    if (refusal.kind === 'unknown-late') return answerError(c, 404, 'notFound');
    return show(c, desk, { deps, fault: { key, message: wordsOf(refusal, desk.view.lang), typed: words } });
  });
}

function wordsOf(refusal: SettleRefusal, lang: Lang): string {
  const say = LATE[lang];
  if (refusal.kind === 'insufficient-funds') return say.payShort(formatEuros(refusal.shortCents, lang));
  const known: Readonly<Record<string, string>> = say.settleRefused;
  return known[refusal.kind] ?? say.settleRefused.failed;
}

const LATEST = 200;

async function show(
  c: Context<WebEnv>,
  { programme, view, base, actor }: Desk,
  { deps, fault = null }: { deps: VoucherWebDeps; fault?: LateFault | null },
): Promise<Response> {
  const rows = await listLateRefusals(deps.db, { programme: programme.id, limit: LATEST });
  const places = rows.flatMap(({ structure, lastUse }) =>
    lastUse ? [structure, lastUse.structure] : [structure],
  );
  const html = lateDeskPage(view, {
    base,
    programme: programme.name,
    rows,
    nameOf: await nameBook(deps, places),
    personOf: await peopleBook(
      deps,
      rows.map(({ settlement }) => settlement?.by ?? null),
    ),
    provisionCents: await readBalance(deps.db, accountOf.provision(programme.id)),
    canSettle: actor.roles.has('programme-manager'),
    said: saidOf(c, ['classe', 'paye']),
    fault,
  });
  return c.html(html, fault === null ? 200 : 422);
}
