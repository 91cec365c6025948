import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Actor, Space } from '../../../access/index.ts';
import { renewCode } from '../../actions/hand-over.ts';
import { replaceBooklet, reportLoss } from '../../actions/replace-booklet.ts';
import { type BookletFault, bookletPage } from '../../pages/field/booklet.tsx';
import { readHandedOver, successorOf } from '../../store/handed-over.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';
import { auditReading, makeSheet, readSheetForm, type SheetForm, showSheet } from './sheet.ts';

/** One booklet in someone's hands: another sheet, or a lost one replaced. */
export function mountBooklet(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/carnets/:booklet', ['referrer'], (c, actor) =>
    showBooklet(c, actor, { deps, id: c.req.param('booklet') }),
  );
  space.post('/pass/carnets/:booklet/feuille', ['referrer'], (c, actor) =>
    renew(c, actor, { deps, id: c.req.param('booklet') }),
  );
  space.post('/pass/carnets/:booklet/perdue', ['referrer'], (c, actor) =>
    replace(c, actor, { deps, id: c.req.param('booklet') }),
  );
  for (const path of ['/pass/carnets/:booklet/feuille', '/pass/carnets/:booklet/perdue'] as const)
    space.get(path, ['referrer'], (c, actor) =>
      c.redirect(
        `/espace/${actor.organisation.id}/pass/carnets/${encodeURIComponent(c.req.param('booklet'))}`,
        303,
      ),
    );
}

interface Asked {
  deps: VoucherWebDeps;
  id: string;
}

async function showBooklet(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, id, fault = null, form }: Asked & { fault?: BookletFault | null; form?: SheetForm },
): Promise<Response> {
  const booklet = await readHandedOver(deps.db, { id, prescriber: actor.organisation.id });
  if (!booklet) return answerError(c, 404, 'notFound');
  await auditReading(actor, deps);
  const html = bookletPage(c.get('view'), {
    base: `/espace/${actor.organisation.id}/pass`,
    booklet,
    successor: await successorOf(deps.db, id),
    form: form ?? { phone: '', lang: 'fr' },
    fault,
    canText: deps.canText,
  });
  return c.html(html, fault === null || fault === 'sheet-made' ? 200 : 422);
}

async function renew(c: Context<WebEnv>, actor: Actor, { deps, id }: Asked): Promise<Response> {
  const form = await readSheetForm(c);
  const booklet = await readHandedOver(deps.db, { id, prescriber: actor.organisation.id });
  // Sent again, or from a page left open: the sheet in someone's hands keeps working.
  const isOld = booklet?.stamp !== (await c.req.parseBody()).etat;
  if (!booklet || isOld) return showBooklet(c, actor, { deps, id, form, fault: 'sheet-made' });
  const given = await makeSheet(c, { form, deps }, ({ tell }) =>
    renewCode(id, handOf(actor), { ...deps, tell }),
  );
  if (!given.ok) return showBooklet(c, actor, { deps, id, form, fault: given.refusal.kind });
  return showSheet(c, actor, { given: given.value, form, deps, isAgain: true });
}

/** Both halves at once: the lost sheet is blocked even if the new one cannot be made. */
async function replace(c: Context<WebEnv>, actor: Actor, { deps, id }: Asked): Promise<Response> {
  const [form, hand] = [await readSheetForm(c), handOf(actor)];
  const lost = await reportLoss(id, hand, deps);
  if (!lost.ok && lost.refusal.kind !== 'already-lost')
    return showBooklet(c, actor, { deps, id, form, fault: lost.refusal.kind });
  const given = await makeSheet(c, { form, deps }, ({ tell }) => replaceBooklet(id, hand, { ...deps, tell }));
  if (!given.ok) {
    const { kind } = given.refusal;
    return showBooklet(c, actor, { deps, id, form, fault: kind as BookletFault });
  }
  return showSheet(c, actor, { given: given.value, form, deps, isAgain: true });
}
