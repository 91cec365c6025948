import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { type Actor, findOrganisationNames } from '../../../access/index.ts';
import { hashCode } from '../../actions/hash-code.ts';
import { readCode } from '../../domain/code.ts';
import { type Explained, refusedPage } from '../../pages/field/refused.tsx';
import type { RedeemForm } from '../../pages/parts/redeem-form.tsx';
import { readCodeFacts } from '../../store/code-facts.ts';
import type { VoucherWebDeps } from '../deps.ts';

/** V4: every refusal with the names that explain it. */
export async function showRefusal(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, form, refusal, base }: { deps: VoucherWebDeps; form: RedeemForm; refusal: Explained; base: string },
): Promise<Response> {
  const code = readCode(form.code);
  const facts = code.ok && (await readCodeFacts(deps.db, hashCode(code.value)));
  if (!facts) throw new Error('A code that was refused is unknown.');
  const { prescriber, organisation, lastUse } = facts;
  const ids = [prescriber, organisation, ...(lastUse ? [lastUse.structure] : [])];
  const names = await findOrganisationNames(deps.db, ids);
  const html = refusedPage(c.get('view'), {
    base,
    form,
    refusal,
    facts,
    named: {
      programme: facts.programme,
      manager: names.get(organisation) ?? organisation,
      prescriber: names.get(prescriber) ?? prescriber,
    },
    lastPlace:
      lastUse && lastUse.structure !== actor.organisation.id ? (names.get(lastUse.structure) ?? null) : null,
    isManager: actor.roles.has('place-manager'),
  });
  return c.html(html, 409);
}
