import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import type { Space } from '../../../access/index.ts';
import { changeTerms } from '../../actions/change-terms.ts';
import { type TermsForm, termsToForm } from '../../domain/terms-form.ts';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { termsFaults } from '../../pages/money/parts/terms-fields.tsx';
import { termsPage } from '../../pages/money/terms.tsx';
import { termsSentences } from '../../pages/parts/terms-sentences.ts';
import { PROGRAMMES } from '../../programme-messages.ts';
import { listTerms } from '../../store/programmes.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, saidOf } from './desk.ts';
import { parseTyped, readPartners, readTyped } from './terms-request.ts';

/** V1: what a programme decides, and the next version of it. */
export function mountTerms(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps);
  door.page('/regles', (c, desk) => showTerms(c, desk, { deps, form: null, faults: [] }));
  door.form('/regles', async (c, desk) => {
    const form = await readTyped(c);
    const say = PROGRAMMES[desk.view.lang];
    const terms = parseTyped(form, await readPartners(deps), deps);
    if (!terms.ok)
      return showTerms(c, desk, { deps, form, faults: termsFaults(terms.refusal, desk.view.lang) });
    const fromVersion = Number((await c.req.parseBody()).version);
    const change = { programme: desk.programme.id, terms: terms.value, fromVersion };
    const changed = await changeTerms(change, desk.hand, deps);
    if (changed.ok) return c.redirect(`${desk.base}/regles?fait=changed`, 303);
    const { kind } = changed.refusal;
    if (kind === 'unknown-programme') throw new Error('The desk is open before its own programme only.');
    return showTerms(c, desk, { deps, form, faults: [{ field: 'unit-0', message: say[kind] }] });
  });
}

async function showTerms(
  c: Context<WebEnv>,
  { programme, actor, view, base }: Desk,
  { deps, form, faults }: { deps: VoucherWebDeps; form: TermsForm | null; faults: readonly Fault[] },
): Promise<Response> {
  const versions = await listTerms(deps.db, programme.id);
  const named = versions.flatMap(({ terms }) => [...terms.prescribers, ...terms.structures]);
  const nameOf = await nameBook(deps, named);
  const shown = versions.map(({ version, terms, decidedAt }) => ({
    version,
    decidedAt,
    sentences: termsSentences(terms, { lang: view.lang, nameOf, communes: deps.communes }),
  }));
  const said = saidOf(c, ['changed']);
  const page = termsPage(view, {
    base,
    name: programme.name,
    versions: shown,
    form: actor.roles.has('programme-manager') ? (form ?? termsToForm(programme.terms)) : null,
    faults,
    partners: await readPartners(deps),
    said: said && PROGRAMMES[view.lang][said],
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}
