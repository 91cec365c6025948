import type { Context } from 'hono';
import { z } from 'zod';
import { readAsset } from '../../../../platform/html/assets.ts';
import type { WebApp, WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import { permissionsPolicy } from '../../../../platform/web/security.ts';
import { type Actor, findOrganisationNames, peopleWithRole, type Space } from '../../../access/index.ts';
import { organisationOf } from '../../actions/deps.ts';
import { registerDevice, withdrawDevice } from '../../actions/devices.ts';
import { type LateAnswer, redeemLate } from '../../actions/redeem-late.ts';
import { lateItemSchema, publicKeySchema } from '../../domain/late.ts';
import { MOST_LATE_ITEMS } from '../../domain/late-signature.ts';
import { latePage } from '../../pages/field/late.tsx';
import { offlinePage } from '../../pages/field/offline.tsx';
import { listDevices, listLate } from '../../store/devices.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';
import { acceptedProgrammes } from './accepted-programmes.ts';
import { countingDevices } from './counting-devices.ts';
import { countUnknown, lockedMinutes } from './wrong-codes.ts';

/** The worker stands at the root: its scope is then the page that registers it. It is the same for everyone. */
export function mountWorker(app: WebApp): void {
  app.get('/pass-hors-ligne.js', (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8');
    c.header('cache-control', 'no-cache');
    return c.body(readAsset('pass-worker.js'));
  });
}

/** Help given where there is no network: the device is prepared before, and sends afterwards. */
export function mountLate(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/utiliser/sans-reseau', ['mediator'], (c, actor) => showOffline(c, actor, deps));
  space.get('/pass/utiliser/differes', ['mediator', 'place-manager'], (c, actor) => show(c, actor, deps));
  space.post('/pass/utiliser/differes', ['mediator'], (c, actor) => receive(c, actor, deps));
  space.post('/pass/utiliser/appareils', ['mediator'], async (c, actor) => {
    const key = publicKeySchema.safeParse(await c.req.json().catch(() => null));
    if (!key.success) return answerError(c, 400, 'refused');
    const { id, sealingKey } = await registerDevice(key.data, handOf(actor), deps);
    return c.json({ device: id, sealingKey });
  });
  space.post('/pass/utiliser/appareils/:device/retirer', ['mediator', 'place-manager'], async (c, actor) => {
    const withdrawn = await withdrawDevice(c.req.param('device'), handOf(actor), deps);
    return withdrawn.ok
      ? c.redirect(`${baseOf(actor)}/differes?fait=retire`, 303)
      : answerError(c, 404, 'notFound');
  });
}

const baseOf = ({ organisation }: Actor): string => `/espace/${organisation.id}/pass/utiliser`;

async function showOffline(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const programmes = await acceptedProgrammes(actor, deps);
  c.header('permissions-policy', permissionsPolicy({ camera: true }));
  return c.html(
    offlinePage(c.get('view'), {
      base: baseOf(actor),
      structure: actor.organisation.id,
      programmes: programmes.map(({ terms }) => terms),
      themes: [...new Set(programmes.flatMap(({ terms }) => terms.themes))],
    }),
  );
}

const sentSchema = z.strictObject({
  device: z.string().max(40),
  items: z.array(lateItemSchema).max(MOST_LATE_ITEMS),
});

/** One after the other, in the order in which help was given: what a booklet holds goes to the first. */
async function receive(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const sent = sentSchema.safeParse(await c.req.json().catch(() => null));
  if (!sent.success) return answerError(c, 400, 'refused');
  const { device, items } = sent.data;
  const answers: LateAnswer[] = [];
  for (const item of items.toSorted((a, b) => a.at.localeCompare(b.at))) {
    // V10: the others stay in the device, which sends them again.
    if (lockedMinutes(actor, deps) > 0) break;
    const answer = await redeemLate(item, { device, hand: handOf(actor) }, deps);
    if (answer.outcome === 'unknown-code') countUnknown(actor, deps);
    answers.push(answer);
  }
  return c.json({ answers, waitMinutes: lockedMinutes(actor, deps) });
}

const LATEST = 100;

async function show(c: Context<WebEnv>, actor: Actor, { db }: VoucherWebDeps): Promise<Response> {
  const structure = actor.organisation.id;
  const rows = await listLate(db, { structure, limit: LATEST });
  const names = await findOrganisationNames(
    db,
    rows.flatMap(({ lastUse, settlement }) => [
      ...(lastUse ? [lastUse.structure] : []),
      ...(settlement ? [organisationOf(settlement.by)] : []),
    ]),
  );
  const devices = await listDevices(db, structure);
  const people = await peopleWithRole(db, structure, 'mediator');
  const html = latePage(c.get('view'), {
    base: baseOf(actor),
    rows,
    devices,
    counting: countingDevices(devices, actor),
    nameOf: (id) => names.get(id) ?? id,
    personOf: (id) => people.find(({ personId }) => personId === id)?.name || null,
    isWithdrawn: c.req.query('fait') === 'retire',
    structure: actor.roles.has('mediator') ? structure : null,
  });
  return c.html(html);
}
