import type { Context } from 'hono';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { permissionsPolicy } from '../../../../platform/web/security.ts';
import type { Actor, Role, Space } from '../../../access/index.ts';
import { checkCode } from '../../actions/check-code.ts';
import { askExtension } from '../../actions/extensions.ts';
import { redeem } from '../../actions/redeem.ts';
import { checkPage } from '../../pages/field/check.tsx';
import { redeemPage } from '../../pages/field/redeem.tsx';
import { saidPage } from '../../pages/field/said.tsx';
import type { RedeemForm } from '../../pages/parts/redeem-form.tsx';
import { REDEEM } from '../../redeem-messages.ts';
import { listDevices } from '../../store/devices.ts';
import { handOf, newKey, type VoucherWebDeps } from '../deps.ts';
import { acceptedProgrammes } from './accepted-programmes.ts';
import { countingDevices } from './counting-devices.ts';
import { showRefusal } from './refusal.ts';
import { countUnknown, lockedMinutes } from './wrong-codes.ts';

const MEDIATORS: readonly [Role, ...Role[]] = ['mediator'];

/** Two steps: what is there, then what is taken. The code is in forms only, never in an address. */
export function mountMediator(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/utiliser', MEDIATORS, (c, actor) => showForm(c, actor, { deps }));
  for (const step of ['verifier', 'enregistrer', 'prolongation'] as const)
    space.get(`/pass/utiliser/${step}`, MEDIATORS, (c, actor) => c.redirect(baseOf(actor), 303));
  space.post('/pass/utiliser/verifier', MEDIATORS, (c, actor) => check(c, actor, deps));
  space.post('/pass/utiliser/enregistrer', MEDIATORS, (c, actor) => record(c, actor, deps));
  space.post('/pass/utiliser/prolongation', MEDIATORS, (c, actor) => extend(c, actor, deps));
}

/** No booklet holds more. */
const MOST_PASSES = 100;

const baseOf = ({ organisation }: Actor): string => `/espace/${organisation.id}/pass/utiliser`;

async function showForm(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, form, fault = null }: { deps: VoucherWebDeps; form?: RedeemForm; fault?: string | null },
): Promise<Response> {
  const programmes = await acceptedProgrammes(actor, deps);
  const html = redeemPage(c.get('view'), {
    base: baseOf(actor),
    programmes: programmes.map(({ terms }) => terms),
    form: form ?? { code: '', count: 1, channel: 'typed' },
    fault,
    isManager: actor.roles.has('place-manager'),
    structure: actor.organisation.id,
    devices: countingDevices(await listDevices(deps.db, actor.organisation.id), actor),
  });
  c.header('permissions-policy', permissionsPolicy({ camera: true }));
  return c.html(html, fault === null ? 200 : 422);
}

async function readForm(c: Context<WebEnv>): Promise<RedeemForm> {
  const { code, combien, moyen } = await c.req.parseBody();
  const count = Number(combien);
  return {
    code: String(code ?? ''),
    count: Number.isInteger(count) && count > 0 ? Math.min(count, MOST_PASSES) : 1,
    channel: moyen === 'camera' ? 'camera' : 'typed',
  };
}

async function check(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const form = await readForm(c);
  return showCheck(c, actor, { deps, form, theme: null, key: newKey(deps), fault: null });
}

async function showCheck(
  c: Context<WebEnv>,
  actor: Actor,
  {
    deps,
    form,
    ...page
  }: {
    deps: VoucherWebDeps;
    form: RedeemForm;
    key: string;
    theme: string | null;
    fault: 'wrong-theme' | 'not-attended' | null;
  },
): Promise<Response> {
  const say = REDEEM[c.get('view').lang];
  const minutes = lockedMinutes(actor, deps);
  if (minutes > 0) return showForm(c, actor, { deps, form, fault: say.locked(minutes) });
  const checked = await checkCode(form, handOf(actor), deps);
  if (!checked.ok) return refuseCode(c, actor, { deps, form, refusal: checked.refusal });
  const html = checkPage(c.get('view'), { base: baseOf(actor), form, checked: checked.value, ...page });
  return c.html(html, page.fault ? 422 : 200);
}

type CheckRefusal = Extract<Awaited<ReturnType<typeof checkCode>>, { ok: false }>['refusal'];

/** What is wrong with the code itself is said at its field; the rest has a page of its own. */
async function refuseCode(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, form, refusal }: { deps: VoucherWebDeps; form: RedeemForm; refusal: CheckRefusal },
): Promise<Response> {
  const say = REDEEM[c.get('view').lang];
  switch (refusal.kind) {
    case 'code-length':
      return showForm(c, actor, { deps, form, fault: say['code-length'](refusal) });
    case 'code-character':
      return showForm(c, actor, { deps, form, fault: say['code-character'](refusal) });
    case 'code-mistyped':
      return showForm(c, actor, { deps, form, fault: say['code-mistyped'] });
    case 'unknown-code':
      countUnknown(actor, deps);
      return showForm(c, actor, { deps, form, fault: say['unknown-code'] });
    case 'wrong-theme':
      throw new Error('A theme of the programme itself was refused.');
    default:
      return showRefusal(c, actor, { base: baseOf(actor), deps, form, refusal });
  }
}

async function record(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const form = await readForm(c);
  const body = await c.req.parseBody();
  const theme = typeof body.theme === 'string' ? body.theme : null;
  const key = String(body.cle || newKey(deps));
  const minutes = lockedMinutes(actor, deps);
  if (minutes > 0)
    return showForm(c, actor, { deps, form, fault: REDEEM[c.get('view').lang].locked(minutes) });
  const done = await redeem(
    {
      key,
      ...form,
      theme,
      hasAttended: body.presence === 'oui',
      at: deps.clock(),
    },
    handOf(actor),
    deps,
  );
  if (done.ok) return c.redirect(`${baseOf(actor)}/${done.value.redemption.id}`, 303);
  const { refusal } = done;
  if (refusal.kind === 'not-attended' || refusal.kind === 'wrong-theme')
    return showCheck(c, actor, { deps, form, theme, key, fault: refusal.kind });
  if (isAboutCode(refusal)) return refuseCode(c, actor, { deps, form, refusal });
  const say = REDEEM[c.get('view').lang];
  const html = saidPage(c.get('view'), {
    base: baseOf(actor),
    kind: 'ask',
    icon: 'alert-circle',
    title: say.notWritten,
  });
  return c.html(html, 409);
}

type RecordRefusal = Extract<Awaited<ReturnType<typeof redeem>>, { ok: false }>['refusal'];

/** The ledger refuses for reasons of its own: a page sent again with other contents, a closed period. */
const LEDGER_KINDS = [
  'key-reused',
  'period-closed',
  'malformed',
  'unknown-target',
  'unknown-account',
  'already-resolved',
  'already-reversed',
  'hold-expired',
  'insufficient-funds',
  'in-the-future',
  'not-attended',
] as const satisfies readonly RecordRefusal['kind'][];

const isAboutCode = (refusal: RecordRefusal): refusal is CheckRefusal =>
  !(LEDGER_KINDS as readonly string[]).includes(refusal.kind);

async function extend(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const form = await readForm(c);
  const say = REDEEM[c.get('view').lang];
  const minutes = lockedMinutes(actor, deps);
  if (minutes > 0) return showForm(c, actor, { deps, form, fault: say.locked(minutes) });
  const asked = await askExtension(form.code, handOf(actor), deps);
  if (!asked.ok && asked.refusal.kind === 'unknown-code') countUnknown(actor, deps);
  const page = asked.ok
    ? ({ kind: 'ok', icon: 'calendar-plus', title: say.extensionAsked, why: say.extensionNext } as const)
    : ({ kind: 'ask', icon: 'alert-circle', title: say.extensionRefused[asked.refusal.kind] } as const);
  return c.html(saidPage(c.get('view'), { base: baseOf(actor), ...page }), asked.ok ? 200 : 409);
}
