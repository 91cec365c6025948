import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, signedIn } from '../../../test/support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../../../test/support/whole-app.ts';
import { checks } from './checks.ts';
import { findActor } from './store/memberships.ts';

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
});
afterAll(() => whole.db.close());

const get = (path: string, cookie = '') => whole.app.request(path, { headers: { cookie } });
const post = (path: string, form: Record<string, string>, cookie = '') =>
  whole.app.request(path, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });

/** What was written last to this address. */
async function lastLetter(to: string): Promise<string | null> {
  const [row] = await whole.db.rows<{ body: string }>(
    sql`select body from outbox.message where recipient = ${to} order by created_at desc, id limit 1`,
  );
  return row?.body ?? null;
}

const linkIn = (letter: string | null): URL =>
  new URL(/\/\S+/.exec(letter ?? '')?.[0] ?? '', 'http://localhost');

const cookieIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const cooperative = { kind: 'structure', name: 'Coopérative inventée' } as const;

describe('signing in by e-mail', () => {
  test('answers the same whether the address is known or not, and writes to known ones only', async () => {
    await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Ana',
      email: 'ana@invente.example',
    });
    const known = await post('/connexion', { email: 'Ana@Invente.example ' });
    const unknown = await post('/connexion', { email: 'personne@invente.example' });
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(await known.text()).toBe(await unknown.text());
    expect(await lastLetter('ana@invente.example')).toContain('/connexion/lien?jeton=');
    expect(await lastLetter('personne@invente.example')).toBeNull();
  });

  test('a link opened by a mail program is not used up; pressed, it opens one session, once', async () => {
    await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Bao',
      email: 'bao@invente.example',
    });
    await post('/connexion', { email: 'bao@invente.example', retour: '/compte' });
    const link = linkIn(await lastLetter('bao@invente.example'));
    for (let preview = 0; preview < 2; preview += 1)
      expect((await get(link.pathname + link.search)).status).toBe(200);
    const form = { jeton: link.searchParams.get('jeton')!, retour: link.searchParams.get('retour')! };
    const pressed = await post('/connexion/lien', form);
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/compte']);
    const [cookie = ''] = pressed.headers.getSetCookie();
    expect(cookie).toMatch(/^maillon\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(await (await get('/compte', cookieIn(pressed))).text()).toContain('Bao');
    expect((await post('/connexion/lien', form)).status).toBe(403);
  });

  test('never leads to another site', async () => {
    const page = await get('/connexion?retour=https://autre.example/espace');
    expect(await page.text()).toContain('name="retour" value="/espace"');
  });

  test('a person who signs out must sign in again', async () => {
    const { cookie } = await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Chloé',
    });
    expect((await get('/espace', cookie)).status).toBe(200);
    await post('/deconnexion', {}, cookie);
    expect((await get('/espace', cookie)).headers.get('location')).toBe('/connexion?retour=%2Fespace');
  });

  test('a cookie that is noise opens nothing, and breaks nothing', async () => {
    for (const noise of ['', '%E0%A4%A', 'a.b', '{}', 'x'.repeat(4000)])
      expect([noise, (await get('/espace', `maillon.session_token=${noise}`)).status]).toEqual([noise, 303]);
  });

  test('six letters an hour are enough for one mailbox; more are not written, and not said', async () => {
    const email = 'quentin@invente.example';
    await signedIn(whole, { organisation: cooperative, roles: ['mediator'], name: 'Quentin', email });
    for (let asked = 0; asked < 8; asked += 1) expect((await post('/connexion', { email })).status).toBe(200);
    const [row] = await whole.db.rows<{ count: number }>(
      sql`select count(*)::int as count from outbox.message where recipient = ${email}`,
    );
    expect(row!.count).toBe(6);
  });

  test('a signature that is not ours opens nothing', async () => {
    const { cookie } = await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Dina',
    });
    const forged = `${cookie.slice(0, -8)}AAAAA%3D`;
    expect((await get('/espace', forged)).status).toBe(303);
  });
});

describe('open sessions', () => {
  test('are listed with their device, and closed one by one or all together', async () => {
    const email = 'paul@invente.example';
    const { cookie } = await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Paul',
      email,
    });
    const opened = [];
    for (const agent of ['Firefox/145 Android', 'Chrome/140 Windows', 'Safari/605 iPhone']) {
      await post('/connexion', { email });
      const jeton = linkIn(await lastLetter(email)).searchParams.get('jeton')!;
      const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': agent };
      const body = new URLSearchParams({ jeton });
      opened.push(cookieIn(await whole.app.request('/connexion/lien', { method: 'POST', headers, body })));
    }
    const [phone = '', desk = '', other = ''] = opened;
    expect((await get('/espace', cookie)).status).toBe(303);
    const page = await (await get('/compte', desk)).text();
    expect(page.replaceAll('\u00a0', ' ')).toMatch(/Firefox, Android[\s\S]*Déconnecter/);
    const id = /name="session" value="(\w+)"/.exec(page)![1]!;
    await post('/compte/appareils', { session: id }, desk);
    const statuses = await Promise.all([phone, other].map(async (one) => (await get('/espace', one)).status));
    expect(statuses.toSorted()).toEqual([200, 303]);
    await post('/compte/appareils', {}, desk);
    expect((await get('/espace', phone)).status).toBe(303);
    expect((await get('/espace', desk)).status).toBe(200);
  });

  test('of someone else cannot be closed', async () => {
    const [ana, bao] = await Promise.all(
      ['Ana', 'Bao'].map((name) => signedIn(whole, { organisation: cooperative, roles: ['mediator'], name })),
    );
    const [row] = await whole.db.rows<{ id: string }>(
      sql`select id from access.session where person_id = ${bao!.personId}`,
    );
    await post('/compte/appareils', { session: row!.id }, ana!.cookie);
    expect((await get('/espace', bao!.cookie)).status).toBe(200);
  });
});

describe('an invitation', () => {
  const invite = async (cookie: string, form: Record<string, string>) => {
    const sent = await post('/gestion/acces/inviter', form, cookie);
    expect(sent.status).toBe(303);
    return linkIn(await lastLetter(form.email!)).pathname;
  };

  test('makes a person of someone unknown, once, under the name that they give', async () => {
    const path = await invite(await administrator(whole), { email: 'eva@invente.example' });
    expect((await post(path, { nom: ' ' })).status).toBe(422);
    const accepted = await post(path, { nom: 'Éva' });
    expect(accepted.headers.get('location')).toBe('/espace');
    expect((await get('/gestion', cookieIn(accepted))).status).toBe(200);
    expect((await post(path, { nom: 'Éva' })).status).toBe(404);
  });

  test('to an address that is already someone’s opens only after a sign-in by e-mail', async () => {
    const email = 'farid@invente.example';
    const { cookie } = await signedIn(whole, {
      organisation: cooperative,
      roles: ['mediator'],
      name: 'Farid',
      email,
    });
    const path = await invite(await administrator(whole), { email });
    expect((await post(path, { nom: 'Un autre' })).status).toBe(403);
    // Signed in, but nobody ever proved to hold the mailbox.
    expect((await post(path, {}, cookie)).status).toBe(403);
    await post('/connexion', { email });
    const link = linkIn(await lastLetter(email));
    const proven = cookieIn(await post('/connexion/lien', { jeton: link.searchParams.get('jeton')! }));
    expect((await post(path, {}, proven)).status).toBe(303);
    expect((await get('/gestion', proven)).status).toBe(200);
  });

  test('the first proof of a mailbox closes the sessions opened before it', async () => {
    const path = await invite(await administrator(whole), { email: 'gil@invente.example' });
    const handedOver = cookieIn(await post(path, { nom: 'Gil' }));
    await post('/connexion', { email: 'gil@invente.example' });
    const link = linkIn(await lastLetter('gil@invente.example'));
    await post('/connexion/lien', { jeton: link.searchParams.get('jeton')! });
    expect((await get('/espace', handedOver)).status).toBe(303);
  });
});

describe('the link of the server', () => {
  test('makes a nameless administrator, who comes back by e-mail once they proved an address', async () => {
    const cookie = await administrator(whole);
    await post('/compte', { nom: 'Hana', langue: 'fr' }, cookie);
    await post('/compte/adresse/nouvelle', { email: 'hana@invente.example' }, cookie);
    const proof = linkIn(await lastLetter('hana@invente.example'));
    expect((await post('/compte/adresse', { jeton: proof.searchParams.get('jeton')! })).status).toBe(200);
    await post('/connexion', { email: 'hana@invente.example' });
    const link = linkIn(await lastLetter('hana@invente.example'));
    const back = await post('/connexion/lien', {
      jeton: link.searchParams.get('jeton')!,
      retour: '/gestion',
    });
    expect((await get('/gestion', cookieIn(back))).status).toBe(200);
  });
});

describe('an organisation', () => {
  const form = (more: Record<string, string>) => ({
    nom: 'Ville inventée',
    genre: 'collectivite',
    siret: '',
    communes: '',
    departements: '',
    regions: '',
    ...more,
  });

  test('V13: is entered once per SIRET, corrected, entered by whoever runs the service, and closed to everyone at once', async () => {
    const admin = await administrator(whole);
    const siret = '35600000000048';
    const added = await post('/gestion/acces', form({ siret, departements: '69' }), admin);
    const page = added.headers.get('location')!;
    expect((await post('/gestion/acces', form({ siret }), admin)).status).toBe(422);
    expect((await post('/gestion/acces', form({ siret: '35600000000049' }), admin)).status).toBe(422);
    expect((await post(`${page}/corriger`, form({ nom: '' }), admin)).status).toBe(422);
    await post(`${page}/corriger`, form({ nom: 'Ville corrigée', siret, regions: '84' }), admin);
    expect(await (await get(page, admin)).text()).toContain('Ville corrigée');
    const id = page.split('/').at(-1)!;
    expect((await get(`/espace/${id}`, admin)).status).toBe(404);
    expect((await post(`${page}/entrer`, {}, admin)).headers.get('location')).toBe(`/espace/${id}`);
    expect((await get(`/espace/${id}`, admin)).status).toBe(200);
    const member = await signedIn(whole, { organisation: id, roles: ['programme-manager'], name: 'Rose' });
    expect((await post(`${page}/entrer`, {}, member.cookie)).status).toBe(403);
    expect((await get(`/espace/${id}`, member.cookie)).status).toBe(200);
    await post(`${page}/fermer`, {}, admin);
    expect((await get(`/espace/${id}`, member.cookie)).status).toBe(404);
    expect((await get(page, admin)).status).toBe(404);
    expect((await post('/gestion/acces', form({ siret }), admin)).status).toBe(303);
  });

  test('gives rights of its kind, on a part of its territory when the invitation says so', async () => {
    const territories = ['departement:69'];
    const organisation = { kind: 'prescripteur', name: 'Mission inventée', territories } as const;
    const owner = await signedIn(whole, { organisation, roles: ['owner'], name: 'Sam' });
    const email = 'tina@invente.example';
    const path = `/espace/${owner.organisationId}/personnes/inviter`;
    expect((await post(path, { email, roles: 'referrer', communes: 'Bron' }, owner.cookie)).status).toBe(422);
    await post(path, { email, roles: 'referrer', communes: '69029' }, owner.cookie);
    const accepted = cookieIn(await post(linkIn(await lastLetter(email)).pathname, { nom: 'Tina' }));
    const visitor = await (await whole.access.auth()).readVisitor(new Headers({ cookie: accepted }));
    const { organisationId } = owner;
    const of = (personId: string) => findActor(whole.db, { personId, organisationId });
    expect((await of(visitor!.personId))!.territories).toEqual(['commune:69029']);
    expect((await of(owner.personId))!.territories).toEqual(territories);
    for (const check of checks) expect(await check.countFaults(whole.db)).toBe(0);
    await whole.db.rows(sql`
      update access.membership set roles = array['payment-approver'] where organisation_id = ${organisationId}`);
    expect(await checks[0]!.countFaults(whole.db)).toBe(2);
  });
});

describe('the space of an organisation', () => {
  test('shows to owners who enters, and lets them invite and remove', async () => {
    const owner = await signedIn(whole, {
      organisation: { kind: 'prescripteur', name: 'Mission inventée' },
      roles: ['owner'],
      name: 'Ines',
    });
    const colleague = await signedIn(whole, {
      organisation: owner.organisationId,
      roles: ['referrer'],
      name: 'Jo',
    });
    const base = `/espace/${owner.organisationId}/personnes`;
    expect(await (await get(base, owner.cookie)).text()).toContain('Jo');
    expect((await get(base, colleague.cookie)).status).toBe(404);
    await post(`${base}/inviter`, { email: 'karim@invente.example', roles: 'referrer' }, owner.cookie);
    const path = linkIn(await lastLetter('karim@invente.example')).pathname;
    const karim = cookieIn(await post(path, { nom: 'Karim' }));
    expect((await get(`/espace/${owner.organisationId}`, karim)).status).toBe(200);
    await post(`${base}/retirer`, { personne: colleague.personId }, owner.cookie);
    expect((await get(`/espace/${owner.organisationId}`, colleague.cookie)).status).toBe(404);
  });

  test('gives no role that its kind does not have', async () => {
    const owner = await signedIn(whole, {
      organisation: { kind: 'prescripteur', name: 'Mission inventée' },
      roles: ['owner'],
      name: 'Lou',
    });
    const answer = await post(
      `/espace/${owner.organisationId}/personnes/inviter`,
      { email: 'max@invente.example', roles: 'payment-approver' },
      owner.cookie,
    );
    expect(answer.status).toBe(422);
  });

  test('is led to signing in for strangers, and does not exist for others', async () => {
    const here = await signedIn(whole, { organisation: cooperative, roles: ['mediator'], name: 'Nils' });
    const other = await signedIn(whole, {
      organisation: cooperative,
      roles: ['owner', 'mediator'],
      name: 'Olga',
    });
    const path = `/espace/${here.organisationId}`;
    expect((await get(path)).headers.get('location')).toBe(`/connexion?retour=${encodeURIComponent(path)}`);
    expect((await get(path, other.cookie)).status).toBe(404);
    expect((await get(path, here.cookie)).status).toBe(200);
  });
});
