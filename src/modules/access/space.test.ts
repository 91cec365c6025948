import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../../test/support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../../../test/support/whole-app.ts';
import { ok } from '../../kernel/result.ts';
import type { WebApp } from '../../platform/html/view.ts';
import { createLogger } from '../../platform/log.ts';
import { createWebApp } from '../../platform/web/app.ts';
import {
  type Actor,
  createSpace,
  findOrganisation,
  findOrganisationNames,
  findOrganisations,
  identify,
  peopleWithRole,
  recordAudit,
} from './index.ts';

/** A room that has one page and one form for mediators. */
const at = new Date('2026-11-28T09:00:00Z');

function openRoom(whole: WholeApp): WebApp {
  const { db } = whole;
  const access = { ...whole.access, clock: () => at };
  const whoAsks = identify(access);
  return createWebApp({
    config: { publicUrl: undefined, territoryName: 'Territoire fictif', helpPhone: undefined },
    clock: () => at,
    log: createLogger('silent'),
    isAdmin: async (c) => (await whoAsks(c))?.isAdministrator ?? false,
    isReady: () => true,
    shell: { pro: [], footer: [] },
    mounts: [
      (app) => {
        const space = createSpace(app, access);
        space.get('/pass/:number', ['mediator'], (c, actor) =>
          c.text(`${actor.name} ${actor.organisation.name} ${c.req.param('number')}`),
        );
        space.post('/pass', ['mediator'], async (c, actor: Actor) => {
          const subject = { action: 'pass-redeemed', subjectKind: 'pass', subjectId: '12' };
          await db.inTransaction(async (tx) => ok(await recordAudit(tx, { actor, ...subject, at })));
          return c.text('', 201);
        });
        space.get('/payer', ['mediator'], (c) => c.text('bordereau'), { money: true });
        space.post('/payer', ['mediator'], (c) => c.text('payé', 201), { money: true });
      },
    ],
  });
}

describe('a room that opens pages to organisations', () => {
  let whole: WholeApp;
  let room: WebApp;
  let mediator: SignedIn;
  beforeAll(async () => {
    whole = await openWholeApp();
    room = openRoom(whole);
    const organisation = { kind: 'structure', name: 'Espace inventé', siret: '43493312300029' } as const;
    mediator = await signedIn(whole, { organisation, roles: ['mediator'], name: 'Ana' });
  });
  afterAll(() => whole.db.close());

  const send = (path: string, { cookie }: { cookie: string }, init: RequestInit = {}) =>
    room.request(path, { ...init, headers: { cookie, 'sec-fetch-site': 'same-origin', ...init.headers } });

  test('knows who acts, and where', async () => {
    const answer = await send(`/espace/${mediator.organisationId}/pass/7`, mediator);
    expect(await answer.text()).toBe('Ana Espace inventé 7');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('is closed to a colleague who has another role', async () => {
    const { organisationId: organisation } = mediator;
    const manager = await signedIn(whole, { organisation, roles: ['place-manager'], name: 'Bao' });
    expect((await send(`/espace/${organisation}/pass/7`, manager)).status).toBe(404);
  });

  test('refuses a form of another site, even from someone who may send it', async () => {
    const path = `/espace/${mediator.organisationId}/pass`;
    const foreign = await send(path, mediator, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect((await send(path, mediator, { method: 'POST' })).status).toBe(201);
  });

  test('asks a code of the telephone before money moves, then leads back to the page', async () => {
    const path = `/espace/${mediator.organisationId}/payer`;
    const there = `/compte/code?retour=${encodeURIComponent(path)}`;
    const asked = await send(path, mediator);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, there]);
    const form = { method: 'POST', headers: { referer: `http://localhost${path}` } };
    expect((await send(path, mediator, form)).headers.get('location')).toBe(there);
    await whole.db.rows(sql`update access.session set second_factor_at = ${'2026-11-28T08:00:00Z'}`);
    expect([(await send(path, mediator)).status, (await send(path, mediator, form)).status]).toEqual([
      200, 201,
    ]);
    await whole.db.rows(sql`update access.session set second_factor_at = ${'2026-11-27T20:00:00Z'}`);
    expect((await send(path, mediator, form)).status).toBe(303);
  });

  test('M6: what was done is kept with numbers only, and cannot be rewritten', async () => {
    await send(`/espace/${mediator.organisationId}/pass`, mediator, { method: 'POST' });
    const [entry] = await whole.db.rows(
      sql`select person_id, organisation_id, action, subject_id from access.audit_entry order by id desc limit 1`,
    );
    const { personId, organisationId } = mediator;
    expect(entry).toEqual({
      person_id: personId,
      organisation_id: organisationId,
      action: 'pass-redeemed',
      subject_id: '12',
    });
    for (const statement of [
      'delete from access.audit_entry',
      "update access.audit_entry set action = 'nothing'",
      'truncate access.audit_entry',
    ])
      await expect(whole.db.rows(sql.raw(statement))).rejects.toThrow();
  });

  test('finds organisations by kind and by number, and whom to write to', async () => {
    const { db } = whole;
    const id = mediator.organisationId;
    expect(await findOrganisation(db, id)).toMatchObject({ name: 'Espace inventé', siret: '43493312300029' });
    expect((await findOrganisations(db, { kind: 'structure' })).map((one) => one.id)).toEqual([id]);
    expect([...(await findOrganisationNames(db, [id, 'nobody']))]).toEqual([[id, 'Espace inventé']]);
    expect(await findOrganisations(db, { kind: 'financeur' })).toEqual([]);
    const [person] = await peopleWithRole(db, id, 'mediator');
    expect(person).toMatchObject({ personId: mediator.personId, name: 'Ana', lang: 'fr' });
    expect(await peopleWithRole(db, id, 'owner')).toEqual([]);
  });
});
