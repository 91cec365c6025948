import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Actor, Space } from '../../../access/index.ts';
import { undoRedemption } from '../../actions/undo-redemption.ts';
import { redeemedPage } from '../../pages/field/redeemed.tsx';
import { REDEEM } from '../../redeem-messages.ts';
import { readBooklet } from '../../store/booklets.ts';
import { readRedemption } from '../../store/redemptions.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';

/** What was recorded, by its number; and how to undo it for a day. */
export function mountRedemption(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/utiliser/:redemption', ['mediator', 'place-manager'], (c, actor) =>
    showRedemption(c, actor, { deps, id: c.req.param('redemption') }),
  );
  space.post('/pass/utiliser/:redemption/annuler', ['mediator', 'place-manager'], async (c, actor) => {
    const id = c.req.param('redemption');
    const undone = await undoRedemption(id, handOf(actor), deps);
    if (undone.ok) return c.redirect(`/espace/${actor.organisation.id}/pass/utiliser/${id}`, 303);
    return showRedemption(c, actor, { deps, id, refused: undone.refusal.kind });
  });
}

async function showRedemption(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, id, refused }: { deps: VoucherWebDeps; id: string; refused?: string },
): Promise<Response> {
  const redemption = await readRedemption(deps.db, id);
  const booklet = redemption && (await readBooklet(deps.db, redemption.booklet));
  if (!booklet || redemption.structure !== actor.organisation.id) return answerError(c, 404, 'notFound');
  const known = Object.keys(REDEEM.fr.undoRefused) as (keyof typeof REDEEM.fr.undoRefused)[];
  const html = redeemedPage(c.get('view'), {
    base: `/espace/${actor.organisation.id}/pass/utiliser`,
    redemption,
    booklet,
    undoRefused: known.find((kind) => kind === refused) ?? null,
    isBonusEarned:
      booklet.terms.bonusCents > 0n && booklet.completedAt?.getTime() === redemption.recordedAt.getTime(),
  });
  return c.html(html, refused ? 409 : 200);
}
