import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { settleRefused } from '../../actions/settle-late.ts';
import { lateDeskPage } from '../../pages/field/late-desk.tsx';
import { listLateRefusals } from '../../store/devices.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, readFields } from '../money/desk.ts';

/** For whoever runs a programme: help that was given without network, and refused when it was sent. */
export function mountLateDesk(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps);
  door.page('/differes', (c, desk) => show(c, desk, { deps }));
  door.form('/differes', async (c, desk) => {
    const { envoi: key, decision: words } = await readFields(c, ['envoi', 'decision']);
    const settled = await settleRefused({ key, programme: desk.programme.id, words }, desk.hand, deps);
    if (settled.ok) return c.redirect(`${desk.base}/differes?fait=classe`, 303);
    if (settled.refusal.kind === 'unknown-late') return answerError(c, 404, 'notFound');
    return show(c, desk, { deps, fault: key });
  });
}

const LATEST = 200;

async function show(
  c: Context<WebEnv>,
  { programme, view, base, actor }: Desk,
  { deps, fault = null }: { deps: VoucherWebDeps; fault?: string | null },
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
    canSettle: actor.roles.has('programme-manager'),
    isDone: c.req.query('fait') === 'classe',
    fault,
  });
  return c.html(html, fault === null ? 200 : 422);
}
